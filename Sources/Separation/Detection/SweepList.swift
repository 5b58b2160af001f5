/// The aircraft of one face that are about the same size, in order of strip and, inside a strip, from left to right.
///
/// A key holds the strip in its upper bits and the left edge of the box in its lower ones. A box is not higher than a strip, so
/// it can only overlap boxes whose keys are in its own strip or in a neighbouring one.
struct SweepList {
    /// Four aircraft side by side, so that one instruction compares with all of them.
    struct Block {
        /// Strip and left edge of the box.
        var left = SIMD4<Int32>(repeating: .max)
        /// Strip and right edge.
        var right = SIMD4<Int32>(repeating: .min)
        /// Lower and upper edge.
        var low = SIMD4<Float>(repeating: .infinity)
        var high = SIMD4<Float>(repeating: -.infinity)
        /// Lowest and highest level swept.
        var lowest = SIMD4<Float>(repeating: .infinity)
        var highest = SIMD4<Float>(repeating: -.infinity)
        /// The chords, as in `ChordMotion`.
        var chords = ChordMotion.Four()
        /// The faces that each may touch.
        var faces = SIMD4<UInt32>(repeating: 0)
        /// The indices in the snapshot.
        var indices = SIMD4<Int32>(repeating: 0)
    }

    /// The blocks; there is always one more than is needed, filled with boxes that overlap nothing.
    var blocks: [Block] = []
    /// The number of aircraft.
    var count = 0
    /// The height of a strip, metres.
    var stripMetres: Float = 1
}
