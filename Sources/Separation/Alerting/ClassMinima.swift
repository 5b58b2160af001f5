public import Airspace

/// Two classes of aircraft, in either order: helicopter and drone is drone and helicopter.
public struct ClassPair: Sendable, Hashable {
    /// The class that comes first by its name.
    public let first: AircraftClass
    /// The other one.
    public let second: AircraftClass

    /// The pair of `one` and `other`.
    public init(_ one: AircraftClass, _ other: AircraftClass) {
        (first, second) = one.rawValue <= other.rawValue ? (one, other) : (other, one)
    }
}

extension ClassPair: CustomStringConvertible {
    /// `drone-helicopter`.
    public var description: String { "\(first.rawValue)-\(second.rawValue)" }
}

/// Minima for every pair of classes: a general value, and exceptions from it.
///
/// `unknown` is never given an exception of its own: a pair in which one class is unknown gets the largest horizontal and the
/// largest vertical distance that any pair with the other class has, and two unknown ones the largest of the table.
public struct ClassMinima: Sendable, Hashable {
    /// What holds for pairs without an exception.
    public var general: Minima
    /// Exceptions for pairs of known classes; may be smaller or larger than `general`.
    public var exceptions: [ClassPair: Minima]

    /// Minima `general`, with exceptions.
    public init(_ general: Minima, exceptions: [ClassPair: Minima] = [:]) {
        self.general = general
        self.exceptions = exceptions
    }

    /// The minima between an aircraft of class `one` and one of class `other`.
    public func minima(between one: AircraftClass, and other: AircraftClass) -> Minima {
        guard !exceptions.isEmpty else { return general }
        guard one == .unknown || other == .unknown else { return exceptions[ClassPair(one, other)] ?? general }
        var strictest = general
        for (pair, minima) in exceptions {
            let known = one == .unknown ? other : one
            guard known == .unknown || pair.first == known || pair.second == known else { continue }
            strictest = strictest.strictest(minima)
        }
        return strictest
    }

    /// The largest horizontal and the largest vertical distance of the table.
    public var largest: Minima { exceptions.values.reduce(general) { $0.strictest($1) } }
}

extension Minima {
    /// The larger horizontal and the larger vertical distance of the two, each as it was written.
    public func strictest(_ other: Minima) -> Minima {
        Minima(
            horizontal: horizontal.metres >= other.horizontal.metres ? horizontal : other.horizontal,
            vertical: vertical.metres >= other.vertical.metres ? vertical : other.vertical)
    }

    /// The smaller horizontal and the smaller vertical distance of the two, each as it was written.
    public func mildest(_ other: Minima) -> Minima {
        Minima(
            horizontal: horizontal.metres <= other.horizontal.metres ? horizontal : other.horizontal,
            vertical: vertical.metres <= other.vertical.metres ? vertical : other.vertical)
    }
}
