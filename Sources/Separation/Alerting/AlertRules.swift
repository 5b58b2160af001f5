/// What must be kept apart, where, and when a person is called: the whole content of a rules file, without its syntax.
///
/// Which volume an aircraft is in: the first of `volumes` (in their order, so the small ones come first) that is active and
/// contains it. An aircraft whose level is not known is in every alerting volume that it may be in, and in a quiet one only
/// if it surely is.
///
/// What holds for a pair:
/// 1. If neither is in an alerting volume, nothing alerts; distances are shown against the minima of the rules.
/// 2. If both are in one and the same, its minima and its policy hold.
/// 3. If they are in two alerting volumes, the larger horizontal and the larger vertical distance hold, and the policy of the volume
///    that comes first.
/// 4. If one is in an alerting volume and the other in none, that volume's minima and policy hold.
/// 5. If one of them is in a quiet volume, nothing alerts, as in 1, and the quiet volume's minima are shown against.
/// 6. Two flights that squawk a code of `visualFlights` do not alert; between one of them and another aircraft its minima hold
///    where they are smaller.
public struct AlertRules: Sendable, Hashable {
    /// Minima wherever no volume says otherwise.
    public var minima: ClassMinima
    /// When conflicts alert, wherever a volume has no policy of its own.
    public var policy: AlertPolicy
    /// The declared volumes; the first that contains an aircraft counts.
    public var volumes: [AlertVolume]
    /// Flights that look out for themselves; nil: none are told apart.
    public var visualFlights: VisualFlights?
    /// A track without a report for longer than this raises nothing new and is said to coast, seconds.
    public var coastingSeconds = 15.0
    /// A track without a report for longer than this is left out altogether, seconds.
    public var staleSeconds = 60.0
    /// Members of a group further than this from every other member have no part in its envelope, and alert as single
    /// aircraft, metres.
    public var groupReachMetres = 10 * 1852.0

    /// Rules with the given minima, policy and volumes.
    public init(minima: ClassMinima, policy: AlertPolicy = AlertPolicy(), volumes: [AlertVolume] = []) {
        self.minima = minima
        self.policy = policy
        self.volumes = volumes
    }

    /// The largest distances that any pair can need: what a search for candidates must use.
    public var largestMinima: Minima {
        volumes.reduce(minima.largest) { $0.strictest(($1.minima ?? minima).largest) }
    }

    /// The longest look-ahead of any policy, seconds: what a search for candidates must use.
    public var longestLookAheadSeconds: Double {
        volumes.reduce(policy.lookAheadSeconds) { max($0, ($1.policy ?? policy).lookAheadSeconds) }
    }
}
