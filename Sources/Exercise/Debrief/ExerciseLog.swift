public import Accord
import Airspace
public import Separation

/// A run as the records of both sides tell it: rebuilt from entries alone, whoever has them.
public struct ExerciseLog: Sendable {
    /// One act, by one side.
    public struct Act: Sendable {
        /// What was done.
        public enum Kind: Sendable {
            case run(RunBody)
            case checkIn(CheckInBody)
            case card(CardBody)
            case exchange(ExchangeBody)
            case abort(AbortBody)
        }

        /// When its writer wrote it, Unix seconds, by the writer's clock.
        public var atUnixSeconds: Double
        /// Who wrote it.
        public var party: String
        /// Where it stands.
        public var reference: String
        /// What was done.
        public var kind: Kind
    }

    /// A distance as a side wrote it down while it was flown.
    public struct Range: Sendable, Hashable {
        /// Who wrote it.
        public var party: String
        /// When, Unix seconds.
        public var timeUnixSeconds: Double
        /// Between whom.
        public var between: [String]
        /// Horizontally, metres.
        public var horizontalMetres: Double
        /// Vertically, feet.
        public var verticalFeet: Double?
        /// What was predicted, metres.
        public var predictedMetres: Double?
        /// From which data.
        public var basis: RangeBody.Basis
    }

    /// The plan.
    public let plan: ExercisePlan
    /// The run.
    public let run: String
    /// When it began, Unix seconds; the earliest that anybody wrote.
    public let startUnixSeconds: Double
    /// When it ended, or the last that was written of it.
    public let endUnixSeconds: Double
    /// Whether somebody wrote that it ended.
    public let isEnded: Bool
    /// Whether its flights were simulated.
    public let isSimulated: Bool
    /// What was done, in the order of the times that the writers gave.
    public let acts: [Act]
    /// The distances that were written down.
    public let ranges: [Range]
    /// Reports of each participant in the private record of a party, as far as it was given.
    public let own: [String: [String: [UncertainReport]]]
    /// Reports of each participant as its own side showed them.
    public let shared: [String: [UncertainReport]]
    /// The parties whose records these are.
    public let parties: [String]

    /// Rebuilds a run.
    ///
    /// - Parameter run: which; nil: the last one of the plan.
    /// - Throws: `ExerciseError.debrief` when the records tell of none.
    public init(_ plan: ExercisePlan, entries: [LoggedEntry], run wanted: String? = nil) throws(ExerciseError) {
        let starts = entries.compactMap { logged -> (at: Double, body: RunBody)? in
            guard let body = try? logged.entry.body(RunBody.self), body.plan == plan.identifier,
                wanted == nil || body.run == wanted, body.state == .started
            else { return nil }
            return (logged.entry.atUnixSeconds, body)
        }
        guard let last = starts.max(by: { $0.at < $1.at }) else {
            throw .debrief(
                reason: wanted.map { "no record tells of a run “\($0)” of \(plan.identifier)" }
                    ?? "no record tells of a run of \(plan.identifier)")
        }
        let run = last.body.run
        let start = starts.filter { $0.body.run == run }.map(\.at).min() ?? last.at
        let acts = Self.acts(entries, run: run).sorted { $0.atUnixSeconds < $1.atUnixSeconds }
        let ranges = Self.ranges(entries, run: run)
        let ends = acts.filter { if case .run(let body) = $0.kind { body.state == .ended } else { false } }
        let latest = (acts.map(\.atUnixSeconds) + ranges.map(\.timeUnixSeconds)).max() ?? start
        self.plan = plan
        self.run = run
        isSimulated = last.body.simulated
        startUnixSeconds = start
        isEnded = !ends.isEmpty
        // No run lasts longer than a day, whatever a record says.
        endUnixSeconds = min(max(ends.map(\.atUnixSeconds).max() ?? latest, start), start + 86_400)
        self.acts = acts
        self.ranges = ranges
        parties = Set(entries.map(\.party)).sorted()
        let tracks = LoggedTracks(plan, entries, from: start - 60, until: endUnixSeconds + 60)
        own = tracks.own
        shared = tracks.shared
    }

    private static func acts(_ entries: [LoggedEntry], run: String) -> [Act] {
        entries.compactMap { logged in
            let entry = logged.entry
            var kind: Act.Kind?
            switch entry.type {
            case RunBody.type: if let body = try? entry.body(RunBody.self), body.run == run { kind = .run(body) }
            case CheckInBody.type:
                if let body = try? entry.body(CheckInBody.self), body.run == run { kind = .checkIn(body) }
            case CardBody.type: if let body = try? entry.body(CardBody.self), body.run == run { kind = .card(body) }
            case ExchangeBody.type:
                if let body = try? entry.body(ExchangeBody.self), body.run == run { kind = .exchange(body) }
            case AbortBody.type: if let body = try? entry.body(AbortBody.self), body.run == run { kind = .abort(body) }
            default: break
            }
            return kind.map {
                Act(
                    atUnixSeconds: entry.atUnixSeconds, party: logged.party, reference: logged.reference, kind: $0)
            }
        }
    }

    private static func ranges(_ entries: [LoggedEntry], run: String) -> [Range] {
        entries.compactMap { logged -> Range? in
            guard logged.entry.type == RangeBody.type, let body = try? logged.entry.body(RangeBody.self),
                body.run == run
            else { return nil }
            return Range(
                party: logged.party, timeUnixSeconds: body.time.unixSeconds, between: body.between.sorted(),
                horizontalMetres: body.horizontalNM * 1852, verticalFeet: body.verticalFt,
                predictedMetres: body.predictedNM.map { $0 * 1852 }, basis: body.basis)
        }.sorted { $0.timeUnixSeconds < $1.timeUnixSeconds }
    }

    /// What a party wrote of a card at last.
    public func outcome(of card: String, by party: String) -> CardBody? {
        acts.last { act in
            if case .card(let body) = act.kind { return act.party == party && body.card == card } else { return false }
        }.flatMap { if case .card(let body) = $0.kind { body } else { nil } }
    }
}
