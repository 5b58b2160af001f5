/// How much room the disk of a node has, and what is left out for it. A pure machine: what was measured is given.
///
/// Long before the disk is full the station says so; below the minimum it stops writing own tracks, of which there are most and which
/// matter least, and reads peers slowly, so that there is room left for acts, alarms and what is owed to peers.
struct DiskRoom: Sendable, Hashable {
    /// How it stands.
    enum State: String, Sendable, Hashable {
        /// There is room.
        case enough
        /// Less than twice the minimum is left: somebody must look after it.
        case low
        /// Less than the minimum is left: own tracks are not written down any more.
        case short
    }

    /// What must be left free, bytes.
    let minimumBytes: UInt64
    /// What is free, bytes.
    private(set) var freeBytes: UInt64 = .max
    /// How it stands.
    private(set) var state = State.enough

    /// Room for what matters even while a minimum of `minimumBytes` is undercut.
    init(minimumBytes: UInt64) { self.minimumBytes = minimumBytes }

    /// The minimum where nobody has set one: 1 GiB, or a twentieth of the file system if that is less.
    static func usualMinimum(ofBytes size: UInt64) -> UInt64 { min(1 << 30, size / 20) }

    /// Takes a measurement; whether the state has changed by it.
    ///
    /// A state is left only when a tenth more than its bound is free, so that it doesn't flutter.
    mutating func take(freeBytes free: UInt64) -> Bool {
        freeBytes = free
        let before = state
        let double = minimumBytes &* 2
        func above(_ bound: UInt64, isIn: Bool) -> Bool { free >= (isIn ? bound &+ bound / 10 : bound) }
        state =
            !above(minimumBytes, isIn: before == .short)
            ? .short : !above(double, isIn: before != .enough) ? .low : .enough
        return state != before
    }
}
