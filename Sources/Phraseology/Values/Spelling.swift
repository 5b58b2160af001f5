/// The words letters are spelled with: the ICAO alphabet for Latin letters (Annex 10, volume II, 5.2.1.3), the Russian
/// telephone alphabet for Cyrillic ones (its source is named in `docs/line.md`).
enum Spelling {
    /// Latin letter, ICAO word, the same word in Cyrillic.
    static let latin: [(letter: Character, word: String, cyrillic: String)] = [
        ("A", "ALFA", "АЛЬФА"), ("B", "BRAVO", "БРАВО"), ("C", "CHARLIE", "ЧАРЛИ"), ("D", "DELTA", "ДЕЛЬТА"),
        ("E", "ECHO", "ЭКО"), ("F", "FOXTROT", "ФОКСТРОТ"), ("G", "GOLF", "ГОЛЬФ"), ("H", "HOTEL", "ХОТЕЛ"),
        ("I", "INDIA", "ИНДИЯ"), ("J", "JULIETT", "ДЖУЛЬЕТ"), ("K", "KILO", "КИЛО"), ("L", "LIMA", "ЛИМА"),
        ("M", "MIKE", "МАЙК"), ("N", "NOVEMBER", "НОВЕМБЕР"), ("O", "OSCAR", "ОСКАР"), ("P", "PAPA", "ПАПА"),
        ("Q", "QUEBEC", "КЕБЕК"), ("R", "ROMEO", "РОМЕО"), ("S", "SIERRA", "СЬЕРРА"), ("T", "TANGO", "ТАНГО"),
        ("U", "UNIFORM", "ЮНИФОРМ"), ("V", "VICTOR", "ВИКТОР"), ("W", "WHISKEY", "ВИСКИ"), ("X", "XRAY", "ЭКСРЕЙ"),
        ("Y", "YANKEE", "ЯНКИ"), ("Z", "ZULU", "ЗУЛУ"),
    ]

    /// Cyrillic letter, its word, the same word in Latin letters.
    static let cyrillic: [(letter: Character, word: String, latin: String)] = [
        ("А", "АННА", "ANNA"), ("Б", "БОРИС", "BORIS"), ("В", "ВАСИЛИЙ", "VASILIY"), ("Г", "ГРИГОРИЙ", "GRIGORIY"),
        ("Д", "ДМИТРИЙ", "DMITRIY"), ("Е", "ЕЛЕНА", "YELENA"), ("Ж", "ЖЕНЯ", "ZHENYA"), ("З", "ЗИНАИДА", "ZINAIDA"),
        ("И", "ИВАН", "IVAN"), ("Й", "И-КРАТКИЙ", "IKRATKIY"), ("К", "КОНСТАНТИН", "KONSTANTIN"),
        ("Л", "ЛЕОНИД", "LEONID"), ("М", "МИХАИЛ", "MIKHAIL"), ("Н", "НИКОЛАЙ", "NIKOLAY"), ("О", "ОЛЬГА", "OLGA"),
        ("П", "ПАВЕЛ", "PAVEL"), ("Р", "РОМАН", "ROMAN"), ("С", "СЕМЁН", "SEMYON"), ("Т", "ТАТЬЯНА", "TATYANA"),
        ("У", "УЛЬЯНА", "ULYANA"), ("Ф", "ФЁДОР", "FYODOR"), ("Х", "ХАРИТОН", "KHARITON"), ("Ц", "ЦАПЛЯ", "TSAPLYA"),
        ("Ч", "ЧЕЛОВЕК", "CHELOVEK"), ("Ш", "ШУРА", "SHURA"), ("Щ", "ЩУКА", "SHCHUKA"),
        ("Ъ", "ТВЁРДЫЙ-ЗНАК", "TVYORDIY"),
        ("Ы", "ЕРЫ", "YERY"), ("Ь", "МЯГКИЙ-ЗНАК", "MYAGKIY"), ("Э", "ЭХО", "EKHO"), ("Ю", "ЮРИЙ", "YURIY"),
        ("Я", "ЯКОВ", "YAKOV"),
    ]

    /// Every word that stands for a letter, in either script, with common misspellings.
    static let letters: [String: Character] = {
        var letters: [String: Character] = [
            "ALPHA": "A", "JULIET": "J", "WHISKY": "W", "АЛФА": "A", "ЖУЛЬЕТ": "J", "ДЖУЛЬЕТТ": "J", "НОВЭМБЕР": "N",
            "КВЕБЕК": "Q", "ОТЕЛЬ": "H", "ЭКСРЭЙ": "X", "СИЕРРА": "S", "ГОЛФ": "G",
        ]
        for entry in latin {
            letters[entry.word] = entry.letter
            letters[entry.cyrillic] = entry.letter
        }
        for entry in cyrillic {
            letters[SpellingVariants.folded(entry.word.filter { $0 != "-" })] = entry.letter
            letters[entry.latin] = entry.letter
        }
        return letters
    }()

    /// The word of a letter in its own script, `ALFA`, `БОРИС`; the letter itself where it has none.
    static func word(for letter: String) -> String {
        latin.first { String($0.letter) == letter }?.word ?? cyrillic.first { String($0.letter) == letter }?.word
            ?? letter
    }

    /// The word of a letter for a reader of Cyrillic (`inCyrillic`) or of Latin script.
    static func word(for letter: Character, inCyrillic: Bool) -> String {
        if let entry = latin.first(where: { $0.letter == letter }) { return inCyrillic ? entry.cyrillic : entry.word }
        if let entry = cyrillic.first(where: { $0.letter == letter }) { return inCyrillic ? entry.word : entry.latin }
        return String(letter)
    }
}
