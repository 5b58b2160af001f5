/// A frequency on which crews and controllers of the parties reach each other.
public struct AgreedFrequency: Sendable, Hashable {
    /// What it is called, unique in its agreement.
    public var name: String
    /// The frequency in kilohertz; for a channel of 8.33 kHz spacing its channel name, `132.015` as 132,015.
    public var kilohertz: Int
    /// What it is for.
    public var use: BilingualText
    /// Whether it is the one for emergencies.
    public var isEmergency: Bool
    /// The parties that listen on it.
    public var monitors: [String]

    /// `132.015 MHz`.
    public var text: String { "\(megahertz) MHz" }

    /// `132.015`.
    public var megahertz: String {
        let rest = String(kilohertz % 1_000)
        return "\(kilohertz / 1_000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }
}
