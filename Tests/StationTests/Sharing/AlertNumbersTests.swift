import Accord
import Airspace
import Testing

@testable import Station

/// The numbers of an alert tell no more of an own aircraft than its rule does.
@Suite struct AlertNumbersTests {
    private func standing(fields: Set<DisclosureRule.Field>) throws -> StandingAgreement {
        var standing = try SharingSamples.standing()
        let names = fields.map(\.rawValue).sorted().joined(separator: ", ")
        let text = String(decoding: standing.document.bytes, as: UTF8.self)
        standing.document = try AgreementDocument(
            Array(
                text.replacing("fields: [position, level, velocity]", with: "fields: [\(names)]").utf8))
        return standing
    }

    /// The alerts that are written in the second after the aircraft was told of.
    private func alerts(_ concerns: [SharedConcern], under standing: StandingAgreement) throws -> [AlertBody] {
        var telling = try SharingSamples.telling(standing)
        var found: [AlertBody] = []
        for second in 0..<2 {
            let time = SharingSamples.time + Double(second)
            let due = telling.step(
                [SharingSamples.state("39a001", at: time)], own: SharingSamples.ours,
                concerns: second == 0 ? [] : concerns, under: standing, at: time)
            found += (due.entries["EAST"] ?? []).compactMap { $0 as? AlertBody }
        }
        return found
    }

    private let pair = SharedConcern(
        key: "pair", peer: "EAST", kind: .conflict, level: .alarm, own: "39a001", foreign: "abcde", seconds: 63.4,
        horizontalNM: 1.97, verticalFt: 1_240)
    private let entry = SharedConcern(
        key: "zone", peer: "EAST", kind: .zone, level: .advisory, own: "39a001", seconds: 57.5, horizontalNM: 6.31,
        zone: "SHELTER")

    @Test func distancesAndTimesAreOnTheGridOfTheRuleAndNeverLarger() throws {
        let told = try alerts([pair, entry], under: try standing(fields: [.position, .level, .velocity]))
        #expect(told.map(\.secondsToLoss) == [60, 55])
        #expect(told.map(\.horizontalNM) == [1.5, 6])
        #expect(told.map(\.verticalFt) == [1_000, nil])
        #expect(told.map(\.tracks.count) == [2, 1])
    }

    @Test func whatTheRuleDoesNotGiveIsLeftOut() throws {
        let told = try alerts([pair, entry], under: try standing(fields: [.position]))
        #expect(told.map(\.secondsToLoss) == [60, 55])
        #expect(told.map(\.horizontalNM) == [1.5, nil])
        #expect(told.map(\.verticalFt) == [nil, nil])
    }

    /// What lies on a step stays on it, though its quotient be a hair less than whole.
    @Test(arguments: [(0.7, 0.1, 0.7), (0.3, 0.1, 0.3), (0.29, 0.1, 0.2), (0.06, 0.5, 0), (4.999, 0.01, 4.99)])
    func steps(_ exact: Double, _ gridNM: Double, _ told: Double) throws {
        let agreement = try SharingSamples.document("west-east").agreement
        let body = TrackBody(
            track: "abcdefghijklmnop", time: EntryTime(unixSeconds: SharingSamples.time), lat: 49, lon: 2,
            gridNM: gridNM, levelGridFt: 500, timeGridSeconds: 5, delaySeconds: 0, rule: "west-all")
        var precision = try #require(AlertPrecision(told: body, under: agreement))
        #expect(precision.gridNM == max(gridNM, 0.1), "no finer than the rule itself")
        precision.gridNM = gridNM
        let alert = AlertBody(
            alert: "a", kind: .loss, level: .alarm, tracks: [], horizontalNM: exact,
            time: EntryTime(unixSeconds: SharingSamples.time))
        #expect(precision.rounded(alert).horizontalNM == told)
    }
}
