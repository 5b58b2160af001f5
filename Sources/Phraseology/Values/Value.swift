/// The value of one parameter: language-free, with its unit and datum.
public enum Value: Sendable, Hashable {
    /// A clock position, 1 to 12.
    case clock(Int)
    /// Degrees off the nose, to one side.
    case offNose(degrees: Int, side: Side)
    /// A readability, a number of degrees, a number of a message.
    case number(Int)
    /// A heading or course in degrees, 0 to 360.
    case heading(Int)
    /// A length or a speed.
    case quantity(Quantity)
    /// A level.
    case vertical(VerticalPosition)
    /// The lower and upper limit of a volume.
    case verticalRange(VerticalPosition, VerticalPosition)
    /// An altimeter setting.
    case reference(PressureReference)
    /// A time of day.
    case time(TimeOfDay)
    /// From one time to another.
    case timeRange(TimeOfDay, TimeOfDay)
    /// A frequency.
    case frequency(RadioFrequency)
    /// Four octal digits.
    case squawk(String)
    /// A Mach number, 0.20 to 3.99.
    case mach(ExactDecimal)
    /// One of the coded choices of an element or of a vocabulary.
    case choice(String)
    /// A name.
    case name(Name)
    /// Two names, of two tracks.
    case pair(Name, Name)
    /// A place.
    case place(Place)
    /// Free text: shown as it was written, marked as untranslated.
    case text(String)

    /// A side, as seen from the seat.
    public enum Side: String, Sendable, Hashable, CaseIterable {
        case left
        case right
    }
}

extension Value: CustomStringConvertible {
    /// The value as written in commands and kept in records: `11`, `5 NM`, `FL350`, `12:04Z`.
    public var description: String {
        switch self {
        case .clock(let hour): String(hour)
        case .offNose(let degrees, let side): "\(degrees) \(side.rawValue)"
        case .number(let number): String(number)
        case .heading(let degrees): threeDigits(degrees)
        case .quantity(let quantity): quantity.description
        case .vertical(let level): level.description
        case .verticalRange(let lower, let upper): "\(lower) to \(upper)"
        case .reference(let reference): reference.description
        case .time(let time): time.description
        case .timeRange(let from, let until): "\(from)/\(until)"
        case .frequency(let frequency): frequency.description
        case .squawk(let code): code
        case .mach(let number): number.text()
        case .choice(let choice): choice
        case .name(let name): name.text
        case .pair(let first, let second): "\(first) / \(second)"
        case .place(let place): place.description
        case .text(let text): "\"\(text)\""
        }
    }

    /// Whether it is a bare whole number, which JSON shows as a number.
    public var wholeNumber: Int? {
        switch self {
        case .clock(let number), .number(let number), .heading(let number): number
        default: nil
        }
    }

    /// Whether it stays as its sender wrote it, in every language.
    public var isUntranslated: Bool {
        if case .text = self { return true }
        return false
    }
}
