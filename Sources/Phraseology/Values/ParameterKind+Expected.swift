extension ParameterKind {
    /// What a value of this kind looks like, in plain words with an example.
    public var expected: String {
        switch self {
        case .clock: "a clock position from 1 to 12, or degrees off the nose such as “30 left”"
        case .number(let bounds): "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
        case .heading: "a heading from 000 to 360"
        case .degrees: "a number of degrees from 1 to 360"
        case .quantity(let units):
            "a number with its unit, one of \(units.map(\.rawValue).sorted().joined(separator: ", "))"
        case .level(let reference):
            "a level such as FL350, 7800 m" + (reference ? ", 6000 ft QNH 1013" : ", 6000 ft") + ", SFC or unknown"
        case .flightLevel: "a flight level such as FL350"
        case .levels: "a lower and an upper level such as FL100/FL250"
        case .reference: "an altimeter setting such as STD, QNH 1013 or QFE"
        case .time: "a UTC time such as 12:04"
        case .times: "two UTC times such as 12:00/14:30"
        case .frequency: "a frequency from 118.000 to 136.975 or from 225 to 400 MHz, such as 121.500"
        case .channel: "a frequency in MHz such as 121.500, or the name of a channel"
        case .squawk: "four digits from 0 to 7"
        case .mach: "a Mach number from 0.2 to 3.99"
        case .choice(let choices): "one of " + choices.joined(separator: ", ")
        case .word(let vocabulary, let text):
            "one of " + vocabulary.codes.joined(separator: ", ") + (text ? ", or free text (never translated)" : "")
        case .aircraftType: "one of airliner, fighter, helicopter, drone, unknown, or a type designator such as B738"
        case .name: "a name of at most five words that are not words of a message"
        case .pair: "two names such as AFR123/BAW456"
        case .place: "a point, “5 NM north of KILO”, or a position such as 3530N03545E"
        }
    }
}
