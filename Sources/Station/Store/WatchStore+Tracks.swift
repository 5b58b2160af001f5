import Foundation
import GRDB

/// Some minutes of one track.
struct TrackStretch: Sendable {
    var identifier: String
    var points: [CompactPoint]
}

extension WatchStore {
    /// Notes stretches of live tracks.
    func write(_ stretches: [TrackStretch], in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: #"INSERT INTO trackStretch (identifier, start, "end", points) VALUES (?, ?, ?, ?)"#)
        for stretch in stretches {
            guard let first = stretch.points.first, let last = stretch.points.last else { continue }
            try statement.execute(arguments: [
                stretch.identifier, first.timeUnixSeconds, last.timeUnixSeconds, CompactPoint.encode(stretch.points),
            ])
        }
    }

    /// The points of an aircraft within `span` of Unix seconds, from its stretches and its encounters, in the order of time.
    func points(of identifier: String, in span: ClosedRange<Double>) async throws -> [HistoryPoint] {
        try await pool.read { try Self.points(of: identifier, in: span, $0) }.map(\.point)
    }

    /// As `points(of:in:)`, inside a transaction.
    static func points(
        of identifier: String, in span: ClosedRange<Double>, _ database: Database
    ) throws -> [CompactPoint] {
        let stretches = try Data.fetchAll(
            database,
            sql: """
                SELECT points FROM trackStretch
                WHERE identifier = ? AND start <= ? AND "end" >= ? ORDER BY start LIMIT 5000
                """,
            arguments: [identifier, span.upperBound, span.lowerBound])
        let encounters = try Data.fetchAll(
            database,
            sql: """
                SELECT points FROM encounterTrack JOIN encounter ON encounter.id = encounterTrack.encounter
                WHERE identifier = ? AND start - 600 <= ? AND "end" + 600 >= ? ORDER BY start LIMIT 1000
                """,
            arguments: [identifier, span.upperBound, span.lowerBound])
        return merge((stretches + encounters).flatMap { CompactPoint.decode($0) }, in: span)
    }

    /// Points of several stretches in the order of time, each moment once.
    static func merge(_ points: [CompactPoint], in span: ClosedRange<Double>) -> [CompactPoint] {
        var merged: [CompactPoint] = []
        for point in points.sorted(by: { $0.timeUnixSeconds < $1.timeUnixSeconds })
        where span.contains(point.timeUnixSeconds) && point.timeUnixSeconds != merged.last?.timeUnixSeconds {
            merged.append(point)
        }
        return merged
    }

    /// Deletes the stretches that ended before `unixSeconds`; encounters keep their own.
    ///
    /// - Returns: how many went.
    @discardableResult
    func expireTracks(before unixSeconds: Double) async throws -> Int {
        try await pool.write { database in
            try database.execute(sql: #"DELETE FROM trackStretch WHERE "end" < ?"#, arguments: [unixSeconds])
            return database.changesCount
        }
    }
}
