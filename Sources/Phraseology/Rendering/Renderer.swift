/// Who speaks to whom: what is an instruction inside one party is a request across the line.
public enum Audience: String, Sendable, Hashable, CaseIterable {
    /// Words to a crew, as in the catalogue.
    case crew
    /// Words to the other party's station: manoeuvres are rendered as requests to pass on.
    case station
}

/// Renders coded messages in one language.
public struct Renderer: Sendable {
    /// The language.
    public let table: LanguageTable
    /// To be read or to be said.
    public let style: Style
    /// To whom.
    public let audience: Audience

    /// A renderer into the language of `table`.
    public init(_ table: LanguageTable, style: Style = .written, audience: Audience = .crew) {
        self.table = table
        self.style = style
        self.audience = audience
    }

    /// The whole message; its elements are joined by commas, its free text follows, marked by quotation marks.
    ///
    /// - Throws: `PhraseologyError.noWording` where the language lacks an element.
    public func text(_ message: LineMessage) throws(PhraseologyError) -> String {
        var parts: [String] = []
        for element in message.elements { parts.append(try text(element)) }
        if let free = message.freeText {
            let quotes = table.rules.spokenQuotes
            parts.append(style == .spoken ? "\(quotes.open) \(free) \(quotes.close)" : "\"\(free)\"")
        }
        return parts.joined(separator: ", ")
    }

    /// One element.
    ///
    /// - Throws: `PhraseologyError.noWording` where the language lacks it.
    public func text(_ element: MessageElement) throws(PhraseologyError) -> String {
        guard let wording = table.wording(element.code), let pattern = wording.patterns.first else {
            throw PhraseologyError.noWording(code: element.code, language: table.name)
        }
        var pieces = Pieces()
        write(pattern.nodes, element, into: &pieces)
        let phrase = pieces.text
        guard audience == .station, element.definition.isRequestBetweenStations else { return phrase }
        return table.requestPrefix + ": " + phrase
    }

    private func write(_ nodes: [PatternNode], _ element: MessageElement, into pieces: inout Pieces) {
        for node in nodes {
            switch node {
            case .word(let display, _, _): pieces.word(display)
            case .mark(let mark): pieces.mark(mark)
            case .slot(let name, let part, let form): writeSlot(name, part, form, element, into: &pieces)
            case .choice(let name, let options):
                guard let value = element.parameters[name], case .choice(let code) = value.asChoice,
                    let phrase = options.first(where: { $0.value == code })?.phrases.first
                else { continue }
                pieces.word(phrase.display)
            case .optional(let inner):
                let names = PatternNode.parameterNames(of: inner)
                if names.allSatisfy({ element.parameters[$0] != nil }) { write(inner, element, into: &pieces) }
            case .oneOf(let branches):
                if let first = branches.first { write(first, element, into: &pieces) }
            case .anyOrder(let branches):
                for branch in branches { write(branch, element, into: &pieces) }
            case .heardOnly: continue
            }
        }
    }

    private func writeSlot(
        _ name: String, _ part: String?, _ form: GrammaticalCase, _ element: MessageElement, into pieces: inout Pieces
    ) {
        guard let whole = element.parameters[name], let kind = element.definition.parameter(name)?.kind,
            let value = part.map({ whole.part($0) }) ?? whole
        else { return }
        let words = ValueWriter(rules: table.rules, style: style).text(value, kind: kind, in: form)
        pieces.value(words, isOpen: value.isOpenEnded)
    }
}

/// The pieces of a sentence, put together with the spaces and commas they need.
private struct Pieces {
    private(set) var text = ""
    private var pendingMark: String?
    private var lastIsOpen = false

    mutating func word(_ word: String) { append(word, isValue: false, isOpen: false) }

    mutating func value(_ words: String, isOpen: Bool) { append(words, isValue: true, isOpen: isOpen) }

    /// A comma waits for what follows; other marks close what stands before them.
    mutating func mark(_ mark: String) {
        if mark == "," {
            if !text.isEmpty { pendingMark = mark }
        } else if !text.isEmpty {
            text += mark
            pendingMark = nil
        }
    }

    /// A name that two values could share is parted from the next value by a comma.
    private mutating func append(_ words: String, isValue: Bool, isOpen: Bool) {
        guard !words.isEmpty else { return }
        if pendingMark != nil || (isValue && lastIsOpen) { text += "," }
        pendingMark = nil
        if !text.isEmpty { text += " " }
        text += words
        lastIsOpen = isValue && isOpen
    }
}

extension Value {
    /// Whether it ends in a name, so that what follows could be taken as part of it.
    var isOpenEnded: Bool {
        switch self {
        case .name, .pair, .place: true
        default: false
        }
    }

    /// A number out of a few is also a choice by that number: readability.
    var asChoice: Value {
        if case .number(let number) = self { return .choice(String(number)) }
        return self
    }

    /// One part of a value of two parts.
    func part(_ name: String) -> Value? {
        switch (self, name) {
        case (.timeRange(let from, _), "from"): .time(from)
        case (.timeRange(_, let until), "until"): .time(until)
        case (.verticalRange(let lower, _), "lower"): .vertical(lower)
        case (.verticalRange(_, let upper), "upper"): .vertical(upper)
        case (.pair(let first, _), "first"): .name(first)
        case (.pair(_, let second), "second"): .name(second)
        default: nil
        }
    }
}
