public import Airspace

/// The distances that must be kept. Exactly the minimum apart is not a loss.
public struct Minima: Sendable, Hashable {
    /// Horizontal minimum.
    public var horizontal: Length
    /// Vertical minimum.
    public var vertical: Length

    /// Minima as written.
    public init(horizontal: Length, vertical: Length) {
        self.horizontal = horizontal
        self.vertical = vertical
    }

    /// 5 NM and 1,000 ft: en-route radar separation (ICAO Doc 4444, 8.7.3.1 and 5.3.2).
    public static let enRoute = Minima(horizontal: Length(5, .nauticalMiles), vertical: Length(1000, .feet))

    /// Reads `5NM,1000ft`.
    ///
    /// - Throws: `AirspaceError.quantity`, naming the part that is wrong.
    public init(parsing text: some StringProtocol) throws(AirspaceError) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw AirspaceError.quantity(text: String(text), expected: .twoLengths)
        }
        let horizontal = try Length(parsing: parts[0])
        let vertical = try Length(parsing: parts[1])
        guard horizontal.value > 0, vertical.value > 0 else {
            throw AirspaceError.quantity(text: String(text), expected: .twoLengthsAboveZero)
        }
        self.init(horizontal: horizontal, vertical: vertical)
    }
}

extension Minima: CustomStringConvertible {
    /// `5 NM, 1000 ft`.
    public var description: String { "\(horizontal), \(vertical)" }
}
