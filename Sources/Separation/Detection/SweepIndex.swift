/// Finds the pairs of chords that may meet: face by face, each face in strips, each size of box in a list of its own.
struct SweepIndex {
    private var lists: [SweepList] = []
    private var sorter = RadixSorter()
    private var members: [Int32] = []
    private var sizes: [[Int32]] = []

    /// Adds every pair that may meet to the harvest, each once.
    mutating func harvest(_ motions: [ChordMotion], _ test: ChordTest, into harvest: inout SweepHarvest) {
        let margins = SweepMargins(test)
        for number in 0..<6 {
            let face = CubeFace(number: number)
            gather(motions, faceBit: 1 << UInt32(number))
            guard members.count > 1 else { continue }
            let survey = Survey(members, motions, face, margins)
            let cuts = survey.stripHeights()
            let plane = survey.plane(finestStrip: cuts[cuts.count - 1])
            split(motions, face, cuts, margins)
            while lists.count < cuts.count { lists.append(SweepList()) }
            for (size, height) in cuts.enumerated() {
                lists[size].build(
                    cuts.count == 1 ? members : sizes[size], motions, plane, stripMetres: height,
                    margins, sorter: &sorter)
            }
            for size in cuts.indices {
                lists[size].join(plane, test: test, into: &harvest)
                for coarser in 0..<size {
                    lists[size].join(with: lists[coarser], plane, test: test, into: &harvest)
                }
            }
        }
    }

    /// The aircraft that may touch a face.
    private mutating func gather(_ motions: [ChordMotion], faceBit: UInt32) {
        var count = 0
        let motions = motions.span
        var members = take(&self.members)
        members.resize(to: motions.count, filler: 0)
        var span = members.mutableSpan
        for index in 0..<motions.count {
            // Written each time and kept only where it belongs: no branch to mispredict.
            span[unchecked: count] = Int32(truncatingIfNeeded: index)
            count += motions[unchecked: index].faces & faceBit != 0 ? 1 : 0
        }
        members.removeLast(members.count - count)
        self.members = members
    }

    /// Distributes the members over the sizes.
    private mutating func split(
        _ motions: [ChordMotion], _ face: CubeFace, _ cuts: [Float], _ margins: SweepMargins
    ) {
        guard cuts.count > 1 else { return }
        while sizes.count < cuts.count { sizes.append([]) }
        for size in sizes.indices { sizes[size].removeAll(keepingCapacity: true) }
        let motions = motions.span
        for index in members {
            let box = motions[unchecked: Int(index)].box(margins)
            let needed = Survey.stripHeight(for: face.along(box.high) - face.along(box.low))
            let size = cuts.lastIndex { $0 >= needed } ?? 0
            sizes[size].append(index)
        }
    }
}
