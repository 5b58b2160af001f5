extension Renderer {
    /// The words to be voiced.
    ///
    /// - Throws: `PhraseologyError.notReviewed` for a wording that no qualified person has reviewed, and for free text,
    ///   which nobody can have reviewed; `noWording` where the language lacks an element.
    public func voiceText(_ message: LineMessage) throws(PhraseologyError) -> String {
        for element in message.elements {
            guard let provenance = table.provenance(element.code) else {
                throw PhraseologyError.noWording(code: element.code, language: table.name)
            }
            // The words that make a request of an instruction are our own: they wait for review like any other.
            let isReviewed =
                provenance.review == .published
                && !(audience == .station && element.definition.isRequestBetweenStations)
            guard isReviewed, !element.parameters.values.contains(where: \.isUntranslated) else {
                throw PhraseologyError.notReviewed(code: element.code, language: table.name)
            }
        }
        guard message.freeText == nil else {
            throw PhraseologyError.notReviewed(code: "free text", language: table.name)
        }
        return try Renderer(table, style: .spoken, audience: audience).text(message)
    }
}
