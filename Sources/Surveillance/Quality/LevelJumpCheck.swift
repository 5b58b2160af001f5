import Airspace

/// Tells a pressure altitude that the aircraft can't have climbed or fallen to, as `PlaceJumpCheck` does for places.
struct LevelJumpCheck: Sendable {
    private var trusted: (feet: Double, time: Double)?
    private var suspect: (feet: Double, time: Double)?
    private var suspects = 0

    /// What encoding in steps of 100 ft and a stale second amount to, feet.
    private static let slackFeet = 325.0
    /// Faster than this nothing climbs or falls that does not say so: 12,000 ft/min, feet per second.
    private static let unclaimedFeetPerSecond = 200.0
    /// What a claimed rate may be short by.
    private static let rateFactor = 2.0
    private static let suspectsLimit = 3

    /// Takes a level; since when it jumps, nil when it is plausible.
    mutating func take(feet: Double, time: Double, claimed: Double?) -> Double? {
        guard let last = trusted else {
            trusted = (feet, time)
            return nil
        }
        if Self.isPlausible(from: last, to: (feet, time), claimed: claimed) {
            let wasSuspicious = suspects > 0
            trusted = (feet, time)
            suspect = nil
            suspects = 0
            return wasSuspicious ? last.time : nil
        }
        if let other = suspect, Self.isPlausible(from: other, to: (feet, time), claimed: claimed) {
            suspects += 1
        } else {
            suspects = 1
        }
        suspect = (feet, time)
        if suspects >= Self.suspectsLimit {
            trusted = (feet, time)
            suspect = nil
            suspects = 0
        }
        return last.time
    }

    private static func isPlausible(
        from last: (feet: Double, time: Double), to next: (feet: Double, time: Double), claimed: Double?
    ) -> Bool {
        let elapsed = max(0, next.time - last.time)
        let claimedRate = abs(claimed ?? 0) / LengthUnit.feet.metres
        // A rate that is claimed to be small is believed for a few seconds only: levels and rates come in different messages.
        let rate = max(claimedRate * rateFactor, elapsed > 3 || claimed == nil ? unclaimedFeetPerSecond : 50)
        return abs(next.feet - last.feet) <= slackFeet + rate * elapsed
    }
}
