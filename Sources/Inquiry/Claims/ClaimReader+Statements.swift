import Accord
import Airspace
import Separation

extension ClaimReader {
    /// Words for what no data can decide, in the forms that people write.
    private static let notCheckable: Set<String> = [
        "motive", "motives", "target", "targets", "intention", "intentions", "intent", "purpose",
    ]

    mutating func proposition(_ node: DocumentNode) throws(DocumentFault) -> Proposition {
        let id = try node.required("id").text(longest: 120)
        let kindNode = try node.required("kind")
        let kind = try kindNode.text(longest: 60)
        let text = optional(node, "text") { value throws(DocumentFault) in try value.text() }
        let statement: Statement
        var keys: [String]
        switch kind {
        case "minimum-distance":
            keys = ["between", "from", "to", "gap", "vertical-within", "at-least", "at-most"]
            statement = .minimumDistance(try minimumDistance(node))
        case "entered":
            keys = ["who", "zone", "area", "lower", "upper", "from", "to", "gap", "entered"]
            statement = .entered(try entered(node))
        case "violation-count":
            keys = ["involving", "from", "to", "minima", "gap", "merge", "exactly", "at-least", "at-most"]
            statement = .violationCount(try violationCount(node))
        case "exercise-held":
            keys = ["plan", "from", "to", "held"]
            statement = .exerciseHeld(
                ExerciseHeld(
                    plan: try node.child("plan")?.text(longest: 120), window: try Self.window(node),
                    isSaid: try node.child("held")?.flag() ?? true))
        case "communication":
            keys = ["between", "channel", "languages", "from", "to", "lasted-at-most", "took-place"]
            statement = .communication(try Self.communication(node))
        case "warning-given":
            keys = ["by", "to", "codes", "before", "at-least", "at-most", "look-back"]
            statement = .warningGiven(try Self.warning(node))
        case "line-state":
            keys = ["at", "state", "by"]
            statement = .lineState(try Self.lineState(node))
        case "known-by":
            keys = ["party", "at", "type", "about", "known"]
            statement = .knownBy(
                KnownBy(
                    party: try node.required("party").text(longest: 120),
                    atUnixSeconds: try Self.time(node.required("at")),
                    type: try node.child("type")?.text(longest: 60), about: try node.child("about")?.text(longest: 200),
                    isSaid: try node.child("known")?.flag() ?? true))
        case "agreement-unchanged":
            keys = ["agreement", "from", "to"]
            statement = .agreementUnchanged(
                AgreementUnchanged(
                    agreement: try node.child("agreement")?.text(longest: 120), window: try Self.window(node)))
        case "nothing-beyond":
            keys = ["from", "to"]
            statement = .nothingBeyond(try Self.window(node))
        case let kind where Self.notCheckable.contains(kind):
            return Proposition(id: id, line: node.line, text: text, kind: kind, statement: .notCheckable)
        default:
            throw kindNode.fault(
                "“\(kind)” is no kind of proposition: minimum-distance, entered, violation-count, exercise-held, communication, "
                    + "warning-given, line-state, known-by, agreement-unchanged, nothing-beyond; motive, target and intention "
                    + "can be written down but not checked",
                "«\(kind)» — не вид утверждения: есть minimum-distance, entered, violation-count, exercise-held, communication, "
                    + "warning-given, line-state, known-by, agreement-unchanged, nothing-beyond; motive, target и intention "
                    + "записать можно, но не проверить")
        }
        faults += node.unknownKeys(allowed: ["id", "kind", "text"] + keys)
        return Proposition(id: id, line: node.line, text: text, kind: kind, statement: statement)
    }

