import Accord
import Airspace
import Foundation
import Testing

@testable import Exercise

/// Plans that put more than two flights together.
struct SeveralFlightsTests {
    @Test("every two flights of different parties that a card brings together are a pair, and no others")
    func pairs() throws {
        let plan = try ExamplePlan.fourFlights()
        let pairs = RehearsalScenario.pairs(of: plan).map { Set([$0.first.identifier, $0.second.identifier]) }
        let expected: [Set] = [
            ["VIPER", "SOKOL"], ["VIPER", "SOKOL-2"], ["SOKOL", "VIPER-2"], ["VIPER-2", "SOKOL-2"],
        ]
        #expect(pairs.count == 4 && Set(pairs) == Set(expected))
        #expect(RehearsalScenario.crews(of: plan).map(\.identifier) == ["VIPER", "SOKOL", "VIPER-2", "SOKOL-2"])
        let two = RehearsalScenario.pairs(of: try ExamplePlan.plan())
        #expect(two.map(\.first.identifier) == ["VIPER"] && two.map(\.second.identifier) == ["SOKOL"])
    }

    @Test("the closest of all pairs counts, and it is said which")
    func closest() throws {
        let flights = [
            Sample.flight("first", from: (-20_000, 0), to: (30_000, 0), track: 90),
            Sample.flight("second", from: (20_000, 9_000), to: (-30_000, 9_000), track: 270),
            Sample.flight("third", from: (20_000, -7_000), to: (-30_000, -7_000), track: 270),
        ]
        let minimum = 3 * 1852.0
        func fly(_ pairs: [RehearsalScenario.Pair], watch: Bool = false) throws -> Rehearsal.Approach {
            let scenario = RehearsalScenario(
                flights: flights, pairs: pairs, minimumMetres: minimum, verticalFeet: 1_000,
                watch: WatchRule(bufferMetres: 8_000), errors: .none, durationSeconds: 180)
            return try Rehearsal(scenario, seed: 1).nominal(watch: watch ? scenario.watch : nil)
        }
        let all = try fly([.init(0, 1), .init(0, 2)])
        #expect(all.pair == 1 && abs(all.metres - 7_000) < 20)
        let one = try fly([.init(0, 1)])
        #expect(one.pair == 0 && abs(one.metres - 9_000) < 20)
        // Who is not paired may come as near as it likes; the watch looks at every pair.
        #expect(try fly([.init(0, 1)], watch: true).abortSeconds == nil)
        #expect(try fly([.init(0, 1), .init(0, 2)], watch: true).abortSeconds != nil)
    }

    @Test("a flight that comes near nobody changes nothing")
    func bystander() throws {
        let errors = RehearsalErrors()
        let two = Sample.passing(apart: 5_700, errors: errors)
        var three = two
        three.flights.append(Sample.flight("far", from: (0, 90_000), to: (30_000, 90_000), track: 90))
        three.pairs.append(.init(0, 2))
        let one = try Rehearsal(two, seed: 5).fly(0..<200, watch: two.watch)
        let other = try Rehearsal(three, seed: 5).fly(0..<200, watch: three.watch)
        for (first, second) in zip(one, other) {
            // The plane touches the earth elsewhere, which is centimetres here.
            #expect(abs(first.metres - second.metres) < 30 && first.abortSeconds == second.abortSeconds)
        }
    }

    @Test("a pair that does not exist is a fault")
    func faults() {
        var scenario = Sample.passing(apart: 6_000)
        scenario.pairs = [.init(0, 2)]
        #expect(throws: ExerciseError.self) { try Rehearsal(scenario, seed: 1) }
        scenario.pairs = []
        #expect(throws: ExerciseError.self) { try Rehearsal(scenario, seed: 1) }
    }

    @Test("four flights are rehearsed, flown and debriefed, pair by pair")
    func wholeDay() throws {
        let plan = try ExamplePlan.fourFlights()
        let scenario = try RehearsalScenario(plan)
        #expect(scenario.flights.count == 4 && scenario.pairs.count == 4)
        let result = try Rehearsal(scenario, seed: 1).result(runs: 100)
        #expect(result.approaches.count == 100 && result.approaches.allSatisfy { $0.metres.isFinite })
        #expect(result.approaches.contains { $0.pair != 0 })

        var day = try SimulatedDay(plan)
        #expect(day.parties == ["WEST", "EAST"])
        var entries: [LoggedEntry] = []
        while let written = day.next() {
            for item in written {
                let bytes = try item.draft.bytes(
                    atUnixSeconds: item.atUnixSeconds, salt: [UInt8](repeating: 1, count: 16))
                let origin =
                    item.isPrivate
                    ? "parley/\(item.party)/private/2015-11-03" : "parley/\(item.party)/to/X/A/2015-11-03"
                entries.append(
                    LoggedEntry(
                        party: item.party, origin: origin, index: UInt64(entries.count), entry: try Entry(bytes)))
            }
        }
        let debrief = try Debrief(try ExerciseLog(plan, entries: entries))
        let pairs = Set(debrief.accounts.map(\.between))
        #expect(pairs.count == 4)
        for pair in pairs {
            // Each side's own data, and the shared data, of each pair.
            #expect(debrief.accounts.filter { $0.between == pair && $0.interval != nil }.count == 3)
        }
        #expect(debrief.accounts.allSatisfy { $0.name.english.contains(" – ") && $0.name.russian.contains(" – ") })
        let nearest = debrief.accounts.filter { $0.interval != nil }.min { ($0.metres ?? 1e9) < ($1.metres ?? 1e9) }
        #expect(debrief.crews.prefix(2).map(\.identifier).sorted() == nearest?.between)
        #expect(debrief.crews.count == 4)
        #expect(!debrief.differences.contains { $0.english.contains("contradict") })
        // Crews that trail their leaders by 6 NM are in the exchange too.
        let said = entries.compactMap { try? $0.entry.body(ExchangeBody.self).participant }
        #expect(
            Set(said) == ["VIPER", "SOKOL", "VIPER-2", "SOKOL-2"]
                || debrief.log.acts.contains { if case .abort = $0.kind { true } else { false } })
    }
}
