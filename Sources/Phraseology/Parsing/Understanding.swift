/// What was understood of a text, or what was not.
public struct Understanding: Sendable {
    /// The language it was read in.
    public let language: String
    /// Who was called, when a call sign stood before or after the message.
    public let address: Name?
    /// Who called, when that was said.
    public let caller: Name?
    /// Whether manoeuvres were asked of a station, to be passed on, and not of a crew.
    public let isRequest: Bool
    /// Whether it was read as a repetition by the receiver, LEFT HEADING 270, «НАБИРАЮ».
    public let isReadBack: Bool
    /// Every way to understand it, the preferred first; empty when it was not understood.
    public let interpretations: [[MessageElement]]
    /// What is unclear, in plain words; empty when it was understood.
    public let unclear: [String]

    /// The preferred way to understand it; nil when nothing was understood or it is ambiguous.
    public var elements: [MessageElement]? { unclear.isEmpty ? interpretations.first : nil }

    /// Whether it was understood.
    public var isUnderstood: Bool { elements != nil }
}