    private mutating func minimumDistance(_ node: DocumentNode) throws(DocumentFault) -> MinimumDistance {
        let between = try node.required("between")
        let names = try between.texts(longest: 120)
        guard names.count == 2, names[0].lowercased() != names[1].lowercased() else {
            throw between.fault(
                "two different names are needed: identifiers, call signs or parties",
                "нужны два разных имени: идентификаторы, позывные или стороны")
        }
        let atLeast = try node.child("at-least").map(Self.length)
        let atMost = try node.child("at-most").map(Self.length)
        let bound: DistanceBound
        switch (atLeast, atMost) {
        case (let length?, nil): bound = .atLeast(length)
        case (nil, let length?): bound = .atMost(length)
        case (.some, .some):
            throw node.fault(
                "“at-least” and “at-most” are two statements: write two propositions",
                "«at-least» и «at-most» — это два утверждения: запишите их отдельно")
        default:
            throw node.fault(
                "either “at-least” or “at-most” is needed, with a distance",
                "нужно «at-least» или «at-most» с расстоянием")
        }
        return MinimumDistance(
            between: names, window: try Self.window(node),
            gapSeconds: try Self.span(node, "gap") ?? MeasuringRule().gapSeconds,
            verticalWithin: try node.child("vertical-within").map(Self.length), bound: bound)
    }

    private mutating func violationCount(_ node: DocumentNode) throws(DocumentFault) -> ViolationCount {
        let most = 1_000_000
        let exactly = try node.child("exactly")?.count(in: 0...most)
        let atLeast = try node.child("at-least")?.count(in: 0...most)
        let atMost = try node.child("at-most")?.count(in: 0...most)
        let count: ClosedRange<Int>
        switch (exactly, atLeast, atMost) {
        case (let number?, nil, nil): count = number...number
        case (nil, let low, let high) where low != nil || high != nil:
            guard low ?? 0 <= high ?? .max else {
                throw node.fault("“at-least” is more than “at-most”", "«at-least» больше, чем «at-most»")
            }
            count = (low ?? 0)...(high ?? .max)
        default:
            throw node.fault(
                "either “exactly”, or “at-least” or “at-most” or both are needed",
                "нужно «exactly» либо «at-least» или «at-most», либо оба последних")
        }
        let minima = try node.child("minima")?.value { (text: String) throws(AirspaceError) in try Minima(parsing: text)
        }
        let rule = MeasuringRule(
            minima: minima ?? .enRoute, gapSeconds: try Self.span(node, "gap") ?? MeasuringRule().gapSeconds,
            mergeSeconds: try Self.span(node, "merge") ?? MeasuringRule().mergeSeconds)
        return ViolationCount(
            involving: try node.child("involving")?.texts(longest: 120) ?? [], window: try Self.window(node),
            rule: rule,
            count: count)
    }

    private static func communication(_ node: DocumentNode) throws(DocumentFault) -> Communication {
        let languages = try node.child("languages")?.texts(longest: 8) ?? []
        return Communication(
            between: try node.required("between").word(Communication.Between.self),
            channel: try node.child("channel")?.text(longest: 120), languages: languages.map { $0.lowercased() },
            window: try window(node), atMostSeconds: try span(node, "lasted-at-most"),
            isSaid: try node.child("took-place")?.flag() ?? true)
    }

    private static func warning(_ node: DocumentNode) throws(DocumentFault) -> WarningGiven {
        let atLeast = try span(node, "at-least")
        let atMost = try span(node, "at-most")
        guard (atLeast == nil) != (atMost == nil) else {
            throw node.fault(
                "either “at-least” or “at-most” is needed: how long before",
                "нужно «at-least» или «at-most»: за какое время")
        }
        return WarningGiven(
            by: try node.required("by").text(longest: 120), to: try node.child("to")?.text(longest: 120),
            codes: try node.child("codes")?.texts(longest: 60) ?? [],
            beforeUnixSeconds: try time(node.required("before")), atLeastSeconds: atLeast, atMostSeconds: atMost,
            lookBackSeconds: try span(node, "look-back") ?? 86_400)
    }

    private static func lineState(_ node: DocumentNode) throws(DocumentFault) -> LineStateAt {
        let stateNode = try node.required("state")
        let state = try stateNode.text(longest: 40)
        let known = ["normal", "degraded", "suspended", "restored", "working"]
        guard known.contains(state) else {
            throw stateNode.fault(
                "“\(state)” is none of \(known.joined(separator: ", "))",
                "«\(state)» не подходит: допустимы \(known.joined(separator: ", "))")
        }
        return LineStateAt(
            atUnixSeconds: try time(node.required("at")), state: state, by: try node.child("by")?.text(longest: 120))
    }
}
