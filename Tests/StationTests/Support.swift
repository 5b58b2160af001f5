import Airspace
import Foundation
import Separation
import Surveillance

@testable import Station

/// Where this package is.
let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// A directory of its own for a test, gone afterwards.
final class Scratch: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "parley-test-\(UInt64.random(in: .min ... .max))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws -> String {
        let file = path + "/" + name
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }
}

/// A report of a straight, level flight that passes `place` at `passing`.
func report(
    _ identifier: String, at second: Double, passing place: GeodeticPosition, at passing: Double, track: Double,
    metresPerSecond: Double = 230, feet: Double = 35_000
) -> Report {
    let end = Geodesic.direct(
        from: place, azimuthDegrees: track, distanceMetres: (second - passing) * metresPerSecond)
    var report = Report(timeUnixSeconds: second, identifier: identifier)
    report.position = end.position
    report.pressureAltitudeFeet = feet
    report.groundSpeedMetresPerSecond = metresPerSecond
    report.trackDegrees = end.azimuthDegrees
    report.verticalRateMetresPerSecond = 0
    report.isOnGround = false
    return report
}

/// Two airliners that cross at one level over `middle` at second 1,000,300, and a third far away; ten minutes, one report a second.
func crossing(feed: Int = 0) -> [Report] {
    let middle = GeodeticPosition(latitudeDegrees: 40, longitudeDegrees: -30)
    let away = GeodeticPosition(latitudeDegrees: 45, longitudeDegrees: -30)
    var reports: [Report] = []
    for second in 0...600 {
        let time = 1_000_000.0 + Double(second)
        reports.append(report("aaaaaa", at: time, passing: middle, at: 1_000_300, track: 90))
        reports.append(report("bbbbbb", at: time + 0.25, passing: middle, at: 1_000_305, track: 0))
        if second % 3 == 0 { reports.append(report("cccccc", at: time, passing: away, at: 1_000_300, track: 200)) }
    }
    return reports
}

/// Rules that alert everywhere.
func alertingRules() -> AlertRules {
    AlertRules(
        minima: ClassMinima(.enRoute),
        volumes: [AlertVolume(name: "everywhere", volume: Volume(footprint: .everywhere))])
}

func makeRecording(_ reports: [Report]) -> Recording? {
    var builder = RecordingBuilder()
    builder.add(reports, feed: 0)
    return builder.finish()
}
