public import Accord

/// Holds what one party told another under an agreement against the versions in force: each entry, its rule, fields, precision, delay, place,
/// and whether the aircraft was the party's own and one that the rule names.
///
/// It uses nothing but the records that were given, and where these do not hold what is needed it says so instead of finding a breach.
public struct SharedAudit: Sendable {
    /// Who tells whom under which agreement.
    public struct Channel: Sendable, Hashable {
        /// Who tells.
        public var writer: String
        /// Who is told.
        public var reader: String
        /// Under which agreement.
        public var agreement: String
    }

    private let channel: Channel
    private let testimony: Testimony
    private let library: RecordLibrary
    private var audit: DisclosureAudit?
    /// Why nothing can be said of any entry; nil: it can.
    private var why: BilingualText?
    /// The peer's entries that the audit is given.
    private var learned = PeerEntries()
    /// Entries wait for the receipt after them, which bounds what can have been known when they were written.
    private var waiting: [(bytes: [UInt8], index: UInt64, at: Double, seen: Int?, isSimulated: Bool)] = []
    /// For each pseudonym the writer's own track of it, as far as the writer's private record is here.
    private var owners: [String: RecordLibrary.Track?] = [:]
    private var present = AuditedRecord(origin: "")
    private var finished: [AuditedRecord] = []

    /// Every channel of which shared records were given.
    public static func channels(_ testimony: Testimony) -> [Channel] {
        let all = testimony.records.compactMap { record -> Channel? in
            guard case .agreement(let reader, let agreement) = record.origin.scope else { return nil }
            return Channel(writer: record.origin.writer, reader: reader, agreement: agreement)
        }
        return Set(all).sorted { ($0.agreement, $0.writer, $0.reader) < ($1.agreement, $1.writer, $1.reader) }
    }

    /// An audit of a channel, over what the records say besides tracks.
    public init(_ channel: Channel, _ testimony: Testimony, _ library: RecordLibrary) {
        self.channel = channel
        self.testimony = testimony
        self.library = library
        learned = testimony.peerEntries(of: channel)
        why = testimony.lackForAudit(of: channel)
        guard why == nil else { return }
        do {
            audit = try DisclosureAudit(
                agreement: channel.agreement, party: channel.writer, peer: channel.reader,
                documents: testimony.documents(of: channel.agreement), contact: testimony.contact(of: channel),
                theirs: learned.entries, others: testimony.others(than: channel),
                own: testimony.own[channel.writer] ?? OwnHistory())
        } catch {
            why = BilingualText(
                english: "the agreement's signatures do not hold: \(error)",
                russian: "подписи под соглашением не подтверждаются: \(error)")
        }
    }

    /// The records of the channel, in their order; each is to be begun, then taken entry by entry.
    public var origins: [RecordOrigin] {
        testimony.origins(from: channel.writer, to: channel.reader, channel.agreement)
    }

    /// Begins with the next record of the channel.
    public mutating func begin(_ origin: RecordOrigin) {
        end()
        present = AuditedRecord(origin: origin.description)
    }

    /// Takes the next entry of the record that was begun last.
    public mutating func take(_ bytes: [UInt8], index: UInt64) {
        let entry = try? Entry(bytes)
        let at = entry?.atUnixSeconds ?? 0
        if let why {
            present.cannotSay(why.english, why.russian, at: at)
            return
        }
        var seen: Int?
        if let entry, entry.type == SeenBody.type, let body: SeenBody = try? entry.body() {
            seen = learned.covered(by: body)
        }
        if let seen { judge(nextSeen: seen, at: at) }
        var isSimulated = false
        if let entry, entry.type == TrackBody.type, let body: TrackBody = try? entry.body() {
            isSimulated = owner(of: body)?.isSimulated ?? false
            if isSimulated { present.noteSimulated(at: at) }
        }
        waiting.append((bytes, index, at, seen, isSimulated))
    }

    private mutating func judge(nextSeen: Int?, at time: Double) {
        for item in waiting {
            let isNear = time - item.at <= DisclosureAudit.onTheirWaySeconds
            guard
                let finding = audit?.judge(item.bytes, peerSeen: item.seen, nextSeen: isNear ? nextSeen : nil),
                // A simulated flight is no aircraft: its precision and its pace give nothing away.
                !item.isSimulated
            else { continue }
            if let lack = finding.lack {
                let words = lack.words(of: channel.writer)
                present.cannotSay(words.english, words.russian, at: item.at)
            }
            if finding.violations.isEmpty { continue }
            present.note(
                AuditedRecord.Breach(
                    index: item.index, atUnixSeconds: item.at, type: finding.type,
                    english: finding.violations.map(\.description).joined(separator: "; "),
                    russian: finding.violations.map(\.russian).joined(separator: "; ")))
        }
        waiting = []
    }

    private mutating func owner(of body: TrackBody) -> RecordLibrary.Track? {
        if let known = owners[body.track] { return known }
        let track = library.ownTrack(ofPseudonym: body.track, writer: channel.writer)
        owners[body.track] = .some(track)
        return track
    }

    private mutating func end() {
        judge(nextSeen: nil, at: 0)
        if !present.origin.isEmpty { finished.append(present) }
        present = AuditedRecord(origin: "")
    }

    /// What was found, record by record.
    public mutating func finish() -> [AuditedRecord] {
        end()
        return finished
    }
}
