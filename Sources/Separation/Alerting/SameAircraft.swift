import Airspace

/// Whether two tracks are very likely one aircraft that was received twice: such a pair never alerts, and says why.
///
/// Sure when the tracker linked the two. Otherwise when at least one is flagged as a duplicate, or has an identifier that is not an
/// aircraft's own (`~`: traffic information that a ground station re-broadcasts), and they fly as one: near each other, at
/// one level, with one velocity. Two tracks with addresses of their own are never taken for one.
func isSameAircraft(_ first: AlertTrack, _ second: AlertTrack, _ geometry: PairGeometry) -> Bool {
    if first.duplicateOf == second.identifier || second.duplicateOf == first.identifier { return true }
    let isSuspect =
        first.flaws.contains(.duplicateTrack) || second.flaws.contains(.duplicateTrack)
        || first.identifier.hasPrefix("~") || second.identifier.hasPrefix("~")
    guard isSuspect, geometry.horizontalMetres < 1_852, geometry.leastVerticalFeet < 500 else { return false }
    let motion = geometry.motion
    let relativeSpeed = (motion.eastRate * motion.eastRate + motion.northRate * motion.northRate).squareRoot()
    return relativeSpeed < 30
}
