import Airspace

/// What is wrong with an outline.
enum OutlineFault {
    /// Why an outline encloses nothing in particular; nil: it is sound.
    static func reason(_ footprint: Footprint) -> BilingualText? {
        guard case .polygon(let corners) = footprint else { return nil }
        guard Set(corners).count == corners.count else {
            return BilingualText(
                english: "a corner is given twice (a polygon is not closed by repeating the first)",
                russian: "вершина указана дважды (многоугольник не замыкают повторением первой)")
        }
        return crosses(corners)
            ? BilingualText(english: "its edges cross one another", russian: "его рёбра пересекаются") : nil
    }

    /// Whether two edges that do not share a corner cross, looked at on the plane of latitude and longitude around the first corner;
    /// an edge bends less than it would have to for another answer unless the outline is all but degenerate.
    private static func crosses(_ corners: [GeodeticPosition]) -> Bool {
        guard let first = corners.first else { return false }
        let plane = corners.map { corner in
            (x: shortWayDegrees(corner.longitudeDegrees - first.longitudeDegrees), y: corner.latitudeDegrees)
        }
        func side(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double), _ c: (x: Double, y: Double)) -> Double {
            (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
        }
        for one in plane.indices {
            for other in plane.indices.dropFirst(one + 2) where !(one == 0 && other == plane.count - 1) {
                let (a, b) = (plane[one], plane[(one + 1) % plane.count])
                let (c, d) = (plane[other], plane[(other + 1) % plane.count])
                if side(a, b, c) * side(a, b, d) < 0, side(c, d, a) * side(c, d, b) < 0 { return true }
            }
        }
        return false
    }
}

/// Places on an outline, close enough to see whether it stays inside another.
enum OutlineSamples {
    static func places(of footprint: Footprint) -> [GeodeticPosition] {
        switch footprint {
        case .everywhere: return []
        case .circle(let centre, let radiusMetres):
            return (0..<72).map { step in
                point(from: centre, azimuthDegrees: Double(step) * 5, metres: radiusMetres * 0.999)
            }
        case .polygon(let corners):
            guard var start = corners.last else { return [] }
            var places: [GeodeticPosition] = []
            let centre = middle(of: corners)
            for corner in corners {
                let line = Geodesic.inverse(from: start, to: corner)
                for step in 0..<8 {
                    let place = point(
                        from: start, azimuthDegrees: line.initialAzimuthDegrees,
                        metres: line.distanceMetres * Double(step) / 8)
                    // A metre inward, so that a zone that shares an edge with its area counts as inside it.
                    let inward = Geodesic.inverse(from: place, to: centre)
                    places.append(point(from: place, azimuthDegrees: inward.initialAzimuthDegrees, metres: 1))
                }
                start = corner
            }
            return places
        }
    }

    /// A place amid corners.
    static func middle(of corners: [GeodeticPosition]) -> GeodeticPosition {
        guard let first = corners.first else { return GeodeticPosition(latitudeDegrees: 0, longitudeDegrees: 0) }
        let count = Double(corners.count)
        let latitude = corners.reduce(0) { $0 + $1.latitudeDegrees } / count
        let offset = corners.reduce(0) { $0 + shortWayDegrees($1.longitudeDegrees - first.longitudeDegrees) } / count
        return GeodeticPosition(
            latitudeDegrees: latitude, longitudeDegrees: shortWayDegrees(first.longitudeDegrees + offset))
    }

    private static func point(from start: GeodeticPosition, azimuthDegrees: Double, metres: Double) -> GeodeticPosition
    {
        Geodesic.direct(from: start, azimuthDegrees: azimuthDegrees, distanceMetres: metres).position
    }
}
