import Accord
import Record

extension Testimony {
    /// The records of one party for another under an agreement, in the order of their days.
    func origins(from writer: String, to reader: String, _ agreement: String) -> [RecordOrigin] {
        let scope = RecordOrigin.Scope.agreement(reader: reader, identifier: agreement)
        return ordered(records.map(\.origin).filter { $0.writer == writer && $0.scope == scope })
    }

    private func ordered(_ origins: [RecordOrigin]) -> [RecordOrigin] {
        Set(origins).sorted { ($0.day, $0.number) < ($1.day, $1.number) }
    }

    /// The records of first contact between two parties, either way.
    private func contacts(_ channel: SharedAudit.Channel) -> [RecordOrigin] {
        let parties = [channel.writer, channel.reader]
        return ordered(
            records.map(\.origin).filter { origin in
                guard case .contact(let reader) = origin.scope else { return false }
                return parties.contains(origin.writer) && parties.contains(reader)
            })
    }

    /// What first contact says of the agreement, with its writers.
    func contact(of channel: SharedAudit.Channel) -> [(writer: String, entry: Entry)] {
        let names = Dictionary(contacts(channel).map { ($0.description, $0.writer) }) { first, _ in first }
        return entries.filter { AgreementStanding.types.contains($0.entry.type) }
            .compactMap { place in names[place.reference.record].map { ($0, place.entry) } }
    }

    /// Every version of an agreement whose document is in the records.
    func documents(of agreement: String) -> [AgreementDocument] {
        AgreedDocuments.documents(in: entries).filter { $0.agreement.identifier == agreement }
    }

    /// What an audit needs and the records do not hold; nil: all is there.
    func lackForAudit(of channel: SharedAudit.Channel) -> BilingualText? {
        let parties = "\(channel.writer), \(channel.reader)"
        let both = contacts(channel)
        guard Set(both.map(\.writer)).count == 2 else {
            return BilingualText(
                english: "the records of first contact of \(parties), which hold the agreement and its signatures",
                russian: "записи первого контакта (\(parties)), в которых есть соглашение и подписи под ним")
        }
        let signed = contact(of: channel).compactMap { try? $0.entry.body(AgreementSignedBody.self) }
        let texts = Set(documents(of: channel.agreement).map(\.sha256))
        guard signed.contains(where: { $0.agreement == channel.agreement && texts.contains($0.sha256) }) else {
            return BilingualText(
                english: "the text of agreement \(channel.agreement) with both signatures",
                russian: "текст соглашения \(channel.agreement) с подписями обеих сторон")
        }
        let shared =
            origins(from: channel.writer, to: channel.reader, channel.agreement)
            + origins(from: channel.reader, to: channel.writer, channel.agreement)
        guard Set(shared.map(\.writer)).count == 2 else {
            return BilingualText(
                english: "\(channel.reader)'s shared record, which says whether it had suspended the agreement",
                russian:
                    "общая запись стороны \(channel.reader), из которой видно, не приостанавливала ли она соглашение")
        }
        for origin in both + shared {
            if let lack = lack(before: origin) { return lack }
        }
        return nil
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

extension RecordLibrary {
    /// A party's own track of an aircraft that it told of under a pseudonym; nil: the records do not say which it is.
    func ownTrack(ofPseudonym pseudonym: String, writer: String) -> Track? {
        let shared = writer + Self.sharedSuffix
        guard let told = tracks.first(where: { $0.name == pseudonym && $0.source == shared }),
            told.identifier != told.name
        else { return nil }
        return tracks.first { $0.identifier == told.identifier && $0.source == writer + " own" }
    }
}

extension DisclosureAudit.Violation {
    /// In plain words, in Russian.
    var russian: String {
        switch self {
        case .unreadable(let reason): "запись не читается: \(reason)"
        case .type(let flow):
            "запись такого типа тогда не допускалась: соглашение "
                + {
                    switch flow {
                    case .none: "не действовало"
                    case .inForce: "действовало"
                    case .suspended: "было приостановлено"
                    case .ended: "прекратилось"
                    }
                }()
        case .noSuchRule(let rule): "правило «\(rule)» не действовало"
        case .otherParties(let rule): "правило «\(rule)» относится к другим сторонам"
        case .outside: "борт был вне района или высот, указанных в правиле"
        case .field(let name): "правило не предусматривает поле «\(name)»"
        case .tooFine(let name): "точность «\(name)» выше допустимой правилом"
        case .noConflict: "точность — как при конфликте, а конфликта не было"
        case .tooEarly: "передано раньше положенной задержки"
        case .tooOften: "передано чаще, чем допускает правило"
        case .notAPseudonym: "вместо псевдонима указан адрес"
        }
    }
}
