/// Two tracks, by their indices in a list of tracks, that may meet: what a detector hands to the monitor.
public struct CandidatePair: Sendable, Hashable {
    /// Index of one track.
    public var first: Int32
    /// Index of the other.
    public var second: Int32

    /// The pair of two indices.
    public init(_ first: Int, _ second: Int) {
        self.first = Int32(first)
        self.second = Int32(second)
    }
}

/// Turns predicted losses into advisories and alarms that people can live with: a pure state machine.
///
/// Once per picture second the owner calls `step`; the answer is the whole alert picture and what changed. Time only comes in as
/// an argument, so a replay at any speed gives the same alerts. Acts of people (`acknowledge`, `inhibit`, `declare`) are
/// further inputs. What it does with a pair, cycle by cycle:
///
/// - A **hit** is a cycle in which a loss is predicted within the horizon of the policy, or is happening, and at least one of the
///   two is in an alerting volume (see `AlertRules`). Two hits among three cycles raise the alert; five cycles without
///   one end it.
/// - While the two **diverge** an alarm is stepped down to an advisory if they are still in loss, and ends if they aren't.
/// - A pair whose level is not known is marked, is an advisory at most, and is never a loss. A pair of two tracks of one
///   aircraft never alerts. A coasting track keeps its alerts and raises none. What is stale or on the ground takes no part.
public struct ConflictMonitor: Sendable {
    /// The rules in force.
    public var rules: AlertRules { book.rules }
    /// The groups that are declared, in the order of their names; expired ones are dropped.
    public internal(set) var groups: [TogetherGroup] = []

    var book: AlertRuleBook
    /// What was agreed with each other party, by its name.
    var agreed: [String: AlertRuleBook] = [:]
    var memories: [AlertIdentifier: AlertMemory] = [:]
    var inhibitions: [AlertIdentifier: AlertAct] = [:]
    var emergencies = EmergencyMonitor()
    var lastTimeUnixSeconds = -Double.infinity

    /// A monitor without any history.
    ///
    /// - Throws: `SeparationError.alertRules` with every fault of the rules, for whoever wrote them.
    public init(rules: AlertRules) throws(SeparationError) {
        let faults = rules.faults
        guard faults.isEmpty else { throw SeparationError.alertRules(faults: faults) }
        book = AlertRuleBook(rules)
    }

    /// Forgets all alerts and emergencies, as after a jump in the replay. Groups and inhibitions stay: people made them.
    public mutating func reset() {
        memories.removeAll()
        emergencies = EmergencyMonitor()
        lastTimeUnixSeconds = -Double.infinity
    }

    /// One cycle: the alert picture at `timeUnixSeconds`.
    ///
    /// - Parameters:
    ///   - timeUnixSeconds: The picture time; a time before the last one resets the monitor first.
    ///   - tracks: Every track of the picture, carried forward to the picture time; of two with one identifier the first counts.
    ///   - candidates: The pairs to look at: every pair that can undercut `largestMinima` (widened by the tracks'
    ///     uncertainties) within `longestLookAheadSeconds`, in any order. Nil: all pairs, for small pictures.
    public mutating func step(
        at timeUnixSeconds: Double, tracks: [AlertTrack], candidates: [CandidatePair]? = nil
    ) -> AlertPicture {
        if timeUnixSeconds < lastTimeUnixSeconds { reset() }
        lastTimeUnixSeconds = timeUnixSeconds
        groups.removeAll { $0.activeUnixSeconds.upperBound < timeUnixSeconds }

        var picture = AlertPicture(timeUnixSeconds: timeUnixSeconds)
        picture.events = emergencies.step(
            at: timeUnixSeconds, tracks: tracks, staleSeconds: rules.staleSeconds)
        picture.emergencies = emergencies.current
        picture.events += expireInhibitions(at: timeUnixSeconds)

        let needed = candidates.map { NeededTracks(candidates: $0, alerts: Array(memories.keys)) }
        let sky = AlertSky(
            at: timeUnixSeconds, tracks: tracks, book: book, agreed: agreed, groups: groups, needed: needed)
        var judged = envelopes(in: sky)
        judged += pairs(in: sky, candidates: candidates, folded: judged)
        picture.leftOut = limit(&judged, in: sky)
        remember(judged, at: timeUnixSeconds, into: &picture)
        picture.alerts.sort(by: Alert.comesBefore)
        return picture
    }
}

extension Alert {
    /// Alarms first, then by time to loss, then by identifier.
    static func comesBefore(_ left: Alert, _ right: Alert) -> Bool {
        if left.level != right.level { return left.level > right.level }
        let leftSeconds = left.prediction.secondsToLoss ?? .infinity
        let rightSeconds = right.prediction.secondsToLoss ?? .infinity
        return leftSeconds != rightSeconds ? leftSeconds < rightSeconds : left.identifier < right.identifier
    }
}
