import Accord
import Exercise

/// What the records tell of runs, as it comes again when the station starts: out of it a run that goes on is taken up.
struct RunHistory: Sendable {
    /// The run that was begun last.
    struct Told: Sendable {
        /// Its name.
        var run: String
        /// Its plan.
        var plan: String
        /// Under which agreement it is flown.
        var agreement: String
        /// Whether its flights are simulated.
        var isSimulated: Bool
        /// The station whose people began it.
        var leader: String
        /// When, Unix seconds.
        var startUnixSeconds: Double
        /// Its entries, in the order in which they came.
        var facts: [ExerciseRun.Fact] = []
        /// Whether somebody wrote that it is over.
        var isOver = false
        /// Of our own entries, which stand in a record for each other party, those for this one count.
        var reader: String?
    }

    /// The run that was begun last; nil: none was.
    private(set) var last: Told?

    /// Some hours of everything that two stations write of a run.
    private static let mostFacts = 100_000

    /// The types that tell of a run.
    static let types: Set<String> = [
        RunBody.type, CheckInBody.type, CardBody.type, ExchangeBody.type, RangeBody.type, AbortBody.type,
    ]

    /// Takes an entry of a party; what is of another run than the last is passed over.
    ///
    /// - Parameter reader: of an entry of ours, in whose record it stands; nil: it is another party's.
    mutating func note(_ entry: Entry, by writer: String, for reader: String?, under agreement: String) {
        let isOurs = reader != nil
        if let body = try? entry.body(RunBody.self), body.state == .started, body.run != last?.run {
            guard entry.atUnixSeconds >= last?.startUnixSeconds ?? -.infinity else { return }
            last = Told(
                run: body.run, plan: body.plan, agreement: agreement, isSimulated: body.simulated, leader: writer,
                startUnixSeconds: entry.atUnixSeconds, reader: reader)
            return
        }
        guard let told = last, told.agreement == agreement, told.facts.count < Self.mostFacts,
            Self.run(of: entry) == told.run
        else { return }
        if let reader {
            guard told.reader ?? reader == reader else { return }
            last?.reader = reader
        } else if entry.type == RangeBody.type || entry.type == CardBody.type {
            // What others measured and decided is theirs.
            return
        }
        last?.facts.append(ExerciseRun.Fact(entry, isOurs: isOurs))
        if let body = try? entry.body(RunBody.self), body.state == .ended { last?.isOver = true }
    }

    private static func run(of entry: Entry) -> String? {
        switch entry.type {
        case RunBody.type: try? entry.body(RunBody.self).run
        case CheckInBody.type: try? entry.body(CheckInBody.self).run
        case CardBody.type: try? entry.body(CardBody.self).run
        case ExchangeBody.type: try? entry.body(ExchangeBody.self).run
        case RangeBody.type: try? entry.body(RangeBody.self).run
        case AbortBody.type: try? entry.body(AbortBody.self).run
        default: nil
        }
    }
}
