/// A point or a direction in a plane, metres.
struct PlanePoint: Sendable, Hashable {
    var x: Double
    var y: Double

    var length: Double { (x * x + y * y).squareRoot() }

    static func - (left: PlanePoint, right: PlanePoint) -> PlanePoint {
        PlanePoint(x: left.x - right.x, y: left.y - right.y)
    }

    /// Twice the area of the triangle with the origin; positive when `other` is to the left.
    func cross(_ other: PlanePoint) -> Double { x * other.y - y * other.x }

    /// The point of the segment from this to `other` that is nearest to the origin.
    func nearestToOrigin(onWayTo other: PlanePoint) -> PlanePoint {
        let way = other - self
        let square = way.x * way.x + way.y * way.y
        guard square > 0 else { return self }
        let part = min(max(-(x * way.x + y * way.y) / square, 0), 1)
        return PlanePoint(x: x + way.x * part, y: y + way.y * part)
    }

    /// The convex hull, counter-clockwise (Andrew's monotone chain, Information Processing Letters 9, 1979).
    static func hull(of points: [PlanePoint]) -> [PlanePoint] {
        let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        guard sorted.count > 2 else { return sorted }
        func chain(_ points: some Sequence<PlanePoint>) -> [PlanePoint] {
            var chain: [PlanePoint] = []
            for point in points {
                while chain.count >= 2,
                    (chain[chain.count - 1] - chain[chain.count - 2]).cross(point - chain[chain.count - 1]) <= 0
                {
                    chain.removeLast()
                }
                chain.append(point)
            }
            return chain
        }
        return chain(sorted).dropLast() + chain(sorted.reversed()).dropLast()
    }

    /// The point of the hull of `points` that is nearest to the origin: the origin itself when it is inside.
    static func nearestToOrigin(inHullOf points: [PlanePoint]) -> PlanePoint {
        let hull = hull(of: points)
        guard let last = hull.last else { return PlanePoint(x: .infinity, y: .infinity) }
        var isInside = hull.count > 2
        var nearest = last
        var before = last
        for corner in hull {
            if (corner - before).cross(PlanePoint(x: -before.x, y: -before.y)) < 0 { isInside = false }
            let candidate = before.nearestToOrigin(onWayTo: corner)
            if candidate.length < nearest.length { nearest = candidate }
            before = corner
        }
        return isInside ? PlanePoint(x: 0, y: 0) : nearest
    }
}

/// A point that moves straight in a plane.
struct PlaneMotion: Sendable, Hashable {
    var place: PlanePoint
    var velocity: PlanePoint

    func place(after seconds: Double) -> PlanePoint {
        PlanePoint(x: place.x + velocity.x * seconds, y: place.y + velocity.y * seconds)
    }
}
