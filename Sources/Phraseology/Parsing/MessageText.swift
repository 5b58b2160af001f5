extension LineMessage {
    /// Reads a message as commands write it: `TI.TRAFFIC clock=11 dist=5NM; RSP.STANDBY`.
    ///
    /// Values with spaces stand in quotation marks or simply run on to the next `name=`. A bare word is the choice of the
    /// one parameter that has it: `MAN.CLIMB climb level=FL100`.
    /// - Throws: `PhraseologyError` naming what is wrong and what would be right.
    public init(parsing text: String) throws(PhraseologyError) {
        guard text.count <= MessageParser.greatestLength else {
            throw PhraseologyError.message(reason: "it is longer than \(MessageParser.greatestLength) characters")
        }
        var elements: [MessageElement] = []
        for part in text.split(separator: ";") {
            let words = part.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let code = words.first else { continue }
            elements.append(try MessageElement(code, words: Array(words.dropFirst())))
        }
        try self.init(elements)
    }
}

extension MessageElement {
    /// An element from the words of a command line, `clock=11 dist=5 NM`.
    ///
    /// - Throws: `PhraseologyError` naming what is wrong and what would be right.
    public init(_ code: String, words: [String]) throws(PhraseologyError) {
        let definition = try Catalogue.element(code)
        var arguments: [(name: String, value: String)] = []
        for word in words {
            if let mark = word.firstIndex(of: "="), let name = Self.name(word[..<mark], of: definition) {
                arguments.append((name, String(word[word.index(after: mark)...])))
            } else if let name = Self.choice(word, of: definition) {
                arguments.append((name, word))
            } else if !arguments.isEmpty, !word.contains("=") {
                arguments[arguments.count - 1].value += " " + word
            } else {
                throw PhraseologyError.unknownParameter(
                    code: definition.code, name: String(word.prefix { $0 != "=" }),
                    known: definition.parameters.map(\.name))
            }
        }
        if let twice = Set(arguments.map(\.name)).first(where: { name in arguments.count { $0.name == name } > 1 }) {
            throw PhraseologyError.contradiction(code: definition.code, reason: .givenTwice(name: twice))
        }
        try self.init(code, arguments: arguments)
    }

    private static func name(_ name: Substring, of definition: CatalogueElement) -> String? {
        definition.parameters.first { $0.name == name.lowercased() }?.name
    }

    private static func choice(_ word: String, of definition: CatalogueElement) -> String? {
        let names = definition.parameters.filter { parameter in
            if case .choice(let choices) = parameter.kind { return choices.contains(word.lowercased()) }
            return false
        }
        return names.count == 1 ? names[0].name : nil
    }
}
