import Airspace
import GRDB
import Separation
import Testing

@testable import Station

/// What people declared is still declared after a restart.
@Suite struct RestoredActsTests {
    /// An emergency that a person declared goes on: a restart must not take it from the screens of both sides.
    @Test(arguments: [(hoursAgo: 1.0, isThere: true), (hoursAgo: 48, isThere: false)])
    func aDeclaredEmergencyGoesOn(hoursAgo: Double, isThere: Bool) async throws {
        let scratch = try Scratch()
        let now = 1_000_000.0
        let kept = KeptDistress(.lostLink, of: "abc123", sinceUnixSeconds: now - hoursAgo * 3_600)
        let store = try WatchStore(directory: scratch.path)
        try await store.pool.write { try store.write(kept.document, named: kept.identifier, in: .distress, $0) }
        var engine = try PictureEngine(rules: alertingRules(), rule: MeasuringRule(minima: .enRoute), feeds: ["f1"])
        try WatchAssembly.restore(&engine, from: try WatchStore(directory: scratch.path), recorded: nil, now: now)
        let middle = GeodeticPosition(latitudeDegrees: 40, longitudeDegrees: -30)
        engine.take(report("abc123", at: now, passing: middle, at: now, track: 90), feed: 0)
        let emergencies = engine.advance(to: Int(now)).alerts.emergencies
        #expect(emergencies.map(\.kind) == (isThere ? [.lostLink] : []))
    }
}
