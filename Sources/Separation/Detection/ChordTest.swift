/// The quick question to two chords: can they come closer than the minima, at one time, within the look-ahead?
///
/// Never no where the geodesics do: every rounding is covered by the slack of the chords.
struct ChordTest {
    /// The look-ahead, seconds.
    let lookahead: Float
    /// The chord of the horizontal minimum, metres.
    let horizontal: Float
    /// The vertical minimum, metres.
    let vertical: Float

    init(_ thresholds: ConflictThresholds) {
        lookahead = Float(thresholds.lookaheadSeconds).nextUp
        horizontal = Float(thresholds.chordMetres).nextUp
        vertical = Float(thresholds.verticalMetres).nextUp
    }

    /// Whether the pair has to be looked at with exact geodesics.
    @inline(__always)
    func mayMeet(_ one: ChordMotion, _ other: ChordMotion) -> Bool {
        let way = one.place - other.place
        let velocity = one.velocity - other.velocity
        // Where both levels are nearer than the minimum. A rate of zero leaves a window of all time or of none.
        let rate = abs(velocity.w) < 1e-20 ? 1e-20 : velocity.w
        let room = (vertical - (one.levels.x - other.levels.y)) / rate
        let otherRoom = ((other.levels.x - one.levels.y) - vertical) / rate
        let start = max(min(room, otherRoom), 0)
        let end = min(max(room, otherRoom), lookahead)
        // The nearest that the chords come in that window.
        let v2 = velocity.x * velocity.x + velocity.y * velocity.y + velocity.z * velocity.z
        let approach = -(way.x * velocity.x + way.y * velocity.y + way.z * velocity.z)
        let time = min(max(approach / max(v2, 1e-12), start), end)
        let nearest = way + velocity * time
        let reach = horizontal + one.slack + other.slack
        let distance = nearest.x * nearest.x + nearest.y * nearest.y + nearest.z * nearest.z
        return start <= end && distance < reach * reach
    }
}
