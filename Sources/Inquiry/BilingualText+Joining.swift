import Accord

extension BilingualText {
    /// Both, one after the other.
    static func + (left: BilingualText, right: BilingualText) -> BilingualText {
        BilingualText(english: left.english + right.english, russian: left.russian + right.russian)
    }
}
