extension PhraseologyError {
    /// What contradicts what within one element.
    public enum Contradiction: Sendable, Equatable, CustomStringConvertible {
        /// The parameter of this name is given twice.
        case givenTwice(name: String)
        /// A flight level is said by this altimeter setting.
        case flightLevelBy(setting: String)
        /// A stretch of time ends when it begins.
        case emptyTime
        /// Levels whose upper limit is the surface.
        case belowSurface
        /// One of two limits is not known.
        case unknownLimit
        /// The lower of two levels is not below the upper one.
        case levels(lower: VerticalPosition, upper: VerticalPosition)
        /// Two tracks that are one.
        case sameTracks(Name)

        /// It in plain words.
        public var description: String {
            switch self {
            case .givenTwice(let name): "\(name) is given twice"
            case .flightLevelBy(let setting): "a flight level is never by \(setting)"
            case .emptyTime: "it ends at the time it begins"
            case .belowSurface: "nothing lies below the surface"
            case .unknownLimit: "a limit can't be unknown"
            case .levels(let lower, let upper): "\(lower) is not below \(upper)"
            case .sameTracks(let name): "both tracks are \(name)"
            }
        }
    }
}
