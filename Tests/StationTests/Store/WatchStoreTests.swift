import Airspace
import Foundation
import GRDB
import Logging
import Separation
import Surveillance
import Testing

@testable import Station

@Suite struct WatchStoreTests {
    private func point(_ second: Int) -> CompactPoint {
        CompactPoint(
            HistoryPoint(
                timeUnixSeconds: Double(second), position: GeodeticPosition(latitudeDegrees: 48, longitudeDegrees: 2),
                pressureAltitudeFeet: 1_000, groundSpeedMetresPerSecond: nil, trackDegrees: 359.5))
    }

    @Test func pointsSurviveTheirBytes() throws {
        let points = (0..<5).map(point)
        let decoded = CompactPoint.decode(CompactPoint.encode(points))
        #expect(decoded.map(\.point) == points.map(\.point))
        let first = try #require(decoded.first?.point)
        #expect(first.pressureAltitudeFeet == 1_000)
        #expect(first.groundSpeedMetresPerSecond == nil)
        #expect(abs(first.position.latitudeDegrees - 48) < 1e-7)
        #expect(CompactPoint.decode(Data([1, 2, 3])).isEmpty)
    }

    /// A store of the first version is brought up to date: what is in it stays, and no aircraft is looked for among all encounters.
    @Test func aStoreOfTheFirstVersionGoesOn() async throws {
        let scratch = try Scratch()
        let encounter = try #require(try measuredCrossing().first)
        let path = try WatchStore(directory: scratch.path).path
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
        let old = try DatabaseQueue(path: path)
        try WatchStore.migrator.migrate(old, upTo: "1: encounters, alarms, tracks, entries")
        try old.close()
        let store = try WatchStore(directory: scratch.path)
        try await store.pool.write { database in
            try store.write(
                encounter, tracks: ["aaaaaa": (encounter.start...encounter.end).map(point)], rule: MeasuringRule(),
                in: database)
        }
        let span = Double(encounter.start)...Double(encounter.end)
        #expect(try await store.points(of: "aaaaaa", in: span).count == encounter.end - encounter.start + 1)
        let indexes = try await store.pool.read { try $0.indexes(on: "encounterTrack").map(\.columns) }
        #expect(indexes.contains(["identifier"]))
    }

    @Test func liveTracksExpireAndThoseOfEncountersStay() async throws {
        let scratch = try Scratch()
        let store = try WatchStore(directory: scratch.path)
        let rule = MeasuringRule()
        let encounter = try #require(try measuredCrossing().first)
        try await store.pool.write { database in
            try store.write(
                [TrackStretch(identifier: "aaaaaa", points: (encounter.start - 60...encounter.end + 60).map(point))],
                in: database)
            try store.write(encounter, tracks: ["aaaaaa": [], "bbbbbb": []], rule: rule, in: database)
        }
        let span = Double(encounter.start - 600)...Double(encounter.end + 600)
        let before = try await store.points(of: "aaaaaa", in: span)
        #expect(before.count == encounter.end - encounter.start + 121)
        #expect(try await store.expireTracks(before: Double(encounter.end + 1_000)) == 1)
        let after = try await store.points(of: "aaaaaa", in: span)
        #expect(after.count == before.count, "the stretch around the encounter is kept with it")
        let rows = try await store.pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM trackStretch") }
        #expect(rows == 0)
    }

    @Test func anEncounterMeasuredAgainIsTheSameOne() async throws {
        let scratch = try Scratch()
        let store = try WatchStore(directory: scratch.path)
        let encounters = try measuredCrossing()
        for rule in [MeasuringRule(), MeasuringRule(), MeasuringRule(gapSeconds: 60)] {
            try await store.pool.write { database in
                for encounter in encounters { try store.write(encounter, tracks: [:], rule: rule, in: database) }
            }
        }
        let page = try await store.encounters(.init(span: -1e11...1e11, limit: 10), rule: MeasuringRule())
        #expect(page.documents.count == 1)
        #expect(page.next == nil)
    }

    @Test func pagesGoOnWhereTheLastEnded() async throws {
        let scratch = try Scratch()
        let store = try WatchStore(directory: scratch.path)
        let encounter = try #require(try measuredCrossing().first)
        try await store.pool.write { database in
            for number in 0..<25 {
                var copy = encounter
                copy.start += number / 3
                copy.a = "a\(number)"
                try store.write(copy, tracks: [:], rule: MeasuringRule(), in: database)
            }
        }
        var seen: [[UInt8]] = []
        var query = WatchStore.EncounterQuery(span: -1e11...1e11, limit: 10)
        while true {
            let page = try await store.encounters(query, rule: MeasuringRule())
            seen += page.documents
            guard let next = page.next else { break }
            query.after = WatchStore.EncounterQuery.Cursor(next)
        }
        #expect(seen.count == 25)
        #expect(Set(seen).count == 25)
    }

    @Test func anOlderStoreIsBroughtUpToDateAndAForeignFileIsRefused() throws {
        let scratch = try Scratch()
        _ = try WatchStore(directory: scratch.path)
        let again = try WatchStore(directory: scratch.path)
        let names = try again.pool.read { try WatchStore.migrator.appliedMigrations($0) }
        #expect(names == WatchStore.migrator.migrations)
        let foreign = try Scratch()
        _ = try foreign.write(String(repeating: "no database ", count: 500), to: "watch.sqlite")
        #expect(throws: StationError.self) { try WatchStore(directory: foreign.path) }
    }

    @Test func whatPeopleEnteredSurvives() throws {
        let target = try ManualTarget(
            identifier: "manual-1", callsign: "КОРАБЛЬ", aircraftClass: .helicopter, timeUnixSeconds: 1_000,
            position: GeodeticPosition(latitudeDegrees: 1, longitudeDegrees: 2), level: .pressure(feet: 500),
            groundSpeedMetresPerSecond: 40, trackDegrees: 90, errorMetres: 300, source: "radar", enteredBy: "Ivanov")
        #expect(ManualTarget(document: target.document) == target)
        let group = TogetherGroup(
            name: "tanker", members: ["a", "b"], activeUnixSeconds: 0...100, declaredBy: "Ivanov")
        #expect(TogetherGroup(document: group.document) == group)
        #expect(TogetherGroup(document: Array("{}".utf8)) == nil)
    }

    private func measuredCrossing() throws -> [Encounter] {
        var watch = EncounterWatch(rule: MeasuringRule(), clock: .reports, startingMidwayAt: nil)
        for report in crossing().sorted(by: { $0.timeUnixSeconds < $1.timeUnixSeconds }) {
            watch.take(report, quality: [])
        }
        return watch.finish().map(\.encounter)
    }
}
