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
    func contacts(_ one: String, _ other: String) -> [RecordOrigin] {
        let parties = [one, other]
        return ordered(
            records.map(\.origin).filter { origin in
                guard case .contact(let reader) = origin.scope else { return false }
                return parties.contains(origin.writer) && parties.contains(reader)
            })
    }

    /// What first contact says of the agreement, with its writers.
    func contact(of channel: SharedAudit.Channel) -> [(writer: String, entry: Entry)] {
        let names = Dictionary(contacts(channel.writer, channel.reader).map { ($0.description, $0.writer) }) {
            first, _ in first
        }
        return entries.filter { AgreementStanding.types.contains($0.entry.type) }
            .compactMap { place in names[place.reference.record].map { ($0, place.entry) } }
    }

    /// Every version of an agreement whose document is in the records.
    func documents(of agreement: String) -> [AgreementDocument] {
        AgreedDocuments.documents(in: entries).filter { $0.agreement.identifier == agreement }
    }

    /// What the peer wrote that can change what is allowed; all else counts only by its place.
    func peerEntries(of channel: SharedAudit.Channel) -> PeerEntries {
        var found = PeerEntries()
        for origin in origins(from: channel.reader, to: channel.writer, channel.agreement) {
            let name = origin.description
            found.begin(name)
            let own = entries.filter { $0.reference.record == name }
            for place in own.sorted(by: { $0.reference.index < $1.reference.index }) {
                found.take(place.entry, at: place.reference.index, of: name)
            }
        }
        return found
    }

    /// The other parties of an agreement of more than two.
    func thirdParties(of channel: SharedAudit.Channel) -> [String] {
        let all = documents(of: channel.agreement).flatMap { $0.agreement.parties.map(\.identifier) }
        return Set(all).subtracting([channel.writer, channel.reader]).sorted()
    }

    /// What third parties told the writer about the agreement, and when it had stored that, as its own receipts say. What none of them
    /// covers it had not.
    func others(than channel: SharedAudit.Channel) -> [DisclosureAudit.Learned] {
        let third = Set(thirdParties(of: channel))
        let contact = RecordOrigin.Scope.contact(reader: channel.writer)
        let shared = RecordOrigin.Scope.agreement(reader: channel.writer, identifier: channel.agreement)
        return entries.filter { place in
            guard third.contains(place.writer), AgreementStanding.types.contains(place.entry.type) else { return false }
            return place.origin.scope == shared
                || place.origin.scope == contact && EntryPermission.mayStand(place.entry.type, in: .contact)
        }.map { place in
            DisclosureAudit.Learned(
                writer: place.writer, entry: place.entry, atUnixSeconds: receipt(of: place)?.at ?? .infinity)
        }
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
