import Airspace

/// Two tracks of one aircraft are not further apart than this, metres: the latency of a re-broadcast.
private let nearMetres = 1_852.0

/// Whether two tracks are very likely one aircraft that was received twice: such a pair never alerts, and says why.
///
/// Sure when the tracker linked the two. Otherwise when at least one is a suspect and they fly as one: near each other, at one level, with
/// one velocity. Two tracks with addresses of their own are never taken for one.
func isSameAircraft(_ first: AlertTrack, _ second: AlertTrack, _ one: SkyTrack, _ other: SkyTrack) -> Bool {
    if first.duplicateOf == second.identifier || second.duplicateOf == first.identifier { return true }
    guard first.isSuspectDuplicate || second.isSuspectDuplicate else { return false }
    let nearFeet = 500.0
    let nearMetresPerSecond = 30.0
    let gap = max(one.lowestFeet - other.highestFeet, other.lowestFeet - one.highestFeet, 0)
    return one.place.chordSquared(to: other.place) < nearMetres * nearMetres && gap < nearFeet
        && (one.velocity - other.velocity).length < nearMetresPerSecond
}

extension AlertTrack {
    /// Whether it may be a second track of an aircraft: it is flagged so, or its identifier is not an aircraft's own address (`~`:
    /// traffic information that a ground station re-broadcasts).
    var isSuspectDuplicate: Bool { flaws.contains(.duplicateTrack) || identifier.hasPrefix("~") || duplicateOf != nil }
}

/// The tracks that are second ones of an aircraft which is there under its own address: that one speaks for both.
///
/// Of several that it may be a second track of, the nearest one is taken. Places are sorted along the earth's axis, so that only those
/// in a slice are compared.
func findTwins(_ tracks: [AlertTrack], _ sky: [SkyTrack?], _ indices: [String: Int]) -> [Int: Int] {
    let suspects = tracks.indices.filter { sky[$0] != nil && tracks[$0].isSuspectDuplicate }
    guard !suspects.isEmpty else { return [:] }
    var own: [(z: Double, index: Int)] = []
    for index in tracks.indices {
        if let ready = sky[index], !tracks[index].isSuspectDuplicate { own.append((ready.place.z, index)) }
    }
    own.sort { $0.z < $1.z }
    var twins: [Int: Int] = [:]
    for suspect in suspects {
        guard let ghost = sky[suspect] else { continue }
        if let original = tracks[suspect].duplicateOf, let index = indices[original], sky[index] != nil {
            twins[suspect] = index
            continue
        }
        var place = own.partitioningIndex { $0.z >= ghost.place.z - nearMetres }
        var nearest: (chordSquared: Double, index: Int)?
        while place < own.count, own[place].z <= ghost.place.z + nearMetres {
            let index = own[place].index
            place += 1
            guard let candidate = sky[index],
                isSameAircraft(tracks[suspect], tracks[index], ghost, candidate)
            else { continue }
            let chordSquared = ghost.place.chordSquared(to: candidate.place)
            if let nearest, nearest.chordSquared <= chordSquared { continue }
            nearest = (chordSquared, index)
        }
        twins[suspect] = nearest?.index
    }
    return twins
}

extension Array {
    /// The first index at which `isPast` holds, in an array in which it holds from some index on.
    fileprivate func partitioningIndex(where isPast: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isPast(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
