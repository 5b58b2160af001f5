import Accord
import Airspace
import Separation
import Testing

@testable import Station

/// Which of the agreed distances hold where and when.
@Suite("Agreements: which distances hold")
struct AgreedRulesTests {
    /// In the middle of the training zone, and below it.
    private static let inside = GeodeticPosition(latitudeDegrees: 49.6, longitudeDegrees: 2.4)

    private func minima(_ rules: AlertRules, feet: Double, at time: Double) throws -> Double {
        var monitor = try ConflictMonitor(rules: .standard())
        try monitor.agree(rules, with: "EAST")
        let tracks = [("own", nil, 0.0), ("EAST:a", "EAST", 9_000.0)].map { identifier, party, metres in
            AlertTrack(
                identifier: identifier,
                state: KinematicState(
                    timeUnixSeconds: time,
                    position: Geodesic.direct(from: Self.inside, azimuthDegrees: 90, distanceMetres: metres).position,
                    level: .pressure(feet: feet), groundSpeedMetresPerSecond: 200,
                    trackDegrees: metres == 0 ? 90 : 270),
                lastReportUnixSeconds: time, party: party)
        }
        var picture = monitor.step(at: time, tracks: tracks, candidates: [CandidatePair(0, 1)])
        for second in 1...5 {
            picture = monitor.step(at: time + Double(second), tracks: tracks, candidates: [CandidatePair(0, 1)])
        }
        return try #require(picture.alerts.first).minima.horizontal.nauticalMiles
    }

    /// The smaller distance of a training zone is for the time that it is active, and for no other.
    @Test func aZonesDistanceHoldsWhileItIsActive() throws {
        let agreement = try SharingSamples.document("west-east").agreement
        let asleep = AlertRules.agreed(agreement, keepsSchedule: false)
        let active = AlertRules.agreed(agreement, activeZones: ["NORTH"], keepsSchedule: false)
        #expect(abs(try minima(asleep, feet: 24_000, at: SharingSamples.time) - 5) < 1e-9)
        #expect(abs(try minima(active, feet: 24_000, at: SharingSamples.time) - 3) < 1e-9)
        // Below the zone nothing of it holds.
        #expect(abs(try minima(active, feet: 15_000, at: SharingSamples.time) - 5) < 1e-9)
    }

    /// Without anybody's word a zone goes by its own times.
    @Test func aZoneGoesByItsTimes() throws {
        var agreement = try SharingSamples.document("west-east").agreement
        let index = try #require(agreement.zones.firstIndex { $0.identifier == "NORTH" })
        let time = SharingSamples.time
        agreement.zones[index].activeUnixSeconds = [(time + 100)...(time + 200)]
        let rules = AlertRules.agreed(agreement)
        #expect(abs(try minima(rules, feet: 24_000, at: time) - 5) < 1e-9)
        #expect(abs(try minima(rules, feet: 24_000, at: time + 120) - 3) < 1e-9)
        #expect(
            abs(try minima(AlertRules.agreed(agreement, keepsSchedule: false), feet: 24_000, at: time + 120) - 5) < 1e-9
        )
    }

    /// With two agreements of one party the first holds in its area, and the second where the first says nothing.
    @Test func twoAgreementsHoldEachInItsArea() throws {
        let first = try SharingSamples.document("west-east").agreement
        var second = first
        second.identifier = "SUMMER"
        for index in second.minima.indices where second.minima[index].zone == nil {
            second.minima[index].minima.horizontal = Length(8, .nauticalMiles)
        }
        let active: Set<String> = ["NORTH"]
        let both = AlertRules.agreed(first, activeZones: active, keepsSchedule: false)
            .joined(with: AlertRules.agreed(second, activeZones: active, keepsSchedule: false), of: "SUMMER")
        #expect(both.faults == [])
        #expect(abs(try minima(both, feet: 15_000, at: SharingSamples.time) - 5) < 1e-9)
        var elsewhere = first
        elsewhere.area = Volume(
            footprint: .circle(
                centre: GeodeticPosition(latitudeDegrees: 10, longitudeDegrees: 2.4), radiusMetres: 10_000))
        let split = AlertRules.agreed(elsewhere, keepsSchedule: false)
            .joined(with: AlertRules.agreed(second, keepsSchedule: false), of: "SUMMER")
        #expect(abs(try minima(split, feet: 15_000, at: SharingSamples.time) - 8) < 1e-9)
    }
}
