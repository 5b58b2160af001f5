/// What has happened since the last frame, over one or many picture seconds.
struct PendingFrame: Sendable {
    /// Reports that arrived at one moment of a clock that never jumps.
    struct Arrival: Sendable {
        var atSeconds: Double
        var reports: Int
    }

    /// Whether everything a client knows is void: a jump in the replay.
    var isReset = false
    /// Whether something changed that is no track: a feed, a pause, an act of a person.
    var isTouched = false
    /// Tracks that are no longer there.
    private(set) var removed: [String] = []
    /// Encounters that began, changed or ended, each once in its latest form.
    private(set) var encounters: [PictureEncounter] = []
    /// When the reports in it arrived.
    var arrivals: [Arrival] = []

    private var seconds = 0
    private var lastChanged: [Int] = []
    private var earlierChanged: Set<String> = []
    private var lastTracks: [PictureTrack] = []

    /// Whether a frame is due.
    var hasNews: Bool { isReset || isTouched || seconds > 0 }

    /// Adds a picture second.
    mutating func add(_ second: PictureSecond) {
        for index in lastChanged { earlierChanged.insert(lastTracks[index].identifier) }
        seconds += 1
        lastChanged = second.changed
        lastTracks = second.tracks
        removed += second.removed
        note(second.encounters)
    }

    /// Adds encounters that are over without a second of their own.
    mutating func add(_ over: [PictureEncounter]) {
        isTouched = true
        note(over)
    }

    private mutating func note(_ changed: [PictureEncounter]) {
        for encounter in changed {
            encounters.removeAll { $0.identifier == encounter.identifier }
            encounters.append(encounter)
        }
    }

    /// Indices of the tracks that changed since the last frame.
    func changedIndices(in tracks: [PictureTrack]) -> [Int] {
        guard !earlierChanged.isEmpty else { return lastChanged }
        let last = Set(lastChanged)
        return tracks.indices.filter { last.contains($0) || earlierChanged.contains(tracks[$0].identifier) }
    }
}
