/// A polygon seen from the earth's centre on the plane that touches at its middle, in radians.
struct PlanePolygon: Sendable {
    private let east: EarthCentred
    private let north: EarthCentred
    private let up: EarthCentred
    private var x: [Double] = []
    private var y: [Double] = []
    /// How far from each edge (that ends at the corner) the projection decides, radians.
    private var margin: [Double] = []

    /// Nil where a corner is more than 60° from the middle, or there is no middle.
    init?(_ corners: [GeodeticPosition]) {
        guard corners.count > 2, let last = corners.last else { return nil }
        var middle = EarthCentred(x: 0, y: 0, z: 0)
        for corner in corners {
            let foot = EarthCentred(footOf: corner)
            middle = middle + foot * (1 / foot.length)
        }
        guard middle.length > 1e-6 else { return nil }
        up = middle * (1 / middle.length)
        // Any axis that is not along `up` will do.
        let helper =
            abs(up.z) < 0.9 ? EarthCentred(x: 0, y: 0, z: 1) : EarthCentred(x: 1, y: 0, z: 0)
        let across = helper - up * helper.dot(up)
        north = across * (1 / across.length)
        east = EarthCentred(
            x: north.y * up.z - north.z * up.y, y: north.z * up.x - north.x * up.z,
            z: north.x * up.y - north.y * up.x)
        for corner in corners {
            guard let point = project(EarthCentred(footOf: corner)) else { return nil }
            x.append(point.x)
            y.append(point.y)
        }
        var start = last
        for (index, end) in corners.enumerated() {
            let before = index == 0 ? corners.count - 1 : index - 1
            let line = Geodesic.inverse(from: start, to: end)
            let half = Geodesic.direct(
                from: start, azimuthDegrees: line.initialAzimuthDegrees, distanceMetres: line.distanceMetres / 2)
            guard let point = project(EarthCentred(footOf: half.position)) else { return nil }
            let bend = distance(point, from: before, to: index)
            margin.append(3 * bend + 1 / WGS84.semiMinorAxisMetres)
            start = end
        }
    }

    /// Whether a foot point is inside; nil where it is too close to an edge to say.
    func contains(_ foot: EarthCentred) -> Bool? {
        guard let point = project(foot) else { return false }
        var isInside = false
        var before = x.count - 1
        for index in 0..<x.count {
            if distance(point, from: before, to: index) < margin[index] { return nil }
            if (y[index] > point.y) != (y[before] > point.y) {
                let crossing = x[index] + (x[before] - x[index]) * (point.y - y[index]) / (y[before] - y[index])
                if point.x < crossing { isInside.toggle() }
            }
            before = index
        }
        return isInside
    }

    private func project(_ place: EarthCentred) -> (x: Double, y: Double)? {
        let height = place.dot(up)
        guard height > 0.5 * place.length else { return nil }
        return (place.dot(east) / height, place.dot(north) / height)
    }

    private func distance(_ point: (x: Double, y: Double), from start: Int, to end: Int) -> Double {
        let alongX = x[end] - x[start]
        let alongY = y[end] - y[start]
        let wayX = point.x - x[start]
        let wayY = point.y - y[start]
        let lengthSquared = alongX * alongX + alongY * alongY
        let part = lengthSquared > 0 ? min(max((wayX * alongX + wayY * alongY) / lengthSquared, 0), 1) : 0
        let restX = wayX - alongX * part
        let restY = wayY - alongY * part
        return (restX * restX + restY * restY).squareRoot()
    }
}
