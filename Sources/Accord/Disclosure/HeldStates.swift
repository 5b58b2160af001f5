/// The states of one aircraft that may yet be told, because of a delay.
struct HeldStates: Sendable {
    /// No more are kept: an hour's delay at one a second.
    private static let most = 4_096

    private var states: [OwnTrackState] = []

    var newest: OwnTrackState? { states.last }

    var newestUnixSeconds: Double { states.last?.timeUnixSeconds ?? -.infinity }

    /// Takes a newer state, and forgets what is older than the one that holds at `horizon`.
    mutating func append(_ state: OwnTrackState, keepingFrom horizon: Double) {
        guard state.timeUnixSeconds > newestUnixSeconds else {
            // A correction of the same moment, or of an emergency, replaces it; what is older is late and left out.
            if state.timeUnixSeconds == newestUnixSeconds { states[states.count - 1] = state }
            return
        }
        states.append(state)
        if let first = states.lastIndex(where: { $0.timeUnixSeconds <= horizon }),
            first > 64 || first == states.count - 1
        {
            states.removeFirst(first)
        }
        if states.count > Self.most {
            // Every other one of the older half goes: a delay of a day is told a little coarser in time.
            let half = states.count / 2
            states =
                states[..<half].enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element) + states[half...]
        }
    }

    /// The newest state that is not after a time.
    func newest(notAfter time: Double) -> OwnTrackState? { states.last { $0.timeUnixSeconds <= time } }
}
