import Airspace
import Surveillance

/// A report in a hundred bytes without references: a recording holds millions of them. NaN stands for unknown.
struct CompactReport: Sendable {
    var timeUnixSeconds: Double
    private var latitudeDegrees: Double
    private var longitudeDegrees: Double
    private var pressureAltitudeFeet: Double
    private var ellipsoidHeightFeet: Double
    private var groundSpeedMetresPerSecond: Double
    private var trackDegrees: Double
    private var verticalRateMetresPerSecond: Double
    private var positionUpdatedUnixSeconds: Double
    let identifier: UInt32
    private let callsign: UInt32
    private let squawk: UInt32
    private let category: UInt32
    let feed: UInt16
    /// 0: not said, 1: in the air, 2: on the ground.
    private let ground: UInt8

    init(_ report: Report, feed: UInt16, identifier: UInt32, callsign: UInt32, squawk: UInt32, category: UInt32) {
        timeUnixSeconds = report.timeUnixSeconds
        latitudeDegrees = report.position?.latitudeDegrees ?? .nan
        longitudeDegrees = report.position?.longitudeDegrees ?? .nan
        pressureAltitudeFeet = report.pressureAltitudeFeet ?? .nan
        ellipsoidHeightFeet = report.ellipsoidHeightFeet ?? .nan
        groundSpeedMetresPerSecond = report.groundSpeedMetresPerSecond ?? .nan
        trackDegrees = report.trackDegrees ?? .nan
        verticalRateMetresPerSecond = report.verticalRateMetresPerSecond ?? .nan
        positionUpdatedUnixSeconds = report.positionUpdatedUnixSeconds ?? .nan
        self.identifier = identifier
        self.callsign = callsign
        self.squawk = squawk
        self.category = category
        self.feed = feed
        ground = report.isOnGround.map { $0 ? 2 : 1 } ?? 0
    }

    /// The first whole second that is not before it.
    var second: Int { Int(timeUnixSeconds.rounded(.up)) }

    /// The report as it was; `texts` are those of the recording, the empty one being none.
    func report(texts: [String]) -> Report {
        var report = Report(timeUnixSeconds: timeUnixSeconds, identifier: texts[Int(identifier)])
        report.callsign = callsign == 0 ? nil : texts[Int(callsign)]
        report.squawk = squawk == 0 ? nil : texts[Int(squawk)]
        report.emitterCategory = category == 0 ? nil : texts[Int(category)]
        if latitudeDegrees.isFinite {
            report.position = GeodeticPosition(latitudeDegrees: latitudeDegrees, longitudeDegrees: longitudeDegrees)
        }
        report.pressureAltitudeFeet = Self.known(pressureAltitudeFeet)
        report.ellipsoidHeightFeet = Self.known(ellipsoidHeightFeet)
        report.groundSpeedMetresPerSecond = Self.known(groundSpeedMetresPerSecond)
        report.trackDegrees = Self.known(trackDegrees)
        report.verticalRateMetresPerSecond = Self.known(verticalRateMetresPerSecond)
        report.positionUpdatedUnixSeconds = Self.known(positionUpdatedUnixSeconds)
        report.isOnGround = ground == 0 ? nil : ground == 2
        return report
    }

    private static func known(_ value: Double) -> Double? { value.isNaN ? nil : value }
}
