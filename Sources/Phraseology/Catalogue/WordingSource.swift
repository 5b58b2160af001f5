/// Where a wording was found.
public struct WordingSource: Sendable, Hashable {
    /// The document, with its address.
    public let text: String
    /// Whether it is a published rule or manual; our own wording and pages of hobbyists are not.
    public let isAuthority: Bool

    private init(_ text: String, isAuthority: Bool = true) {
        self.text = text
        self.isAuthority = isAuthority
    }

    /// The FANS 1/A element list of controller-pilot data link.
    static let cpdlc = WordingSource("FANS 1/A element list, as in github.com/szpajder/libacars")
    /// Russian federal rules, appendix 15, interception; mirrors ICAO Annex 2, appendix 1.
    static let annex2 = WordingSource(
        "Federal rules for the use of airspace, app. 15 (ICAO Annex 2), base.garant.ru/193729")
    /// Order 414 of the Russian ministry of transport, 25 November 2025, section VI.
    static let order414 = WordingSource(
        "Mintrans order 414 of 25.11.2025, section VI, consultant.ru/document/cons_doc_LAW_525896")
    /// Order 362 of the Russian ministry of transport, 26 September 2012, appendix 1.
    static let order362 = WordingSource(
        "Mintrans order 362 of 26.09.2012 (repealed by 414), consultant.ru/document/cons_doc_LAW_145093")
    /// Order 109 of the Russian ministry of transport, 2007.
    static let order109 = WordingSource("FAP-109 of 2007 (repealed), docs.cntd.ru/document/902075513")
    /// ICAO Doc 4444, Russian edition.
    static let doc4444 = WordingSource("ICAO Doc 4444, Russian edition, 12.3.1, studfiles.ru/preview/5374841")
    /// A Russian and English textbook of radio phraseology.
    static let textbook = WordingSource("RU/EN phraseology textbook, studopedia.net/12_69287, student2.ru/transport")
    /// Air English Standard, a textbook.
    static let airEnglish = WordingSource("Air English Standard, studfile.net/preview/6153006")
    /// A textbook of English for controllers.
    static let controllers = WordingSource(
        "English textbook for controllers, allrefs.net/c1/49th5, 5rik.ru/best-152352")
    /// The rules of Kazakhstan, Russian and English.
    static let kazakhstan = WordingSource("Rules of radio phraseology of Kazakhstan (RU/EN), referatupq.nugaspb.ru")
    /// Order 486 of Ukraine, Russian column, repealed.
    static let ukraine486 = WordingSource(
        "Ukraine order 486, Russian column (repealed), studfile.net/preview/11684245, docs.dtkt.ua/doc/z0844-04")
    /// The table of special signals of the agreements on incidents at sea.
    static let specialSignals = WordingSource("Table of special signals (INCSEA type), base.garant.ru/2559173")
    /// ICAO Doc 9432 as listed by a school.
    static let doc9432List = WordingSource("List after ICAO Doc 9432, planeenglish.com.br/standard-phraseology")
    /// A network of flight simulation.
    static let simulation = WordingSource(
        "Simulation network, training.ua.ivao.aero (low authority)", isAuthority: false)
    /// A pilot's weblog.
    static let weblog = WordingSource("Pilot's weblog, futurepilot.ru/2020/07 (low authority)", isAuthority: false)
    /// Words known from a scanner page.
    static let scanner = WordingSource("radioscanner.ru/uploader/2006/raos.txt (low authority)", isAuthority: false)
    /// Known to those who work with it; no document was opened.
    static let common = WordingSource("common usage (ICAO Doc 9432), no document opened", isAuthority: false)
    /// Our own wording.
    static let own = WordingSource("our own wording", isAuthority: false)
}
