/// How a rendering is meant: to be read or to be said.
public enum Style: String, Sendable, Hashable, CaseIterable {
    /// Digits and words, to be read.
    case written
    /// Words only, as they are said.
    case spoken
}

/// The grammatical cases a wording can ask of a value. Languages without cases ignore them.
public enum GrammaticalCase: String, Sendable, Hashable, CaseIterable {
    case nominative = "nom"
    case genitive = "gen"
    case dative = "dat"
    case accusative = "acc"
    case instrumental = "ins"
    case prepositional = "prep"
}

/// How one language says values. `docs/line.md` has the rule behind each; a language is one type that conforms.
protocol SpeechRules: Sendable {
    /// The words by which the language is read.
    var lexicon: Lexicon { get }
    /// The coded words.
    var vocabularies: [Vocabulary: [VocabularyWord]] { get }
    /// Whether letters are spelled in Cyrillic.
    var isCyrillic: Bool { get }

    /// A number with its unit, agreeing.
    func count(_ number: ExactDecimal, of unit: CountedUnit, in form: GrammaticalCase, _ style: Style) -> String
    /// A bare whole number, said.
    func number(_ number: Int) -> String
    /// A clock position.
    func clock(_ hour: Int, _ style: Style) -> String
    /// Degrees off the nose.
    func offNose(degrees: Int, side: Value.Side, _ style: Style) -> String
    /// A heading, said; it is written with three digits everywhere.
    func heading(_ degrees: Int) -> String
    /// A flight level with its word.
    func flightLevel(_ level: Int, in form: GrammaticalCase, _ style: Style) -> String
    /// The surface, or an unknown level.
    func levelWord(_ term: Term, in form: GrammaticalCase) -> String
    /// An altimeter setting.
    func reference(_ reference: PressureReference, _ style: Style) -> String
    /// A time with its zone.
    func time(_ time: TimeOfDay, in form: GrammaticalCase, _ style: Style) -> String
    /// A frequency, said.
    func frequency(_ frequency: RadioFrequency) -> String
    /// A transponder code, said.
    func squawk(_ code: String) -> String
    /// A Mach number, said or written.
    func mach(_ number: ExactDecimal, _ style: Style) -> String
    /// The digits of a name, said.
    func nameDigits(_ digits: String) -> String
    /// Latitude and longitude.
    func coordinates(latitudeMinutes: Int, longitudeMinutes: Int, _ style: Style) -> String
    /// The words between a direction and the point it is seen from, `OF`.
    var ofPoint: String { get }
    /// The word between two names.
    var joinsPair: String { get }
    /// Marks that free text begins and ends, said.
    var spokenQuotes: (open: String, close: String) { get }
}
