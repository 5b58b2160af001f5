/// Matches one pattern against tokens, in every way it can be matched.
///
/// Backtracking with continuations; the number of steps is bounded, so no text can make it run long.
final class PatternMatcher {
    /// A way to match: where it ends, the values it found, how many of them stood out of order.
    struct Match {
        var end: Int
        var values: [(path: String, value: Value)]
        var displaced: Int
    }

    /// How far any pattern got, and what was needed there: what is said to be unclear.
    private(set) var furthest = -1
    /// The last place where an element was looked for.
    private(set) var lastStart = 0
    private(set) var neededThere: [String] = []

    private let reader: SlotReader
    private var stepsLeft: Int
    private var element: CatalogueElement?
    private var elementStart = 0

    init(lexicon: Lexicon, tokens: [Token], steps: Int = 60_000) {
        reader = SlotReader(lexicon: lexicon, tokens: tokens)
        stepsLeft = steps
    }

    private var tokens: [Token] { reader.tokens }

    /// The ways `pattern` of `element` matches from `start`.
    func matches(_ pattern: Pattern, of element: CatalogueElement, at start: Int) -> [Match] {
        var found: [Match] = []
        lastStart = max(lastStart, start)
        elementStart = start
        self.element = element
        walk(pattern.nodes[...], Match(end: start, values: [], displaced: 0)) { found.append($0) }
        return found
    }

    private func walk(_ nodes: ArraySlice<PatternNode>, _ state: Match, _ then: (Match) -> Void) {
        stepsLeft -= 1
        guard stepsLeft > 0 else { return }
        guard let node = nodes.first else { return then(state) }
        let rest = nodes.dropFirst()
        switch node {
        case .mark: walk(rest, state, then)
        case .word(let display, let words, let isNeeded):
            let start = skipBarrier(state.end)
            if let end = reader.end(of: words, at: start) {
                var next = state
                next.end = end
                walk(rest, next, then)
            } else if isNeeded {
                note(display, at: start)
            }
            if !isNeeded { walk(rest, state, then) }
        case .slot(let name, let part, _): walkSlot(name, part, rest, state, then)
        case .choice(let name, let options): walkChoice(name, options, rest, state, then)
        case .optional(let inner), .heardOnly(let inner):
            walk(inner[...], state) { walk(rest, $0, then) }
            walk(rest, state, then)
        case .oneOf(let branches):
            for branch in branches { walk(branch[...], state) { walk(rest, $0, then) } }
        case .anyOrder(let branches):
            walkAnyOrder(branches, Array(branches.indices), last: -1, state) { walk(rest, $0, then) }
        }
    }

    private func walkSlot(
        _ name: String, _ part: String?, _ rest: ArraySlice<PatternNode>, _ state: Match, _ then: (Match) -> Void
    ) {
        guard let kind = element?.parameter(name)?.kind else { return }
        let start = skipBarrier(state.end)
        let readings = reader.readings(kind, part: part, at: start)
        if readings.isEmpty { note("\(name): \(kind.expected)", at: start) }
        let path = part.map { "\(name).\($0)" } ?? name
        for reading in readings {
            guard let next = bind(path, reading.value, in: state, end: reading.end) else { continue }
            walk(rest, next, then)
        }
    }

    private func walkChoice(
        _ name: String, _ options: [PatternNode.Option], _ rest: ArraySlice<PatternNode>, _ state: Match,
        _ then: (Match) -> Void
    ) {
        let start = skipBarrier(state.end)
        var isFound = false
        for option in options {
            for phrase in option.phrases {
                guard let end = reader.end(of: phrase.tokens, at: start) else { continue }
                isFound = true
                var value = Value.choice(option.value)
                if case .number? = element?.parameter(name)?.kind, let number = Int(option.value) {
                    value = .number(number)
                }
                guard let next = bind(name, value, in: state, end: end) else { continue }
                walk(rest, next, then)
            }
        }
        if !isFound { note(options.compactMap { $0.phrases.first?.display }.joined(separator: " or "), at: start) }
    }

    private func walkAnyOrder(
        _ branches: [[PatternNode]], _ remaining: [Int], last: Int, _ state: Match, _ then: (Match) -> Void
    ) {
        for (position, index) in remaining.enumerated() {
            var branch = branches[index]
            if branch.count == 1, case .optional(let inner) = branch[0] { branch = inner }
            var left = remaining
            left.remove(at: position)
            walk(branch[...], state) { next in
                guard next.end > state.end else { return }
                var next = next
                if index < last { next.displaced += 1 }
                walkAnyOrder(branches, left, last: max(last, index), next, then)
            }
        }
        if remaining.allSatisfy({ Self.isOptional(branches[$0]) }) { then(state) }
    }

    private static func isOptional(_ branch: [PatternNode]) -> Bool {
        if branch.count == 1, case .optional = branch[0] { return true }
        return false
    }

    /// A value found twice must be the same both times: «5, PERFECTLY READABLE» with a 4 is no readability.
    private func bind(_ path: String, _ value: Value, in state: Match, end: Int) -> Match? {
        var next = state
        next.end = end
        if let earlier = state.values.first(where: { $0.path == path }) {
            return earlier.value == value ? next : nil
        }
        next.values.append((path, value))
        return next
    }

    private func skipBarrier(_ index: Int) -> Int { reader.afterBarrier(index) }

    private func note(_ need: String, at index: Int) {
        guard index > elementStart else { return }
        if index > furthest {
            furthest = index
            neededThere = []
        }
        if index == furthest, !neededThere.contains(need), neededThere.count < 6 { neededThere.append(need) }
    }
}
