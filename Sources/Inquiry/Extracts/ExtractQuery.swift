public import Accord
import Airspace

/// Which entries are to be released: terms of which all must hold, such as
/// `from:2015-11-03T09:20:00Z to:2015-11-03T09:30:00Z type:message/1,message-read/1 track:W1`.
///
/// Entries about aircraft are released only for the aircraft that are named. What a party keeps for itself (logins, decisions, shifts) only
/// if its type is named.
public struct ExtractQuery: Sendable, Hashable {
    /// The query as it was written, which is what is approved.
    public let text: String
    /// When the entries were written.
    public private(set) var window = ClaimWindow()
    /// The types; empty: all that may go out without being named.
    public private(set) var types: Set<String> = []
    /// The aircraft: identifiers or pseudonyms.
    public private(set) var tracks: Set<String> = []
    /// Entries named one by one, by record and index.
    public private(set) var entries: Set<EvidenceReference> = []
    /// Claims, by the SHA-256 of their files (hex): what their findings rest on goes out.
    public private(set) var claims: Set<String> = []

    /// Types that go out only when they are named.
    private static let kept: Set<String> = [
        LoginBody.type, DecisionBody.type, ShiftBody.type, AlarmBody.type, QuestionBody.type, AnswerBody.type,
        ReleaseBody.type, ReleaseApprovedBody.type,
    ]

    /// Reads a query.
    ///
    /// - Throws: `InquiryError.extract` with what is wrong and what would be right.
    public init(parsing text: String) throws(InquiryError) {
        self.text = text
        for term in text.split(whereSeparator: \.isWhitespace) {
            let parts = term.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else {
                throw InquiryError.extract(
                    reason: "“\(term)” is no term: from:, to:, type:, track:, entry: or claim: is needed")
            }
            let value = String(parts[1])
            let values = value.split(separator: ",").map(String.init)
            switch parts[0] {
            case "from": window.from = try Self.time(value)
            case "to": window.to = try Self.time(value)
            case "type": types.formUnion(values)
            case "track": tracks.formUnion(values)
            case "entry":
                for value in values {
                    let place = value.split(separator: "#")
                    guard place.count == 2, let index = UInt64(place[1]) else {
                        throw InquiryError.extract(reason: "“\(value)” is no entry: RECORD#INDEX is needed")
                    }
                    entries.insert(EvidenceReference(record: String(place[0]), index: index))
                }
            case "claim":
                for value in values {
                    guard value.utf8.count == 64, value.allSatisfy({ "0123456789abcdef".contains($0) }) else {
                        throw InquiryError.extract(reason: "“\(value)” is no SHA-256 of a claim file: 64 of 0-9 a-f")
                    }
                    claims.insert(value)
                }
            default:
                throw InquiryError.extract(
                    reason: "“\(parts[0]):” means nothing here: from:, to:, type:, track:, entry: and claim: do")
            }
        }
        guard
            window.from != nil || window.to != nil || !types.isEmpty || !tracks.isEmpty || !entries.isEmpty
                || !claims.isEmpty
        else {
            throw InquiryError.extract(reason: "the query names nothing; nobody releases everything by saying nothing")
        }
    }

    /// A query as it is approved when a claim goes with it: the claim is named in it, so that nobody approves one and releases another.
    public static func text(_ query: String, withClaim sha256: String?) -> String {
        guard let sha256, !query.contains("claim:" + sha256) else { return query }
        return query.isEmpty ? "claim:" + sha256 : query + " claim:" + sha256
    }

    private static func time(_ text: String) throws(InquiryError) -> Double {
        do { return try UTCTime.unixSeconds(parsing: text) } catch {
            throw InquiryError.extract(reason: error.description)
        }
    }

    /// Whether an entry is released: it is asked for, and tells of no aircraft but those that are named.
    ///
    /// - Parameter aircraft: the aircraft that the query names, by all their names, and the others that the records know.
    public func releases(_ entry: Entry, at reference: EvidenceReference, _ aircraft: AircraftNames) -> Bool {
        asks(for: entry, at: reference) && Self.mayGo(entry, aircraft)
    }

    private func asks(for entry: Entry, at reference: EvidenceReference) -> Bool {
        if entries.contains(reference) { return true }
        guard !types.isEmpty || window.from != nil || window.to != nil || !tracks.isEmpty else { return false }
        guard window.contains(entry.atUnixSeconds) else { return false }
        return types.isEmpty ? !Self.kept.contains(entry.type) : types.contains(entry.type)
    }

    /// Whether an entry tells of no aircraft but those that a release is about, in its fields or in its words.
    public static func mayGo(_ entry: Entry, _ aircraft: AircraftNames) -> Bool {
        let about = self.aircraft(of: entry)
        guard about.isEmpty else { return aircraft.covers(about) }
        return !aircraft.mentionsOthers(String(decoding: entry.bodyJSON, as: UTF8.self))
    }

    /// The aircraft that an entry tells of.
    public static func aircraft(of entry: Entry) -> [String] {
        func body<Body: EntryBody>(_ kind: Body.Type) -> Body? { entry.type == kind.type ? try? entry.body(kind) : nil }
        if let body = body(TrackBody.self) { return [body.track] }
        if let body = body(TrackEndedBody.self) { return [body.track] }
        if let body = body(OwnTrackBody.self) { return [body.track] }
        if let body = body(PseudonymBody.self) { return [body.track, body.pseudonym] }
        if let body = body(AlertBody.self) { return body.tracks }
        if let body = body(AlarmBody.self) { return body.tracks }
        return []
    }
}
