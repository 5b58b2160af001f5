/// A voice frequency of the aeronautical bands, 118.000 to 136.975 MHz and 225 to 400 MHz, in whole kilohertz.
public struct RadioFrequency: Sendable, Hashable, CustomStringConvertible {
    /// The frequency in kilohertz.
    public let kilohertz: Int

    /// Where aircraft speak: VHF and UHF, kilohertz.
    static let bands = [118_000...136_975, 225_000...400_000]

    /// A frequency; nil outside the bands.
    public init?(kilohertz: Int) {
        guard Self.bands.contains(where: { $0.contains(kilohertz) }) else { return nil }
        self.kilohertz = kilohertz
    }

    /// Three digits before the mark and at most three after it.
    init?(megahertz: some StringProtocol, fraction: some StringProtocol) {
        guard megahertz.count == 3, fraction.count <= 3, let whole = Int(megahertz) else { return nil }
        let digits = fraction + String(repeating: "0", count: 3 - fraction.count)
        guard let thousandths = Int(digits) else { return nil }
        self.init(kilohertz: whole * 1000 + thousandths)
    }

    /// Reads `121.5`, `121.500`, `121,5 MHz`.
    init?(parsing text: String) {
        var bare = text.uppercased().filter { !$0.isWhitespace }
        if bare.hasSuffix("MHZ") { bare.removeLast(3) }
        let parts = bare.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard (1...2).contains(parts.count), parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else {
            return nil
        }
        self.init(megahertz: parts[0], fraction: parts.count == 2 ? parts[1] : "")
    }

    /// The digits before and after the mark, `121` and `500`.
    public var digits: (megahertz: String, thousandths: String) {
        (String(kilohertz / 1000), padded(kilohertz % 1000, to: 3))
    }

    /// `121.500`.
    public var text: String { "\(digits.megahertz).\(digits.thousandths)" }

    /// `121.500 MHz`.
    public var description: String { "\(text) MHz" }
}
