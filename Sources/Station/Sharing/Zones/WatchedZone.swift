import Accord
import Airspace

/// A zone of an agreement that is active now, made ready for asking about many aircraft.
struct WatchedZone: Sendable {
    /// The agreement that it is of.
    let agreement: String
    /// What was agreed about it.
    let zone: AgreedZone
    private let tester: VolumeTester
    private let centre: EarthCentred?
    private let reachMetres: Double

    init(_ zone: AgreedZone, of agreement: String) {
        self.zone = zone
        self.agreement = agreement
        tester = VolumeTester(zone.volume)
        switch zone.volume.footprint {
        case .everywhere:
            centre = nil
            reachMetres = .infinity
        case .circle(let middle, let radiusMetres):
            centre = EarthCentred(footOf: middle)
            reachMetres = radiusMetres
        case .polygon(let corners):
            let places = corners.map { EarthCentred(footOf: $0) }
            let sum = places.reduce(EarthCentred(x: 0, y: 0, z: 0)) { $0 + $1 }
            let middle = sum * (1 / Double(max(places.count, 1)))
            centre = middle
            // An edge may bulge beyond its chord: by less than a twentieth of the reach up to 2,000 km.
            reachMetres = 1.05 * (places.map { ($0 - middle).length }.max() ?? 0)
        }
    }

    /// Whether a place is near enough that the zone can be reached by flying so far.
    func mayBeReached(from place: EarthCentred, flying metres: Double) -> Bool {
        guard let centre else { return true }
        return (place - centre).length <= reachMetres + metres
    }

    /// Whether an aircraft may be inside, its place and level being known so well only.
    func mayContain(_ position: GeodeticPosition, level: Level, uncertaintyMetres: Double) -> Bool {
        if tester.mayContain(position, level: level) { return true }
        guard uncertaintyMetres > 0 else { return false }
        return stride(from: 0.0, to: 360, by: 45).contains { azimuth in
            let edge = Geodesic.direct(from: position, azimuthDegrees: azimuth, distanceMetres: uncertaintyMetres)
            return tester.mayContain(edge.position, level: level)
        }
    }
}
