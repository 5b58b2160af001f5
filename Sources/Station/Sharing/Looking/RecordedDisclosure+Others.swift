import Accord

extension RecordedDisclosure {
    /// What the other parties of an agreement of more than two wrote about it, and when this station had stored it.
    func others(
        than peer: String, _ documents: [AgreementDocument], under identifier: String, own: [RecordOrigin],
        theirs: [RecordOrigin]
    ) async throws -> [DisclosureAudit.Learned] {
        let third = Set(documents.flatMap { $0.agreement.parties.map(\.identifier) }).subtracting([party, peer])
        var found: [DisclosureAudit.Learned] = []
        for origin in theirs where third.contains(origin.writer) {
            let scopes = [RecordOrigin.Scope.contact(reader: party), .agreement(reader: party, identifier: identifier)]
            guard scopes.contains(origin.scope) else { continue }
            let kind: EntryPermission.Scope = origin.scope == .contact(reader: party) ? .contact : .agreement
            let receipts = try await receipts(for: origin, own: own)
            var index: UInt64 = 0
            try await each(in: directory.peerRecord(origin.description)) { bytes in
                defer { index += 1 }
                guard let entry = try? Entry(bytes), AgreementStanding.types.contains(entry.type),
                    EntryPermission.mayStand(entry.type, in: kind)
                else { return }
                let receipt = receipts.first { $0.size > index }
                found.append(
                    DisclosureAudit.Learned(
                        writer: origin.writer, entry: entry,
                        atUnixSeconds: receipt?.atUnixSeconds ?? entry.atUnixSeconds))
            }
        }
        return found
    }

    /// Our receipts for a record of another party, in their order.
    private func receipts(for origin: RecordOrigin, own: [RecordOrigin]) async throws -> [(
        size: UInt64, atUnixSeconds: Double
    )] {
        var found: [(size: UInt64, atUnixSeconds: Double)] = []
        for record in own where record.reader == origin.writer {
            try await each(in: directory.ownRecord(record.description)) { bytes in
                guard StorageReport.entryType(bytes) == SeenBody.type, let entry = try? Entry(bytes),
                    let body = try? entry.body(SeenBody.self), body.record == origin.description
                else { return }
                found.append((body.size, entry.atUnixSeconds))
            }
        }
        return found
    }
}
