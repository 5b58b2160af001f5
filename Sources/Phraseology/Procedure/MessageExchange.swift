/// One message from writing to closing: a pure state machine. The caller carries out the actions it returns.
public struct MessageExchange: Sendable {
    /// What happens to a message.
    public enum Event: Sendable, Hashable {
        /// It was appended to the record.
        case sent
        /// Their station has it.
        case received
        /// It is on a screen.
        case shown
        /// A person pressed.
        case read(by: String)
        /// A reply came, with a read-back in it or without.
        case answered(LineMessage)
        /// A read-back was heard or typed.
        case readBack([MessageElement])
        /// Compliance was observed or reported.
        case complied
        /// The sender takes it back.
        case cancelled
        /// Time has passed.
        case tick
    }

    /// What the caller does.
    public enum Action: Sendable, Hashable {
        /// A time of the message changed: store and show it.
        case update
        /// The message is settled: nothing more is awaited.
        case close(Closure)
        /// Tell the watch officer that it is still open, and why.
        case stillOpen(Reason)
        /// The read-back differs: show where, and propose to say it again.
        case mismatch([ReadBackDifference], proposal: LineMessage?)
        /// The reply does not answer this message.
        case notAReply(String)
        /// Nobody answers.
        case escalate(EscalationProcedure.Measure)
    }

    /// How a message ended.
    public enum Closure: String, Sendable, Hashable {
        case acknowledged
        case agreed
        case unable
        case refused
        case answered
        case cancelled
        case resolutionAdvisory = "resolution advisory"
    }

    /// Why a message is still open.
    public enum Reason: String, Sendable, Hashable {
        /// ROGER says that it was received, not that it will be done.
        case onlyReceived = "received, not agreed to"
        /// STANDBY.
        case standingBy = "standing by"
        /// WILCO came, the read-back did not.
        case readBackAwaited = "read-back awaited"
        /// The read-back matched, WILCO did not come.
        case answerAwaited = "answer awaited"
    }

    /// The message.
    public let message: LineMessage
    /// What is awaited in answer.
    public let awaited: ReplySet
    /// Its times.
    public private(set) var times: MessageTimes
    /// Who read it.
    public private(set) var reader: String?
    /// How it ended.
    public private(set) var closure: Closure?

    private let escalation: EscalationProcedure
    private var stepsTaken = 0
    private var waitingSince: Double?

    /// A message that was just written.
    ///
    /// - Parameter awaited: what is to answer it where that is less than its elements ask for: a read-back repeats an
    ///   instruction and asks for nothing.
    public init(
        _ message: LineMessage, writtenAt seconds: Double, escalation: EscalationProcedure,
        awaiting awaited: ReplySet? = nil
    ) {
        self.message = message
        self.escalation = escalation
        self.awaited = awaited ?? message.reply
        times = MessageTimes(written: seconds)
    }

    /// Takes an event at `seconds` (Unix time, of whoever signed it); an event that comes twice changes nothing.
    public mutating func handle(_ event: Event, at seconds: Double) -> [Action] {
        switch event {
        case .sent:
            guard times.sent == nil else { return [] }
            times.sent = seconds
            waitingSince = seconds
            return [.update] + (awaited == .none ? close(.acknowledged, at: seconds) : [])
        case .received: return set(\.received, seconds)
        case .shown: return set(\.shown, seconds)
        case .read(let person):
            guard times.read == nil else { return [] }
            reader = person
            return set(\.read, seconds)
        case .complied: return times.passedToCrew == nil ? [] : set(\.complied, seconds)
        case .cancelled: return times.closed == nil ? close(.cancelled, at: seconds) : []
        case .tick: return escalate(at: seconds)
        case .readBack(let elements): return take(ReadBack(of: message, heard: elements), at: seconds)
        case .answered(let reply): return take(reply, at: seconds)
        }
    }

    /// The steps of the escalation that are due at `seconds`, the earliest first; none once the message is settled.
    public func stepsDue(at seconds: Double) -> [(step: EscalationProcedure.Step, sinceSeconds: Double)] {
        guard let waitingSince, times.closed == nil else { return [] }
        return escalation.steps.filter { seconds - waitingSince >= $0.afterSeconds }.map {
            ($0, waitingSince + $0.afterSeconds)
        }
    }

    /// Sets a time that has none yet.
    mutating func set(_ time: WritableKeyPath<MessageTimes, Double?>, _ seconds: Double) -> [Action] {
        guard times[keyPath: time] == nil else { return [] }
        times[keyPath: time] = seconds
        return [.update]
    }

    /// Settles the message.
    mutating func close(_ closure: Closure, at seconds: Double) -> [Action] {
        times.closed = seconds
        self.closure = closure
        return [.close(closure)]
    }

    /// Begins the escalation anew: STANDBY asks for patience.
    mutating func wait(from seconds: Double) {
        waitingSince = seconds
        stepsTaken = 0
    }

    /// The steps that are due. An answer that leaves the message open does not stop them.
    private mutating func escalate(at seconds: Double) -> [Action] {
        guard let waitingSince, times.closed == nil else { return [] }
        var actions: [Action] = []
        while stepsTaken < escalation.steps.count, seconds - waitingSince >= escalation.steps[stepsTaken].afterSeconds {
            actions.append(.escalate(escalation.steps[stepsTaken].measure))
            stepsTaken += 1
        }
        return actions
    }
}
