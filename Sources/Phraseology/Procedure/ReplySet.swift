/// What answers an element, after the response attributes of controller-pilot data link (PANS-ATM appendix 5), and
/// whether it must be read back.
public enum ReplySet: Sendable, Hashable {
    /// Nothing.
    case none
    /// ROGER.
    case acknowledge
    /// AFFIRM or NEGATIVE.
    case yesOrNo
    /// One of these elements.
    case answer([String])
    /// WILCO or UNABLE, with a read-back: action is asked for.
    case action

    /// How much it demands; the most demanding element of a message decides.
    public var demand: Int {
        switch self {
        case .none: 0
        case .acknowledge: 1
        case .yesOrNo: 2
        case .answer: 3
        case .action: 4
        }
    }

    /// Whether it stays open until what came back matches.
    public var needsReadBack: Bool { self == .action }

    /// Whether somebody is asked to do something. ROGER never closes such a message.
    public var asksForAction: Bool { self == .action }

    /// The codes that may be sent in reply.
    public var codes: [String] {
        switch self {
        case .none: []
        case .acknowledge: ["RSP.ROGER", "RSP.UNABLE", "RSP.STANDBY", "PRC.SAYAGAIN"]
        case .yesOrNo: ["RSP.AFFIRM", "RSP.NEGATIVE", "RSP.STANDBY", "PRC.SAYAGAIN"]
        case .answer(let codes): codes + ["RSP.UNABLE", "RSP.STANDBY", "RSP.ROGER", "PRC.SAYAGAIN"]
        case .action: ["RSP.WILCO", "RSP.UNABLE", "RSP.STANDBY", "RSP.ROGER", "PRC.SAYAGAIN"]
        }
    }

    /// The codes that close a message, once its read-back matches where one is needed.
    public var closing: [String] {
        switch self {
        case .none: []
        case .acknowledge: ["RSP.ROGER", "RSP.UNABLE", "RSP.WILCO", "RSP.AFFIRM"]
        case .yesOrNo: ["RSP.AFFIRM", "RSP.NEGATIVE", "RSP.UNABLE"]
        case .answer(let codes): codes + ["RSP.UNABLE"]
        case .action: ["RSP.WILCO", "RSP.UNABLE"]
        }
    }
}
