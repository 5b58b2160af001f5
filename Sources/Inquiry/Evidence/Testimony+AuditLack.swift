import Accord
import Record

extension Testimony {
    /// What an audit needs and the records do not hold; nil: all is there.
    func lackForAudit(of channel: SharedAudit.Channel) -> BilingualText? {
        if let lack = lackOfContact(channel.writer, channel.reader) { return lack }
        let signed = contact(of: channel).compactMap { try? $0.entry.body(AgreementSignedBody.self) }
        let texts = Set(documents(of: channel.agreement).map(\.sha256))
        guard signed.contains(where: { $0.agreement == channel.agreement && texts.contains($0.sha256) }) else {
            return BilingualText(
                english: "the text of agreement \(channel.agreement) with both signatures",
                russian: "текст соглашения \(channel.agreement) с подписями обеих сторон")
        }
        if let lack = lackOfShared(channel.writer, channel.reader, channel.agreement) { return lack }
        // Each of the others must have signed too, and may have suspended the agreement.
        for third in thirdParties(of: channel) {
            let lack =
                lackOfContact(channel.writer, third) ?? lackOfShared(channel.writer, third, channel.agreement)
            if let lack { return lack }
        }
        return nil
    }

    private func lackOfContact(_ one: String, _ other: String) -> BilingualText? {
        let both = contacts(one, other)
        guard Set(both.map(\.writer)).count == 2 else {
            return BilingualText(
                english:
                    "the records of first contact of \(one), \(other), which hold the agreement and its signatures",
                russian: "записи первого контакта (\(one), \(other)), в которых есть соглашение и подписи под ним")
        }
        return both.lazy.compactMap(lack(before:)).first
    }

    private func lackOfShared(_ writer: String, _ reader: String, _ agreement: String) -> BilingualText? {
        let shared = origins(from: writer, to: reader, agreement) + origins(from: reader, to: writer, agreement)
        guard Set(shared.map(\.writer)).count == 2 else {
            let missing = shared.contains { $0.writer == reader } ? writer : reader
            return missing == reader
                ? BilingualText(
                    english: "\(reader)'s shared record, which says whether it had suspended the agreement",
                    russian: "общая запись стороны \(reader), из которой видно, не приостанавливала ли она соглашение")
                : BilingualText(
                    english: "\(writer)'s record for \(reader), which says when it had stored what \(reader) wrote",
                    russian:
                        "запись стороны \(writer) для \(reader), из которой видно, когда ею было получено написанное")
        }
        return shared.lazy.compactMap(lack(before:)).first
    }

    /// What is missing at the beginning of a record: the one that it continues, or entries that were dropped.
    private func lack(before origin: RecordOrigin) -> BilingualText? {
        let name = origin.description
        if records.contains(where: { $0.origin == origin && $0.hasDropped }) {
            return BilingualText(
                english: "the entries of \(name) that are no longer kept",
                russian: "более не хранящиеся записи из \(name)")
        }
        let first = entries.first { $0.reference.record == name && $0.reference.index == 0 }
        guard let first, case .continued(let key, _) = try? RotationEntry(first.entry.bytes),
            !records.contains(where: { $0.origin.description == key.name })
        else { return nil }
        return BilingualText(
            english: "\(key.name), which \(name) continues", russian: "запись \(key.name), которую продолжает \(name)")
    }
}
