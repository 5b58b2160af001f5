public import Accord

/// Which aircraft a release is about, and which others the records know: those are neither told of nor named.
public struct AircraftNames: Sendable {
    /// Identifiers, and pseudonyms of which no owner is known; all names in lower case without blanks.
    private var identifiers: Set<String> = []
    /// Whom each pseudonym is, where its owner has opened it.
    private var opened: [String: Set<String>] = [:]
    /// Who flew under each call sign, which may be several.
    private var callsigns: [String: Set<String>] = [:]
    /// The aircraft that the release is about.
    private var named: Set<String> = []
    private var numbers: [String: Int] = [:]

    /// Nothing known yet.
    public init() {}

    /// Learns the names that an entry gives an aircraft.
    public mutating func learn(_ entry: Entry) {
        switch entry.type {
        case OwnTrackBody.type:
            guard let body: OwnTrackBody = try? entry.body() else { return }
            let track = Self.plain(body.track)
            identifiers.insert(track)
            if let callsign = body.callsign.map(Self.plain), !callsign.isEmpty {
                callsigns[callsign, default: []].insert(track)
            }
        case TrackBody.type:
            guard let body: TrackBody = try? entry.body() else { return }
            identifiers.insert(Self.plain(body.track))
        case PseudonymBody.type:
            guard let body: PseudonymBody = try? entry.body() else { return }
            identifiers.insert(Self.plain(body.track))
            // A made-up opening would let one aircraft out under the name of another.
            guard Pseudonyms.isProven(body) else { return }
            opened[Self.plain(body.pseudonym), default: []].insert(Self.plain(body.track))
        default: return
        }
    }

    /// Says what the release is about, once all names are learned.
    ///
    /// - Returns: call signs under which several flew: they name nobody, and an identifier is needed.
    @discardableResult
    public mutating func name(_ names: some Sequence<String>) -> [String] {
        var ambiguous: [String] = []
        for name in names {
            let meant = aircraft(Self.plain(name))
            if meant.count > 1 { ambiguous.append(name) } else { named.insert(meant.first ?? Self.plain(name)) }
        }
        return ambiguous
    }

    /// Whether every one of some names is of an aircraft that the release is about.
    public func covers(_ names: [String]) -> Bool {
        names.allSatisfy { name in
            let meant = aircraft(Self.plain(name))
            return meant.isEmpty ? named.contains(Self.plain(name)) : !meant.isDisjoint(with: named)
        }
    }

    /// Whom a name means; empty: it is no name that the records know.
    private func aircraft(_ plain: String) -> Set<String> {
        if let opened = opened[plain] { return opened }
        return identifiers.contains(plain) ? [plain] : callsigns[plain] ?? []
    }

    /// Whether a text names an aircraft that the release is not about: a word of it, or two words as call signs are written (`VIPER 11`).
    public func mentionsOthers(_ text: String) -> Bool { Self.words(text).contains { isOther(text[$0]) } }

    /// A text in which other aircraft have numbers instead of names.
    public mutating func veiled(_ text: String, as noun: String) -> String {
        var veiled = ""
        var rest = text.startIndex
        for word in Self.words(text) where word.lowerBound >= rest && isOther(text[word]) {
            veiled += text[rest..<word.lowerBound] + noun + "\u{A0}\(number(of: text[word]))"
            rest = word.upperBound
        }
        return veiled + text[rest...]
    }

    private mutating func number(of word: Substring) -> Int {
        let plain = Self.plain(String(word))
        let meant = aircraft(plain)
        if let known = meant.compactMap({ numbers[$0] }).min() { return known }
        let number = (numbers.values.max() ?? 0) + 1
        for each in meant { numbers[each] = number }
        return number
    }

    private func isOther(_ word: Substring) -> Bool {
        let meant = aircraft(Self.plain(String(word)))
        return !meant.isEmpty && meant.isDisjoint(with: named)
    }

    private static func plain(_ name: String) -> String { name.lowercased().filter { !$0.isWhitespace } }

    /// The words of a text and the pairs of neighbours with one blank between, the longer before the shorter at one place.
    private static func words(_ text: String) -> [Range<String.Index>] {
        var single: [Range<String.Index>] = []
        var start: String.Index?
        for place in text.indices {
            let character = text[place]
            let isPart = character.isLetter || character.isNumber || "~_-".contains(character)
            if isPart, start == nil { start = place }
            if !isPart, let from = start {
                single.append(from..<place)
                start = nil
            }
        }
        if let start { single.append(start..<text.endIndex) }
        var words: [Range<String.Index>] = []
        for (number, word) in single.enumerated() {
            if number + 1 < single.count, text[word.upperBound..<single[number + 1].lowerBound] == " " {
                words.append(word.lowerBound..<single[number + 1].upperBound)
            }
            words.append(word)
        }
        return words
    }
}
