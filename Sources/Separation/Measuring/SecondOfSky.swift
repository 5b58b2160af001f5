import Airspace

/// All aircraft that have a position at one second, by column.
struct SecondOfSky: Sendable {
    var slots: [Int] = []
    var latitudeDegrees: [Double] = []
    var longitudeDegrees: [Double] = []
    var altitudeFeet: [Double] = []
    var quality: [QualityFlags] = []
    /// Foot points, earth-centred, metres.
    var x: [Double] = []
    var y: [Double] = []
    var z: [Double] = []

    mutating func removeAll() {
        slots.removeAll(keepingCapacity: true)
        latitudeDegrees.removeAll(keepingCapacity: true)
        longitudeDegrees.removeAll(keepingCapacity: true)
        altitudeFeet.removeAll(keepingCapacity: true)
        quality.removeAll(keepingCapacity: true)
        x.removeAll(keepingCapacity: true)
        y.removeAll(keepingCapacity: true)
        z.removeAll(keepingCapacity: true)
    }

    mutating func append(slot: Int, _ report: KeptReport) {
        let foot = EarthCentred(latitudeDegrees: report.latitudeDegrees, longitudeDegrees: report.longitudeDegrees)
        slots.append(slot)
        latitudeDegrees.append(report.latitudeDegrees)
        longitudeDegrees.append(report.longitudeDegrees)
        altitudeFeet.append(report.altitudeFeet)
        quality.append(report.quality)
        x.append(foot.x)
        y.append(foot.y)
        z.append(foot.z)
    }

    func position(_ index: Int) -> GeodeticPosition {
        GeodeticPosition(latitudeDegrees: latitudeDegrees[index], longitudeDegrees: longitudeDegrees[index])
    }

    func foot(_ index: Int) -> EarthCentred { EarthCentred(x: x[index], y: y[index], z: z[index]) }

    func place(_ index: Int) -> Encounter.Place {
        Encounter.Place(position: position(index), altitudeFeet: altitudeFeet[index])
    }
}
