import Airspace

/// Whether two tracks are very likely one aircraft that was received twice: such a pair never alerts, and says why.
///
/// Sure when the tracker linked the two. Otherwise when at least one is a suspect and they fly as one: near each other, at one level, with
/// one velocity. Two tracks with addresses of their own are never taken for one.
func isSameAircraft(_ first: AlertTrack, _ second: AlertTrack, _ one: SkyTrack, _ other: SkyTrack) -> Bool {
    if first.duplicateOf == second.identifier || second.duplicateOf == first.identifier { return true }
    guard first.isSuspectDuplicate || second.isSuspectDuplicate else { return false }
    let nearMetres = 1_852.0
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
func findTwins(_ tracks: [AlertTrack], _ sky: [SkyTrack?]) -> [Int: Int] {
    let suspects = tracks.indices.filter { sky[$0] != nil && tracks[$0].isSuspectDuplicate }
    guard !suspects.isEmpty else { return [:] }
    let own = tracks.indices.filter { sky[$0] != nil && !tracks[$0].isSuspectDuplicate }
    var twins: [Int: Int] = [:]
    for suspect in suspects {
        guard let ghost = sky[suspect] else { continue }
        twins[suspect] = own.first { index in
            guard let candidate = sky[index] else { return false }
            return isSameAircraft(tracks[suspect], tracks[index], ghost, candidate)
        }
    }
    return twins
}
