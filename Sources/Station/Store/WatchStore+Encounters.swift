import Airspace
import Foundation
import GRDB
import Separation

extension MeasuringRule {
    /// The rule and its parameters as one key: encounters measured otherwise are others.
    var storeKey: String {
        "\(Self.name) \(minima.horizontal.metres) m \(minima.vertical.feet) ft gap \(gapSeconds) s merge \(mergeSeconds) s"
    }
}

/// A page of a list of encounters.
struct EncounterPage: Sendable {
    /// Each as the interface describes `Encounter`.
    var documents: [[UInt8]]
    /// What to ask for the page after it; nil: this was the last one.
    var next: String?
}

extension WatchStore {
    /// Which encounters are asked for, latest first.
    struct EncounterQuery: Sendable {
        var span: ClosedRange<Double>
        var limit: Int
        /// Where the page before ended.
        var after: Cursor?

        /// A place in the list: start and row.
        struct Cursor: Sendable {
            var start: Int
            var row: Int

            init(start: Int, row: Int) {
                self.start = start
                self.row = row
            }

            /// Reads `1633609000:17`; nil for anything else.
            init?(_ text: String) {
                let parts = text.split(separator: ":", omittingEmptySubsequences: false)
                guard parts.count == 2, let start = Int(parts[0]), let row = Int(parts[1]) else { return nil }
                self.init(start: start, row: row)
            }
        }
    }

    /// How much of both tracks is kept before and after an encounter, seconds.
    static let marginSeconds = 120.0

    /// Notes an encounter that is over, with the tracks of both around it: those given, and what is on disk of them already.
    ///
    /// - Parameter isFinal: one that is known is brought up to date; else it stays as it is.
    func write(
        _ encounter: Encounter, tracks: [String: [CompactPoint]], rule: MeasuringRule, isFinal: Bool = true,
        in database: Database
    ) throws {
        var writer = JSONWriter()
        PictureEncounter(encounter: encounter, isOpen: false).write(to: &writer)
        let row = try Int.fetchOne(
            database,
            sql: """
                INSERT INTO encounter (a, b, start, "end", rule, minHorizontalMetres, document)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (a, b, start, rule) DO UPDATE SET
                    "end" = excluded."end", minHorizontalMetres = excluded.minHorizontalMetres,
                    document = excluded.document
                WHERE ?
                RETURNING id
                """,
            arguments: [
                encounter.a, encounter.b, encounter.start, encounter.end, rule.storeKey,
                encounter.minHorizontalMetres, Data(writer.bytes), isFinal,
            ])
        guard let row else { return }
        let span = Double(encounter.start) - Self.marginSeconds...Double(encounter.end) + Self.marginSeconds
        for (identifier, points) in tracks {
            let known = try Self.points(of: identifier, in: span, database)
            let all = Self.merge(known + points, in: span)
            try database.execute(
                sql: "INSERT OR REPLACE INTO encounterTrack (encounter, identifier, points) VALUES (?, ?, ?)",
                arguments: [row, identifier, CompactPoint.encode(all)])
        }
    }

    /// A page of the encounters that were measured by `rule`.
    ///
    /// - Throws: what SQLite says; the caller answers that the store failed.
    func encounters(_ query: EncounterQuery, rule: MeasuringRule) async throws -> EncounterPage {
        try await pool.read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT id, start, document FROM encounter
                    WHERE rule = :rule AND start <= :to AND "end" >= :from
                        AND (:after IS NULL OR start < :after OR (start = :after AND id < :row))
                    ORDER BY start DESC, id DESC LIMIT :limit
                    """,
                arguments: [
                    "rule": rule.storeKey, "from": query.span.lowerBound, "to": query.span.upperBound,
                    "after": query.after?.start, "row": query.after?.row ?? 0, "limit": query.limit + 1,
                ])
            var page = EncounterPage(
                documents: rows.prefix(query.limit).map { [UInt8]($0["document"] as Data) }, next: nil)
            if rows.count > query.limit, let last = rows.prefix(query.limit).last {
                page.next = "\(last["start"] as Int):\(last["id"] as Int)"
            }
            return page
        }
    }
}
