/// What the altimeters that a level refers to are set to.
public struct PressureReference: Sendable, Hashable, CustomStringConvertible {
    /// The kind of setting.
    public enum Setting: String, Sendable, Hashable, CaseIterable {
        /// 1013.25 hPa.
        case standard = "STD"
        /// Sea level.
        case qnh = "QNH"
        /// The aerodrome.
        case qfe = "QFE"
    }

    /// The kind of setting.
    public let setting: Setting
    /// The pressure in whole hectopascals where it was said; never for `standard`.
    public let hectopascals: Int?

    /// A setting, with its pressure where known (850 to 1085 hPa).
    public init?(_ setting: Setting, hectopascals: Int? = nil) {
        if let hectopascals {
            guard setting != .standard, (850...1085).contains(hectopascals) else { return nil }
        }
        self.setting = setting
        self.hectopascals = hectopascals
    }

    /// Reads `STD`, `1013`, `QNH`, `QNH 1013`, `QFE 995`.
    init?(parsing text: String) {
        let bare = text.uppercased().filter { !$0.isWhitespace }
        if bare == "1013" || bare == "1013.25" || bare == "STD" {
            self.init(.standard)
            return
        }
        guard let setting = [Setting.qnh, .qfe].first(where: { bare.hasPrefix($0.rawValue) }) else { return nil }
        let digits = bare.dropFirst(setting.rawValue.count)
        if digits.isEmpty {
            self.init(setting)
        } else {
            guard let pressure = Int(digits) else { return nil }
            self.init(setting, hectopascals: pressure)
        }
    }

    /// `QNH 1013`, `QFE`, `STD`.
    public var description: String { hectopascals.map { "\(setting.rawValue) \($0)" } ?? setting.rawValue }
}
