import Airspace
import Separation

/// The part of the picture that several parties make: disclosed aircraft, which of ours they are, what is ours, and who is in distress.
struct SharedPicture: Sendable {
    /// What other parties disclose.
    var foreign = ForeignTrackTable()
    /// Which of our own aircraft are this party's, by identifier.
    var ours: Set<String> = []
    /// What people of this station declared of an aircraft, by identifier.
    var distress: [String: Distress] = [:]
    private var matching = SharedAircraft()
    private var shown: Set<String> = []
    private var marks: [String: Mark] = [:]

    /// What is said of a track of our own picture.
    private struct Mark: Hashable {
        var shared: PictureTrack.Shared?
        var isOurs = false
        var distress: Distress?
    }

    /// Brings the disclosed aircraft into a second, and marks our own.
    mutating func join(_ second: inout TrackSecond, at time: Double, rules: AlertRules) {
        let disclosed = foreign.advance(to: time)
        let alertTracks = disclosed.map { $0.track.alertTrack(at: time) }
        // What our own receivers have lost hides nothing that its party still tells of.
        let others = second.alertTracks.filter {
            !ours.contains($0.identifier) && $0.uncertaintyMetres == 0
                && time - $0.lastReportUnixSeconds <= rules.coastingSeconds
        }
        matching.match(own: disclosed.isEmpty ? [] : others, foreign: disclosed.map(\.track), at: time)

        var seenHere: [String: ForeignTrack] = [:]
        var nowShown: Set<String> = []
        let ownCount = second.tracks.count
        for (index, entry) in disclosed.enumerated() {
            let identifier = entry.track.identifier
            if let own = matching.own(of: identifier) {
                seenHere[own] = entry.track
                continue
            }
            nowShown.insert(identifier)
            let isSilent = foreign.silentParties.contains(entry.track.party)
            let track = entry.track.pictureTrack(at: time, isSilent: isSilent, rules: rules)
            // A place that is not well known is drawn with its growing circle: each second another.
            second.changed.append(second.tracks.count)
            second.tracks.append(track)
            var alert = alertTracks[index]
            if isSilent {
                alert.lastReportUnixSeconds = min(alert.lastReportUnixSeconds, time - rules.coastingSeconds - 1)
            }
            second.alertTracks.append(alert)
        }
        second.removed += shown.subtracting(nowShown).sorted()
        shown = nowShown
        mark(&second, ownCount: ownCount, seenHere: seenHere)
    }

    /// Brings tracks that are shown in `present` up to date: only these are in `changed` then.
    func refresh(_ tracks: [ForeignTrack], in present: inout PictureSecond, at time: Double, rules: AlertRules) {
        let named = Set(tracks.map(\.identifier))
        present.changed = []
        present.removed = []
        // An aircraft that our receivers see too stands under another identifier.
        for index in present.tracks.indices {
            let identifier = present.tracks[index].identifier
            guard named.contains(identifier), shown.contains(identifier), let track = foreign.tracks[identifier],
                track.state != present.tracks[index].state
            else { continue }
            let isSilent = foreign.silentParties.contains(track.party)
            present.tracks[index] = track.pictureTrack(at: time, isSilent: isSilent, rules: rules)
            present.changed.append(index)
        }
    }

    private mutating func mark(_ second: inout TrackSecond, ownCount: Int, seenHere: [String: ForeignTrack]) {
        guard !seenHere.isEmpty || !ours.isEmpty || !distress.isEmpty || !marks.isEmpty else { return }
        let changed = Set(second.changed)
        var newMarks: [String: Mark] = [:]
        for index in 0..<ownCount {
            let identifier = second.tracks[index].identifier
            let disclosed = seenHere[identifier]
            var mark = Mark()
            mark.shared = disclosed.map { PictureTrack.Shared($0, isSeenHere: true) }
            mark.isOurs = ours.contains(identifier)
            mark.distress = distress[identifier] ?? disclosed?.distress
            second.tracks[index].shared = mark.shared
            second.tracks[index].isOurs = mark.isOurs
            second.alertTracks[index].party = disclosed?.party
            second.alertTracks[index].distress = mark.distress
            if marks[identifier] ?? Mark() != mark, !changed.contains(index) { second.changed.append(index) }
            if mark != Mark() { newMarks[identifier] = mark }
        }
        marks = newMarks
    }
}
