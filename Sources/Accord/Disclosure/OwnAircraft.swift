/// The aircraft that this party calls its own: what a planner of the party put on its list, and nothing else.
///
/// It is never guessed; an aircraft that nobody listed is not ours, and nothing is told of it.
public struct OwnAircraft: Sendable, Equatable {
    /// Aircraft that are ours for a time.
    public struct Item: Sendable, Hashable {
        /// Which.
        public var pattern: AircraftPattern
        /// From when, Unix seconds; nil: from ever.
        public var fromUnixSeconds: Double?
        /// Until when, Unix seconds; nil: for ever.
        public var untilUnixSeconds: Double?

        /// Aircraft that are ours for a time.
        public init(_ pattern: AircraftPattern, fromUnixSeconds: Double? = nil, untilUnixSeconds: Double? = nil) {
            self.pattern = pattern
            self.fromUnixSeconds = fromUnixSeconds
            self.untilUnixSeconds = untilUnixSeconds
        }
    }

    /// The list.
    public var items: [Item] { didSet { index = Index(items) } }
    private var index: Index

    /// A list.
    public init(_ items: [Item] = []) {
        self.items = items
        index = Index(items)
    }

    /// Whether an aircraft is ours at a time.
    public func contains(identifier: String, callsign: String?, atUnixSeconds time: Double) -> Bool {
        index.candidates(identifier: identifier, callsign: callsign).contains { place in
            let item = items[place]
            return (item.fromUnixSeconds ?? -.infinity) <= time && time <= (item.untilUnixSeconds ?? .infinity)
                && item.pattern.matches(identifier: identifier, callsign: callsign)
        }
    }

    /// Where in the list an aircraft can stand: thousands are asked about each second.
    private struct Index: Sendable, Equatable {
        private var identifiers: [String: [Int]] = [:]
        /// By the first letter of the call sign.
        private var callsigns: [Character: [Int]] = [:]

        init(_ items: [Item]) {
            for (place, item) in items.enumerated() {
                switch item.pattern.kind {
                case .identifier(let text): identifiers[text, default: []].append(place)
                case .callsign(let text), .callsignPrefix(let text):
                    if let first = text.first { callsigns[first, default: []].append(place) }
                }
            }
        }

        func candidates(identifier: String, callsign: String?) -> [Int] {
            let byIdentifier = identifiers.isEmpty ? [] : identifiers[identifier.lowercased()] ?? []
            guard !callsigns.isEmpty, let first = callsign?.first(where: { !$0.isWhitespace }),
                let letter = first.uppercased().first
            else { return byIdentifier }
            return byIdentifier + (callsigns[letter] ?? [])
        }
    }

    /// The list in a document: `ours:` a list of identifiers and call signs, each with `from` and `until` if it has times.
    ///
    /// ```yaml
    /// ours:
    ///   - identifier: 3949ea
    ///   - {callsign: AFR*, from: 2021-10-07T06:00:00Z, until: 2021-10-07T18:00:00Z}
    /// ```
    /// - Throws: `AccordError.document` with every fault.
    public init(yaml text: String) throws(AccordError) {
        var faults = FaultList()
        var items: [Item] = []
        guard let root = faults.take({ () throws(DocumentFault) in try DocumentNode(yaml: text) }) else {
            throw AccordError.document(faults.faults)
        }
        faults.add(root.unknownKeys(allowed: ["ours"]))
        let elements = faults.need(root, "ours") { node throws(DocumentFault) in try node.elements() } ?? []
        for node in elements {
            faults.add(node.unknownKeys(allowed: ["identifier", "callsign", "from", "until"]))
            let from = faults.may(node, "from") { node throws(DocumentFault) in try node.time() }
            let until = faults.may(node, "until") { node throws(DocumentFault) in try node.time() }
            let pattern = faults.take { () throws(DocumentFault) in try Self.pattern(node) }
            if let from, let until, from >= until {
                faults.add(
                    node.fault("“until” must be later than “from”", "время «until» должно быть позже времени «from»"))
            }
            if let pattern { items.append(Item(pattern, fromUnixSeconds: from, untilUnixSeconds: until)) }
        }
        guard faults.faults.isEmpty else { throw AccordError.document(faults.faults) }
        self.init(items)
    }

    private static func pattern(_ node: DocumentNode) throws(DocumentFault) -> AircraftPattern {
        switch (node.child("identifier"), node.child("callsign")) {
        case (let identifier?, nil): return AircraftPattern(identifier: try identifier.identifier())
        case (nil, let callsign?):
            guard let pattern = AircraftPattern(callsign: try callsign.text()) else {
                throw callsign.fault(
                    "letters and digits are needed, and a * at the end if any",
                    "нужны буквы и цифры, в конце может стоять *")
            }
            return pattern
        default: throw node.fault("an identifier or a callsign is needed", "нужен identifier или callsign")
        }
    }
}
