import Accord
import Phraseology

extension LineFact {
    /// The types of entries that make up the line.
    static let types: Set<String> = [
        MessageBody.type, MessageShownBody.type, MessageReadBody.type, MessageCancelledBody.type, ComplianceBody.type,
        LineCheckBody.type, LineCheckedBody.type, LineStateBody.type, SeenBody.type,
    ]

    /// Reads an entry of the line.
    ///
    /// - Parameter receivedUnixSeconds: when it was stored here, for one of a peer.
    /// - Throws: `AccordError` for a body that is not as its type asks, `PhraseologyError` for a message that this
    ///   station's catalogue can't hold or that may not cross the line. From a peer: show the fault, take nothing of it.
    init(
        _ entry: Entry, from side: LineSide, at reference: EntryReference, receivedUnixSeconds: Double? = nil
    ) throws {
        self.receivedUnixSeconds = receivedUnixSeconds
        self.side = side
        self.reference = reference
        atUnixSeconds = entry.atUnixSeconds
        switch entry.type {
        case MessageBody.type: content = .message(try LineNote(entry.body()))
        case MessageShownBody.type: content = .shown(message: try entry.body(MessageShownBody.self).message)
        case MessageReadBody.type:
            let body: MessageReadBody = try entry.body()
            content = .read(message: body.message, by: body.by)
        case MessageCancelledBody.type:
            let body: MessageCancelledBody = try entry.body()
            content = .cancelled(message: body.message, by: body.by)
        case ComplianceBody.type:
            let body: ComplianceBody = try entry.body()
            content = .compliance(message: body.message, complied: body.complied, seen: body.seen, by: body.by)
        case LineCheckBody.type:
            let body: LineCheckBody = try entry.body()
            content = .check(body.check, person: body.person)
        case LineCheckedBody.type:
            let body: LineCheckedBody = try entry.body()
            content = .checked(body.check, readability: body.readability, by: body.by)
        case LineStateBody.type:
            let body: LineStateBody = try entry.body()
            content = .state(body.state, reason: body.reason, by: body.by)
        case SeenBody.type:
            let body: SeenBody = try entry.body()
            content = .receipt(origin: body.record, size: body.size)
        default: throw AccordError.entry(type: entry.type, reason: "it is not of the line")
        }
    }
}

extension LineNote {
    /// Reads the body of a message.
    ///
    /// - Throws: `PhraseologyError` for elements that the catalogue doesn't have, for free text that would be an
    ///   instruction, and for what is between crews only, unless it was heard and not sent.
    init(_ body: MessageBody) throws(PhraseologyError) {
        var elements: [Phraseology.MessageElement] = []
        for element in body.elements {
            let arguments = element.parameters.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
            elements.append(try Phraseology.MessageElement(element.code, arguments: arguments))
        }
        message = try LineMessage(elements, freeText: body.text)
        if body.heard == nil { try message.checkBetweenStations() }
        identifier = body.message
        answers = body.answers
        writtenUnixSeconds = body.written.unixSeconds
        heard = body.heard
        isLate = body.late ?? false
        by = body.by
    }

    /// The body that says this.
    var body: MessageBody {
        let elements = message.elements.map { element in
            EntryElement(
                code: element.code,
                parameters: element.parameters.mapValues(\.description))
        }
        return MessageBody(
            message: identifier, elements: elements, text: message.freeText, answers: answers,
            written: EntryTime(unixSeconds: writtenUnixSeconds), heard: heard, late: isLate ? true : nil, by: by)
    }
}
