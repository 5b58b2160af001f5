import Accord

/// How far two parties' clocks can be apart, from what each says it had stored of the other's record and when.
///
/// A receipt cannot come before what it acknowledges. So the shortest delay one way, by the two clocks, bounds how far the
/// reader's clock is ahead, and the shortest the other way how far it is behind: the bounds of a time exchange, from signed entries.
enum ClockBounds {
    static func seconds(_ entries: [EvidenceEntry]) -> [Set<String>: Double] {
        var times: [EvidenceReference: Double] = [:]
        for entry in entries { times[entry.reference] = entry.at }
        // The shortest delay from the writer of an entry to the writer of its receipt.
        var shortest: [[String]: Double] = [:]
        for place in entries {
            guard let seen = place.body(SeenBody.self), seen.size > 0,
                let origin = try? RecordOrigin(parsing: seen.record),
                let written = times[EvidenceReference(record: seen.record, index: seen.size - 1)]
            else { continue }
            let way = [origin.writer, place.writer]
            shortest[way] = min(shortest[way] ?? .infinity, place.at - written)
        }
        var bounds: [Set<String>: Double] = [:]
        for (way, ahead) in shortest {
            guard let behind = shortest[[way[1], way[0]]] else { continue }
            bounds[Set(way)] = max(ahead, behind, 0)
        }
        return bounds
    }
}
