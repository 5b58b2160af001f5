/// While a crew follows a resolution advisory nobody asks it to manoeuvre.
public struct AdvisoryHold: Sendable, Hashable {
    /// Whether an advisory was reported and not yet ended.
    public private(set) var isActive = false

    /// No advisory.
    public init() {}

    /// Takes elements from a crew, in the order they were said.
    public mutating func take(_ elements: [MessageElement]) {
        for element in elements {
            switch element.code {
            case "RA.ADVISORY", "RA.UNABLE": isActive = true
            case "RA.CLEAR": isActive = false
            default: continue
            }
        }
    }

    /// Checks that a message may be sent now.
    ///
    /// - Throws: `PhraseologyError.message` for a manoeuvre during an advisory; the caller waits for CLEAR OF CONFLICT.
    public func check(_ message: LineMessage) throws(PhraseologyError) {
        guard isActive, let element = message.elements.first(where: \.definition.isRequestBetweenStations) else {
            return
        }
        throw PhraseologyError.message(
            reason: "\(element.code) is not sent while a resolution advisory is followed; wait for CLEAR OF CONFLICT")
    }
}
