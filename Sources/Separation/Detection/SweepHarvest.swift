/// Pairs that the index could not rule out, and the conflicts that exact comparison has made of them.
///
/// Candidates are settled whenever some thousands have come together, so that a sky in which everything is near everything
/// costs time and not memory.
struct SweepHarvest {
    /// Settled when there are so many.
    private static let portion = 1 << 15

    /// Two indices in one number: the lower above, the higher below.
    var candidates: [UInt64]
    /// Pairs of boxes compared, by whole blocks of four.
    var pairsExamined = 0
    /// Candidates that were compared exactly.
    private(set) var pairsRefined = 0
    /// What came of them.
    private(set) var conflicts: [PredictedConflict] = []
    /// There are more conflicts than allowed, and the pass is to end.
    private(set) var isOverfull = false

    private let snapshot: SkySnapshot
    private let thresholds: ConflictThresholds
    private let limit: Int

    /// A harvest that puts candidates into `scratch`, whose memory is used again.
    init(_ snapshot: SkySnapshot, _ thresholds: ConflictThresholds, limit: Int, scratch: consuming [UInt64]) {
        self.snapshot = snapshot
        self.thresholds = thresholds
        self.limit = limit
        candidates = scratch
        candidates.removeAll(keepingCapacity: true)
    }

    /// Settles the candidates if there are many; false: the pass is to end.
    @inline(__always)
    mutating func goesOn() -> Bool {
        if candidates.count >= Self.portion { settle() }
        return !isOverfull
    }

    /// Compares the candidates exactly and forgets them.
    mutating func settle() {
        for candidate in candidates {
            let first = Int(candidate >> 32)
            let second = Int(candidate & 0xFFFF_FFFF)
            guard let conflict = PairKernel.prediction(first, second, snapshot, thresholds) else { continue }
            guard conflicts.count < limit else {
                isOverfull = true
                break
            }
            conflicts.append(conflict)
        }
        pairsRefined += candidates.count
        candidates.removeAll(keepingCapacity: true)
    }
}
