import Accord
import Exercise

/// What the records tell of runs, as it comes again when the station starts: out of it a run that goes on is taken up.
///
/// Of each station's people under each agreement the run that they began last is kept, so that nobody's run is forgotten because another
/// party, of this agreement or of another one, writes that it began one.
struct RunHistory: Sendable {
    /// A run, as the records tell of it.
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
        /// When, Unix seconds; not later than this station heard of it.
        var startUnixSeconds: Double
        /// Its entries, in the order in which they came.
        var facts: [ExerciseRun.Fact] = []
        /// How many of them are other parties'.
        fileprivate(set) var theirs = 0
        /// Whether somebody wrote that it is over.
        var isOver = false
        /// Of our own entries, which stand in a record for each other party, those for this one count.
        var reader: String?
    }

    private struct Leader: Sendable, Hashable {
        var agreement: String
        var party: String
    }

    private var runs: [Leader: Told] = [:]

    /// The runs, those that go on before those that are over, and of each the ones that were begun last first.
    var told: [Told] {
        runs.values.sorted {
            if $0.isOver != $1.isOver { return !$0.isOver }
            return ($0.startUnixSeconds, $0.run) > ($1.startUnixSeconds, $1.run)
        }
    }

    /// The run that was begun last; nil: none was.
    var last: Told? { runs.values.max { ($0.startUnixSeconds, $0.run) < ($1.startUnixSeconds, $1.run) } }

    /// Some hours of everything that this station writes of a run.
    fileprivate static let mostFacts = 100_000
    /// What crews say in some hours. More of what another party writes of a run is made up, and is not remembered.
    fileprivate static let mostTheirs = 5_000
    /// As much room is left for what breaks a run off or ends it.
    fileprivate static let mostStops = 100

    /// The types that tell of a run.
    static let types: Set<String> = [
        RunBody.type, CheckInBody.type, CardBody.type, ExchangeBody.type, RangeBody.type, AbortBody.type,
    ]

    /// Takes an entry of a party; what is of another run than those that are kept is passed over.
    ///
    /// - Parameter reader: of an entry of ours, in whose record it stands; nil: it is another party's.
    /// - Parameter receivedUnixSeconds: when this station had it, for an entry of another party. Its clock may be far ahead, and makes no run
    ///   later than the ones that are begun after it.
    mutating func note(
        _ entry: Entry, by writer: String, for reader: String?, under agreement: String,
        receivedUnixSeconds: Double? = nil
    ) {
        guard let run = Self.run(of: entry) else { return }
        let known = runs.first { $0.key.agreement == agreement && $0.value.run == run }?.key
        guard let known else {
            guard let body = try? entry.body(RunBody.self), body.state == .started else { return }
            let leader = Leader(agreement: agreement, party: writer)
            let start = min(entry.atUnixSeconds, receivedUnixSeconds ?? .infinity)
            guard start >= runs[leader]?.startUnixSeconds ?? -.infinity else { return }
            runs[leader] = Told(
                run: run, plan: body.plan, agreement: agreement, isSimulated: body.simulated, leader: writer,
                startUnixSeconds: start, reader: reader)
            return
        }
        runs[known]?.note(entry, for: reader)
    }

    /// Forgets a run that can no longer go on.
    mutating func forget(_ told: Told) {
        let leader = Leader(agreement: told.agreement, party: told.leader)
        if runs[leader]?.run == told.run { runs[leader] = nil }
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

extension RunHistory.Told {
    /// Takes one more entry, if it counts.
    fileprivate mutating func note(_ entry: Entry, for reader: String?) {
        let isEnd = (try? entry.body(RunBody.self))?.state == .ended
        if let reader {
            guard self.reader ?? reader == reader, facts.count < RunHistory.mostFacts else { return }
            self.reader = reader
        } else {
            // What others measured and decided is theirs.
            guard entry.type != RangeBody.type, entry.type != CardBody.type else { return }
            let room = RunHistory.mostTheirs + (isEnd || entry.type == AbortBody.type ? RunHistory.mostStops : 0)
            guard theirs < room else { return }
            theirs += 1
        }
        facts.append(ExerciseRun.Fact(entry, isOurs: reader != nil))
        if isEnd { isOver = true }
    }
}
