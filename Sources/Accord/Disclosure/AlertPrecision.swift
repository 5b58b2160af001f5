import Airspace

/// How exactly an alert may speak of an own aircraft: no finer than what its reader has been told of the aircraft, and by the same fields.
///
/// Distances are those of the exact places, so they would tell more than the positions do. They are rounded downwards: what an alert says is
/// never further, higher or later than it is.
public struct AlertPrecision: Sendable, Hashable {
    /// Times to a loss or to an entry are told in steps of this, seconds.
    public static let secondsStep = 5.0

    /// No grid of a rule makes distances finer than this, nautical miles and feet.
    private static let finest = (nauticalMiles: 0.01, feet: 1.0)

    /// Horizontal distances are told in steps of this, nautical miles.
    public var gridNM: Double
    /// Vertical distances are told in steps of this, feet; nil: the rule gives no level, and none are told.
    public var levelGridFt: Double?
    /// Whether the rule gives the velocity: a way and the time for it are one.
    public var givesVelocity: Bool

    /// What may be said of an aircraft.
    ///
    /// - Parameters:
    ///   - told: what the reader has been told of it last.
    ///   - agreement: the version in force. Where it is not the one under which that was told, the coarser of both counts; nil: it has no such
    ///     rule, and no number may be told.
    public init?(told: TrackBody, under agreement: Agreement) {
        guard let rule = agreement.disclosure.first(where: { $0.identifier == told.rule }) else { return nil }
        let precisions = [rule.precision, rule.conflictPrecision ?? rule.precision]
        func step(_ told: Double, _ ruled: [Double], _ finest: Double) -> Double {
            max(told, ruled.min() ?? told, finest)
        }
        gridNM = step(told.gridNM, precisions.map(\.grid.nauticalMiles), Self.finest.nauticalMiles)
        levelGridFt =
            rule.fields.contains(.level)
            ? step(told.levelGridFt, precisions.map(\.levelGrid.feet), Self.finest.feet) : nil
        givesVelocity = rule.fields.contains(.velocity)
    }

    /// An alert as it may be told: with its numbers rounded, and without those that the rule does not give.
    public func rounded(_ alert: AlertBody) -> AlertBody {
        var alert = alert
        alert.secondsToLoss = alert.secondsToLoss.map { Self.down($0, step: Self.secondsStep) }
        alert.horizontalNM = tellsDistance(of: alert) ? alert.horizontalNM.map { Self.down($0, step: gridNM) } : nil
        alert.verticalFt = levelGridFt.flatMap { step in alert.verticalFt.map { Self.down($0, step: step) } }
        return alert
    }

    /// An alert without numbers, as it is told where no rule gives any.
    public static func bare(_ alert: AlertBody) -> AlertBody {
        var alert = alert
        (alert.secondsToLoss, alert.horizontalNM, alert.verticalFt) = (nil, nil, nil)
        return alert
    }

    /// What of an alert's numbers is more than may be told.
    func violations(of alert: AlertBody) -> [DisclosureAudit.Violation] {
        var found: [DisclosureAudit.Violation] = []
        func judge(_ name: String, _ value: Double?, step: Double?) {
            guard let value else { return }
            guard let step else { return found.append(.field(name)) }
            if !DisclosureGrid.isOnGrid(value, step: step) { found.append(.tooFine(name)) }
        }
        judge("secondsToLoss", alert.secondsToLoss, step: Self.secondsStep)
        judge("horizontalNM", alert.horizontalNM, step: tellsDistance(of: alert) ? gridNM : nil)
        judge("verticalFt", alert.verticalFt, step: levelGridFt)
        return found
    }

    /// The numbers of an alert that speaks of an aircraft of which nothing may be told.
    static func numbers(of alert: AlertBody) -> [DisclosureAudit.Violation] {
        let numbers = [
            ("secondsToLoss", alert.secondsToLoss), ("horizontalNM", alert.horizontalNM),
            ("verticalFt", alert.verticalFt),
        ]
        return numbers.filter { $0.1 != nil }.map { .field($0.0) }
    }

    /// The way to a zone, beside the time for it, is the ground speed.
    private func tellsDistance(of alert: AlertBody) -> Bool { alert.kind != .zone || givesVelocity }

    /// The next step below, six decimals of it. What lies on a step stays there, though its quotient be a hair less than whole.
    private static func down(_ value: Double, step: Double) -> Double {
        let multiple = (value / step + 1e-9).rounded(.down) * step
        return (multiple * 1e6).rounded() / 1e6
    }
}
