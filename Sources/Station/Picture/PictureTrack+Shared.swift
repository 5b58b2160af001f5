import Separation

extension PictureTrack {
    /// What another party disclosed of the aircraft.
    public struct Shared: Sendable, Hashable {
        /// Whose aircraft it is.
        public var party: String
        /// What that party calls it.
        public var pseudonym: String
        /// Step to which its place was rounded, nautical miles.
        public var gridNauticalMiles: Double
        /// Step to which its level was rounded, feet.
        public var levelGridFeet: Double
        /// Step to which its time was rounded, seconds.
        public var timeGridSeconds: Double
        /// How late it may be told, seconds.
        public var delaySeconds: Double
        /// The rule that allowed it.
        public var rule: String
        /// Whether this station's own receivers see it too: then the track is theirs, and the precision is not what is shown.
        public var isSeenHere: Bool
    }
}

extension PictureTrack.Shared {
    init(_ track: ForeignTrack, isSeenHere: Bool) {
        party = track.party
        pseudonym = track.pseudonym
        gridNauticalMiles = track.precision.gridNauticalMiles
        levelGridFeet = track.precision.levelGridFeet
        timeGridSeconds = track.precision.timeGridSeconds
        delaySeconds = track.delaySeconds
        rule = track.rule
        self.isSeenHere = isSeenHere
    }

    /// Writes it into a track, as the interface describes it.
    func write(to writer: inout JSONWriter) {
        writer.field("party", party)
        writer.field("pseudonym", pseudonym)
        writer.object("precision") {
            $0.field("horizontalNM", gridNauticalMiles, decimals: 3)
            $0.field("levelFt", levelGridFeet, decimals: 0)
            $0.field("seconds", timeGridSeconds, decimals: 1)
        }
        writer.field("delay", delaySeconds, decimals: 1)
        writer.field("rule", rule)
        writer.field("seenHere", isSeenHere)
    }
}
