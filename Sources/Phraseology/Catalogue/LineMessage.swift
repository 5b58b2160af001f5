/// A message on the line: coded elements, and free text if any.
public struct LineMessage: Sendable, Hashable {
    /// The coded elements, in order.
    public let elements: [MessageElement]
    /// Free text: shown as it was written and marked as untranslated.
    public let freeText: String?

    /// No message is longer than this many elements.
    public static let greatestElements = 6

    /// A message of coded elements and free text.
    ///
    /// - Throws: `PhraseologyError.message` when it is empty or too long, or the text is too long;
    ///   `instructionInFreeText` when the text alone would carry an instruction: the caller sends that by its code.
    public init(_ elements: [MessageElement], freeText: String? = nil) throws(PhraseologyError) {
        guard elements.count <= Self.greatestElements else {
            throw PhraseologyError.message(reason: "it has more than \(Self.greatestElements) elements")
        }
        var text: String?
        if let freeText {
            guard case .text(let read)? = FreeText.value(freeText) else {
                throw PhraseologyError.message(
                    reason:
                        "its free text is empty, longer than \(FreeText.greatestLength) characters, or has quotation marks"
                )
            }
            text = read
            if let code = Self.instruction(in: read) {
                throw PhraseologyError.instructionInFreeText(text: read, code: code)
            }
        }
        guard !elements.isEmpty || text != nil else { throw PhraseologyError.message(reason: "there is nothing in it") }
        self.elements = elements
        self.freeText = text
    }

    /// A message of one element.
    public init(_ element: MessageElement) {
        elements = [element]
        freeText = nil
    }

    /// Checks that it may travel from station to station.
    ///
    /// - Throws: `PhraseologyError.message` for elements that are between crews only.
    public func checkBetweenStations() throws(PhraseologyError) {
        if let element = elements.first(where: \.definition.isBetweenCrewsOnly) {
            throw PhraseologyError.message(reason: "\(element.code) is between crews only")
        }
    }

    /// What answers it: the most demanding of its elements' reply sets; free text alone is only acknowledged.
    public var reply: ReplySet {
        elements.map(\.definition.reply).max { $0.demand < $1.demand } ?? .acknowledge
    }

    /// The message as commands write it.
    public var canonicalText: String {
        (elements.map(\.canonicalText) + (freeText.map { ["\"\($0)\""] } ?? [])).joined(separator: "; ")
    }

    /// The code of an instruction that the text is, in any installed language.
    private static func instruction(in text: String) -> String? {
        for table in LanguageTable.installed {
            let understood = MessageParser(table).parse(text)
            for elements in understood.interpretations {
                if let element = elements.first(where: { $0.definition.reply.asksForAction }) { return element.code }
            }
        }
        return nil
    }
}
