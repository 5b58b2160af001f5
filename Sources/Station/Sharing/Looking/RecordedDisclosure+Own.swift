import Accord
import Record

extension RecordedDisclosure {
    /// What the private records say of our own aircraft, as far as the audit of some records asks for it.
    ///
    /// Own tracks are tens of millions a day: those of aircraft that nobody was told of are passed over unread.
    func ownHistory(_ own: [RecordOrigin], for told: some Sequence<RecordOrigin>) async throws -> OwnHistory {
        var history = OwnHistory(keeping: try await addresses(in: told))
        let records = own.filter { $0.isOf(party, .privateRecord) }
        for (number, origin) in records.enumerated() {
            var isFirst = number == 0
            let place = RecordDirectory(directory.ownRecord(origin.description))
            let kept = try place.keptEntries()
            history.begin(day: origin.day, hasDropped: !kept.isEmpty)
            try await each(in: place, kept: kept) { bytes in
                let type = StorageReport.entryType(bytes)
                // The oldest record continues none: all there ever were are here.
                if isFirst { history.isWhole = type != "continued/1" }
                isFirst = false
                switch type {
                case PseudonymBody.type: break
                case OwnTrackBody.type:
                    if let track = EntryGlance.track(of: bytes), !history.concerns(track) { return }
                default: return
                }
                if let entry = try? Entry(bytes) { history.take(entry) }
            }
        }
        return history
    }

    /// The aircraft of which some records told by their addresses, where an agreement has a rule of ours that does so.
    private func addresses(in told: some Sequence<RecordOrigin>) async throws -> Set<String> {
        var rules: [String: Bool] = [:]
        var found: Set<String> = []
        for origin in told {
            guard case .agreement(_, let identifier) = origin.scope else { continue }
            let tells =
                try rules[identifier]
                ?? documents(of: identifier).contains { document in
                    document.agreement.disclosure.contains { $0.from == party && $0.naming == .address }
                }
            rules[identifier] = tells
            guard tells else { continue }
            try await each(in: directory.ownRecord(origin.description)) { bytes in
                guard StorageReport.entryType(bytes) == TrackBody.type else { return }
                if let track = EntryGlance.track(of: bytes) ?? (try? Entry(bytes).body(TrackBody.self))?.track {
                    found.insert(track)
                }
            }
        }
        return found
    }

    /// Gives every entry of a private record that is still there, verified.
    ///
    /// - Parameter kept: those that stay in files of their own where their bundles were dropped.
    private func each(in place: RecordDirectory, kept: [UInt64], _ body: ([UInt8]) -> Void) async throws {
        let source = DirectorySource(place)
        let newest = try await source.newestCheckpoint().checkpoint
        let reader = RecordReader(source: source, trusting: newest, cachedTiles: 64)
        let kept = Dictionary(grouping: kept) { $0 >> 8 }
        let count = (newest.size + 0xFF) >> 8
        // The last bundle of a record is the last to go.
        let last = count > 0 ? try await reader.bundle(at: count - 1) : nil
        for index in last == nil ? kept.keys.sorted() : Array(0..<count) {
            if let bundle = try await reader.bundle(at: index) {
                for number in 0..<bundle.count { body(bundle.entry(number)) }
            } else {
                for place in kept[index] ?? [] { body(try await reader.entry(at: place)) }
            }
        }
    }
}
