/// One element of the catalogue: a code with its parameters, its wording in each language, and what answers it.
public struct CatalogueElement: Sendable {
    /// Its code, `TI.TRAFFIC`.
    public let code: String
    /// Its parameters, in the order they are shown.
    public let parameters: [Parameter]
    /// What answers it.
    public let reply: ReplySet
    /// The same element in the FANS 1/A list of controller-pilot data link, where there is one.
    public let cpdlc: String?
    /// English and Russian, by language code.
    public let wordings: [String: Wording]

    init(
        _ code: String, _ parameters: [Parameter], reply: ReplySet = .none, cpdlc: String? = nil, _ english: Wording,
        _ russian: Wording
    ) {
        self.code = code
        self.parameters = parameters
        self.reply = reply
        self.cpdlc = cpdlc
        wordings = ["en": english, "ru": russian]
    }

    init(_ code: String, reply: ReplySet = .none, cpdlc: String? = nil, _ english: Wording, _ russian: Wording) {
        self.init(code, [], reply: reply, cpdlc: cpdlc, english, russian)
    }

    /// The family of the code, `TI`.
    public var family: String { String(code.prefix { $0 != "." }) }

    /// Whether it is only for crews: interception phrases never cross the line.
    public var isBetweenCrewsOnly: Bool { family == "ICP" }

    /// Whether a station can only ask for it: a watch officer does not command the other side's crews.
    public var isRequestBetweenStations: Bool { family == "MAN" || code == "COORD.DISTANCE" }

    /// The parameter of this name.
    public func parameter(_ name: String) -> Parameter? { parameters.first { $0.name == name } }
}

/// How one language says an element.
public struct Wording: Sendable {
    /// The pattern that is said, and after it those that are also understood.
    let patterns: [String]
    /// Patterns by which it is read back, besides repeating it.
    let readBack: [String]
    /// Where the wording was found.
    public let source: WordingSource
    /// Whether it may be voiced.
    public let review: WordingReview

    init(_ pattern: String, also: [String] = [], readBack: [String] = [], _ source: WordingSource, partly: Bool = false)
    {
        patterns = [pattern] + also
        self.readBack = readBack
        self.source = source
        review = source.isAuthority && !partly ? .published : .needsReview
    }
}

/// Whether a wording was vouched for by somebody qualified.
public enum WordingReview: String, Sendable, Hashable {
    /// Taken word for word from a published rule or manual.
    case published
    /// Our own, or from a source without authority: a qualified controller has yet to review it. It is never voiced.
    case needsReview = "needs review"
}

/// A required parameter.
func need(_ name: String, _ kind: ParameterKind) -> Parameter { Parameter(name: name, kind: kind, isRequired: true) }

/// A parameter that may be left out.
func may(_ name: String, _ kind: ParameterKind) -> Parameter { Parameter(name: name, kind: kind, isRequired: false) }
