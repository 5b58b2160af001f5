extension Footprint {
    /// Whether a place is inside; on the edge counts as inside for a circle, and either way for a polygon.
    ///
    /// Edges are true geodesics: seen from a place inside, the azimuths of the corners turn once around. An outline is less than half of the globe. Poles and the antimeridian
    /// need no care. For many places in one outline, `VolumeTester` is much faster and gives the same answers.
    public func contains(_ position: GeodeticPosition) -> Bool {
        switch self {
        case .everywhere:
            return true
        case .circle(let centre, let radiusMetres):
            return position.distanceMetres(to: centre) <= radiusMetres
        case .polygon(let corners):
            guard let last = corners.last, corners.count > 2, Self.isOnSameSide(position, as: corners) else {
                return false
            }
            var turnDegrees = 0.0
            var before = Geodesic.inverse(from: position, to: last)
            for corner in corners {
                let line = Geodesic.inverse(from: position, to: corner)
                if line.distanceMetres == 0 { return true }
                turnDegrees += shortWayDegrees(line.initialAzimuthDegrees - before.initialAzimuthDegrees)
                before = line
            }
            return abs(turnDegrees) > 180
        }
    }

    /// Whether a place is within a quarter of the globe of the middle: from its antipodes an outline also turns once around.
    private static func isOnSameSide(_ position: GeodeticPosition, as corners: [GeodeticPosition]) -> Bool {
        let middle = corners.reduce(EarthCentred(x: 0, y: 0, z: 0)) { $0 + EarthCentred(footOf: $1) }
        return EarthCentred(footOf: position).dot(middle) > 0
    }

    /// How far a place is from the outline, metres: below zero inside. Everywhere is infinitely far inside.
    public func signedDistanceMetres(from position: GeodeticPosition) -> Double {
        switch self {
        case .everywhere:
            return -.infinity
        case .circle(let centre, let radiusMetres):
            return position.distanceMetres(to: centre) - radiusMetres
        case .polygon(let corners):
            guard var start = corners.last, corners.count > 2 else { return .infinity }
            var nearest = Double.infinity
            for end in corners {
                nearest = min(nearest, GeodesicSegment(from: start, to: end).distanceMetres(from: position))
                start = end
            }
            return contains(position) ? -nearest : nearest
        }
    }
}

/// A stretch of a geodesic between two places.
public struct GeodesicSegment: Sendable, Hashable {
    /// Where it begins.
    public let start: GeodeticPosition
    /// Where it ends.
    public let end: GeodeticPosition
    /// The line between them.
    public let line: Geodesic.Line

    /// The shortest line from one place to another.
    public init(from start: GeodeticPosition, to end: GeodeticPosition) {
        self.start = start
        self.end = end
        line = Geodesic.inverse(from: start, to: end)
    }

    /// The distance from a place to the nearest point of the segment, metres; good to a millimetre for segments and distances up to 1,000 km.
    ///
    /// From a point of the segment the way to the place has a part along it; going that part and looking again soon ends at the foot.
    public func distanceMetres(from position: GeodeticPosition) -> Double {
        let arc = GeodesicArc(latitudeDegrees: start.latitudeDegrees, azimuthDegrees: line.initialAzimuthDegrees)
        var along = 0.0
        var distance = Double.infinity
        for _ in 0..<32 {
            let point = arc.point(atMetres: along)
            let place = GeodeticPosition(
                latitudeDegrees: point.latitudeDegrees,
                longitudeDegrees: shortWayDegrees(start.longitudeDegrees + point.longitudeDegrees))
            let way = Geodesic.inverse(from: place, to: position)
            distance = min(distance, way.distanceMetres)
            let turn = HorizontalVelocity(
                trackDegrees: way.initialAzimuthDegrees - point.azimuthDegrees, metresPerSecond: 1)
            let next = min(max(along + way.distanceMetres * turn.north, 0), line.distanceMetres)
            if abs(next - along) < 1e-3 { break }
            along = next
        }
        return distance
    }
}
