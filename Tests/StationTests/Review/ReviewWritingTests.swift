import Airspace
import Foundation
import Separation
import Station
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Review: writing")
struct ReviewWritingTests {
    private func written(_ format: ReviewFormat, callsign: String? = nil) throws -> String {
        let folder = try TemporaryFolder()
        var csv = ReviewSample.csv(ReviewSample.rows)
        if let callsign { csv.replace("<b>AFR&1", with: callsign) }
        let path = try folder.write("<i>.csv", csv)
        let review = Review.run(ReviewRequest(paths: [path], wantsTracks: format == .html))
        var text = ""
        review.write(as: format) { text += $0 }
        return text
    }

    @Test("the page stands alone, draws the encounter, and text from outside stays text")
    func page() throws {
        let page = try written(.html)
        #expect(page.contains("&lt;b&gt;AFR&amp;1"))
        #expect(!page.contains("<b>AFR"))
        #expect(!page.contains("<i>.csv"))
        #expect(!page.contains("<script"))
        #expect(!page.contains("http://") && !page.contains("https://"))
        #expect(page.contains("measure/1"))
        #expect(page.contains("class=\"plan\""))
        #expect(page.contains("class=\"profile\""))
        #expect(page.contains("class=\"shade\""))
        // Both tracks, whole and in loss, are lines of many points.
        #expect(page.matches(of: /<path class="[ab] (track|loss)" d="M[^"]{100,}"/).count >= 6)
        #expect(!page.contains("nan") && !page.contains("inf\""))
    }

    @Test("the drawings are well-formed XML")
    func wellFormed() throws {
        let page = try written(.html)
        let drawings = page.matches(of: /(?s)<svg.*?<\/svg>/).map { String($0.output) }
        #expect(drawings.count == 2)
        for drawing in drawings { #expect(XMLParser(data: Data(drawing.utf8)).parse()) }
    }

    @Test("a spreadsheet never takes a call sign for a formula, nor a comma for a new cell")
    func table() throws {
        let lines = try written(.csv, callsign: "=1+1").split(separator: "\r\n")
        try #require(lines.count == 2)
        #expect(lines[1].hasPrefix("3949ea,3965af,'=1+1,,"))
        let columns = lines[0].split(separator: ",").count
        #expect(lines[1].split(separator: ",", omittingEmptySubsequences: false).count == columns)
    }

    @Test("control characters never reach a terminal")
    func terminal() throws {
        let text = try written(.text, callsign: "A\u{1B}[2J")
        #expect(!text.contains("\u{1B}"))
        #expect(text.contains("1 encounter, "))
        #expect(text.contains("less than 5 NM and less than 1000 ft, gap 15 s, merge 60 s"))
    }

    @Test("the same recording gives the same bytes", arguments: ReviewFormat.allCases)
    func repeatable(format: ReviewFormat) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.csv", ReviewSample.csv(ReviewSample.rows))
        let texts = (0..<2).map { _ in
            var text = ""
            Review.run(ReviewRequest(paths: [path], wantsTracks: format == .html)).write(as: format) { text += $0 }
            return text
        }
        #expect(texts[0] == texts[1])
    }
}
