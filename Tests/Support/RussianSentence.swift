/// A sentence in English and the same in Russian, as a person who reads one of them would have it.
public struct RussianSentence: Sendable {
    private let english: String
    private let russian: String

    /// A sentence in both languages.
    public init(english: String, russian: String) {
        self.english = english
        self.russian = russian
    }

    /// What the Russian lacks, or has left in English; empty when nothing.
    public var defects: [String] {
        var defects: [String] = []
        if !russian.unicodeScalars.contains(where: { (0x400...0x4FF).contains($0.value) }) {
            defects.append("it has no Russian letters")
        }
        let (asked, said) = (Self.numbers(plain(english)), Self.numbers(Self.ungrouped(russian)))
        if asked != said { defects.append("its numbers are \(said.sorted()), not \(asked.sorted())") }
        for quoted in english.matches(of: /“([^”]*)”/).map({ String($0.1) })
        where !Self.phrases.contains(quoted) && !russian.contains("«\(quoted)»") {
            defects.append("it does not quote “\(quoted)”")
        }
        let bare = russian.replacing(/«[^»]*»/, with: "«»")
        for word in bare.split(whereSeparator: { !$0.isASCII || $0.isWhitespace || "()[]{},;«»".contains($0) }) {
            let word = word.trimming(while: { ".:!?".contains($0) })
            guard word.contains(where: \.isLetter) else { continue }
            if !english.contains(word) { defects.append("“\(word)” is not in the English") }
            if Self.isPlainWord(word), !Self.terms.contains(String(word)) {
                defects.append("“\(word)” is left in English")
            }
        }
        return defects
    }

    /// Quoted in both languages, each in its own words.
    private static let phrases: Set<String> = ["is this yours?"]

    /// Words of documents and messages that are the same in both languages: keys, values and units.
    private static let terms = Set(
        """
        a activated address advisory aircraft airliner alarm anonymous area at automatic b backup base by callsign \
        callsigns cards centre certificate check circle circular classes climb contact corridor crews crossing d datum \
        delay departure disclosure distress drone ellipsoid emergency en ending entitled every exchange exercise \
        expires exactly fields fighter fly for frequencies frequency from ft gap general ground grid h heading \
        helicopter horizontal id identifier identifiers key kind km kt level line lower m messages min minima minimum \
        ms name naming no nobody notice of opening operator ours owed parties participants party pass per polygon \
        position pressure primary procedures purpose questions radius relay restricted retention ru rule s say sound \
        speed start suspension telephone term time times title to under unknown unlimited until upper use velocity \
        version vertical words yes zone zones approach controller flight civil safety left right plan dist bearing \
        abort agreement alerting altimeter buffer contact languages other measuring measure participants rehearsal Unicode
        """.split(separator: " ").map(String.init))

    private static func isPlainWord(_ word: Substring) -> Bool {
        word.dropFirst().allSatisfy { $0.isASCII && $0.isLowercase } && word.allSatisfy { $0.isASCII && $0.isLetter }
            && (word.count > 1 || word.allSatisfy(\.isLowercase))
    }

    /// The English with its groups of thousands closed, `1,940` as 1940.
    private func plain(_ text: String) -> String { text.replacing(/(\d),(\d{3})\b/) { "\($0.1)\($0.2)" } }

    /// The Russian with its groups of thousands closed.
    private static func ungrouped(_ text: String) -> String { text.replacing(/(\d)\u{A0}(\d)/) { "\($0.1)\($0.2)" } }

    private static func numbers(_ text: String) -> Set<Double> {
        Set(text.matches(of: /\d+(?:[.,]\d+)?/).compactMap { Double($0.0.replacing(",", with: ".")) })
    }
}

extension Substring {
    fileprivate func trimming(while isTrimmed: (Character) -> Bool) -> Substring {
        var text = self
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return text
    }
}
