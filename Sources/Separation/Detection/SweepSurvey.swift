extension SweepIndex {
    /// What has to be known of the boxes of a face before they are sorted.
    struct Survey {
        private let face: CubeFace
        private var left = Float.infinity
        private var right = -Float.infinity
        private var bottom = Float.infinity
        private var top = -Float.infinity
        private var widths = 0.0
        private var count = 0
        /// How many boxes need a strip of 2^(n+1) metres at most and more than 2^n.
        private var heights = InlineArray<32, Int>(repeating: 0)
        private var highest: Float = 0

        init(
            _ members: [Int32], _ motions: [ChordMotion], _ face: CubeFace, _ margins: SweepMargins
        ) {
            self.face = face
            let members = members.span
            let motions = motions.span
            count = members.count
            var low = SIMD4<Float>(repeating: .infinity)
            var high = SIMD4<Float>(repeating: -.infinity)
            var widths: Float = 0
            for position in 0..<members.count {
                let motion = motions[unchecked: Int(members[unchecked: position])]
                let box = motion.box(margins)
                low = lower(low, box.low)
                high = upper(high, box.high)
                let size = box.high - box.low
                widths += face.across(size)
                let height = Self.stripHeight(for: face.along(size))
                highest = max(highest, height)
                heights[min(max(Int(height.exponent), 0), 31)] += 1
            }
            left = face.across(low)
            right = face.across(high)
            bottom = face.along(low)
            top = face.along(high)
            self.widths = Double(widths)
        }

        /// The height of a strip that holds a box, with room for the rounding of its place and of the strip's number.
        @inline(__always)
        static func stripHeight(for height: Float) -> Float { height * 1.005 + 4 }

        /// The strip heights that suit the boxes, highest first. A list of its own pays for boxes that are at most a quarter as
        /// high as those of the list before, and at least half of all.
        func stripHeights() -> [Float] {
            // Not more strips than their part of a key can number.
            let least = (top - bottom) / 4000
            var cuts = [max(highest, least)]
            var remaining = count
            var octave = 31
            var next = Int(highest.exponent) - 2
            while octave >= 0 {
                if octave == next, remaining * 2 >= count, remaining >= 64, remaining < count {
                    var fullest = octave
                    while fullest > 0, heights[fullest] == 0 { fullest -= 1 }
                    let height = Float(sign: .plus, exponent: fullest + 1, significand: 1)
                    if height * 2 < cuts[cuts.count - 1] && cuts[cuts.count - 1] > least {
                        cuts.append(max(height, least))
                        next = fullest - 2
                    }
                }
                if octave == next { next -= 1 }
                remaining -= heights[octave]
                octave -= 1
            }
            return cuts
        }

        /// How the plane is cut: edges to a 64th of the mean width, as far as the bits of a key allow.
        func plane(finestStrip: Float) -> SweepList.Plane {
            let strips = Int32((top - bottom) / finestStrip) + 2
            let stripBits = Int32(Int32.bitWidth - strips.leadingZeroBitCount)
            let steps = Double(right - left) / max(widths / Double(count) / 64, 0.5)
            let wanted = Int32(max(4, steps.exponent + 1))
            let edgeBits = min(wanted, 29 - stripBits)
            return SweepList.Plane(
                face: face, origin: SIMD2(left, bottom),
                stepsPerMetre: Float((1 << edgeBits) - 1) / max(right - left, 1), edgeBits: edgeBits)
        }
    }
}
