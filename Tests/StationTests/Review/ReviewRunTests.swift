import Foundation
import Separation
import Station
import Surveillance
import Testing

@Suite("Review: reading and measuring")
struct ReviewRunTests {
    @Test("two aircraft in one file: one encounter, with every key of a JSON line")
    func lines() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.csv", ReviewSample.csv(ReviewSample.rows))
        let review = Review.run(ReviewRequest(paths: [path]))
        #expect(review.encounters.count == 1)
        #expect(review.reportCount == 122)
        var text = ""
        review.write(as: .jsonl) { text += $0 }
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(
            Set(object.keys) == [
                "a", "b", "callsignA", "callsignB", "start", "end", "lossSeconds", "minHorizontalMetres",
                "minHorizontalAt", "verticalFeetAtMinHorizontal", "minSlantMetres", "minSlantAt", "minVerticalFeet",
                "quality", "positionA", "positionB",
            ])
        #expect(object["a"] as? String == "3949ea")
        #expect(object["callsignB"] as? String == "")
        #expect((object["positionA"] as? [String: Double])?.keys.sorted() == ["altFt", "lat", "lon"])
    }

    @Test("whatever the order of the rows, and however they are split into files, the encounters are the same")
    func order() throws {
        let folder = try TemporaryFolder()
        let rows = ReviewSample.rows
        let straight = Review.run(ReviewRequest(paths: [try folder.write("s.csv", ReviewSample.csv(rows))]))
        let reversed = Review.run(ReviewRequest(paths: [try folder.write("r.csv", ReviewSample.csv(rows.reversed()))]))
        let halves = [
            try folder.write("1.csv", ReviewSample.csv(Array(rows.prefix(70)))),
            try folder.write("2.csv", ReviewSample.csv(Array(rows.dropFirst(70)))),
        ]
        let split = Review.run(ReviewRequest(paths: halves))
        let swapped = Review.run(ReviewRequest(paths: halves.reversed()))
        #expect(straight.encounters.count == 1)
        for other in [reversed, split, swapped] {
            #expect(other.encounters.count == 1)
            let (one, two) = (straight.encounters.first, other.encounters.first)
            #expect(one?.start == two?.start)
            #expect(one?.lossSeconds == two?.lossSeconds)
            #expect(one?.minHorizontalMetres == two?.minHorizontalMetres)
            #expect(other.fates[.late] == nil)
        }
    }

    @Test("bad input is reported with file and line, and the rest goes on")
    func badInput() throws {
        let folder = try TemporaryFolder()
        var rows = ReviewSample.rows
        rows.insert("1633608020,bad,4330,2.1,,,,X,False,False,False,,9000,,,", at: 40)
        rows.insert(String(repeating: "\u{1}ö%\u{7F}", count: 300), at: 60)
        let path = try folder.write("noisy.csv", ReviewSample.csv(rows))
        let review = Review.run(ReviewRequest(paths: [folder.path("missing.csv"), path]))
        #expect(review.encounters.count == 1)
        #expect(review.couldRead)
        #expect(review.sources[0].failure?.contains("missing.csv") == true)
        #expect(review.sources[1].failure == nil)
        #expect(review.sources[1].faultCount >= 2)
        #expect(review.sources[1].faults.contains { $0.description.contains("noisy.csv:42") })
    }

    @Test("nothing to be read is said")
    func nothing() throws {
        let folder = try TemporaryFolder()
        let paths = [folder.path("missing.csv"), try folder.write("noise.csv", "\u{0}\u{1}\u{2}")]
        #expect(!Review.run(ReviewRequest(paths: paths)).couldRead)
    }
}
