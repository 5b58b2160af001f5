import Accord

extension RecordedDisclosure {
    /// Audits the records of first contact: they leave without any agreement.
    func contacts(
        _ own: [RecordOrigin], _ theirs: [RecordOrigin], with wanted: String?,
        finding: (DisclosureAudit.Finding, String) -> Void, report: (Report) -> Void
    ) async throws {
        let readers = Set(own.compactMap(\.contactReader)).filter { wanted == nil || wanted == $0 }
        for peer in readers.sorted() {
            var stored: [String: UInt64] = [:]
            for origin in theirs where origin.isOf(peer, .contact(reader: party)) {
                try await each(in: directory.peerRecord(origin.description)) { bytes in
                    if let entry = try? Entry(bytes) { Self.note(entry, in: &stored) }
                }
            }
            for origin in own where origin.isOf(party, .contact(reader: peer)) {
                let name = origin.description
                var present = Report(origin: name, peer: peer, agreement: nil)
                try await each(in: directory.ownRecord(name)) { bytes in
                    let found = DisclosureAudit.judgeFirstContact(bytes, index: present.entries)
                    present.note(found)
                    finding(found, name)
                }
                present.missing = (stored.removeValue(forKey: name) ?? 0).subtractingOrZero(UInt64(present.entries))
                report(present)
            }
            for (name, size) in stored.sorted(by: { $0.key < $1.key })
            where (try? RecordOrigin(parsing: name))?.isOf(party, .contact(reader: peer)) == true {
                report(Report(origin: name, peer: peer, agreement: nil, missing: size))
            }
        }
    }
}

extension RecordOrigin {
    fileprivate var contactReader: String? { if case .contact(let reader) = scope { reader } else { nil } }
}
