import Airspace
import Foundation
import Separation
import Station
import Testing

@Suite("Review: scoring predictions")
struct ScoreRunTests {
    /// Two aircraft at one level, head on at 240 m/s each, 0.5 NM abreast, from 100 km apart: in loss after 94 s.
    private func headOn() throws -> (TemporaryFolder, String) {
        let folder = try TemporaryFolder()
        let rows = (0...260).flatMap { second -> [String] in
            let time = 1_633_608_000 + second
            return [(0.0, 90.0, "3949ea", 0.0), (100_000, 270, "3965af", 926)].map { start, track, identifier, north in
                let way = Double(second) * 240 * (track == 90 ? 1 : -1)
                let longitude = 2 + (start + way) / 74_600
                return "\(time),\(identifier),\(48 + north / 111_200),\(longitude),240,\(track),0,X\(identifier),"
                    + "False,False,False,,9144,,\(time),\(time)"
            }
        }
        return (folder, try folder.write("head-on.csv", ReviewSample.csv(rows)))
    }

    @Test("a head-on pair: shown at once, alarmed two minutes before, no nuisance")
    func warning() throws {
        let (folder, path) = try headOn()
        _ = folder
        let measuring = MeasuringRule()
        let run = try ScoreRun(paths: [path])
        let scored = try run.score(.naive(minima: .enRoute), named: "naive", measuredBy: measuring)
        let encounter = try #require(scored.score.encounters.first)
        #expect(scored.score.encounters.count == 1)
        #expect(encounter.isClean)
        let loss = try #require(Review.run(ReviewRequest(paths: [path])).encounters.first)
        #expect(encounter.startUnixSeconds == Double(loss.start))
        #expect(encounter.endUnixSeconds == Double(loss.end))
        // A look-ahead of 300 s holds the whole of it: said as soon as both have been heard.
        let shown = try #require(encounter.warningSeconds(\.shownUnixSeconds))
        #expect(shown >= Double(loss.start - 1_633_608_000 - 2))
        #expect(scored.score.nuisances(scored.score.shown) == 0)
        #expect(abs(scored.score.flightHours - 2 * 261 / 3_600) < 1e-9)

        // With a look-ahead of 40 s it is said that much before, and no sooner.
        let near = try run.score(
            .naive(minima: .enRoute, lookAheadSeconds: 40), named: "near", measuredBy: measuring)
        let later = try #require(near.score.encounters.first?.warningSeconds(\.shownUnixSeconds))
        #expect((38...40).contains(later))
    }

    @Test("the report compares, and has a line for each loss", arguments: [ReviewFormat.text, .jsonl, .csv])
    func report(format: ReviewFormat) throws {
        let (folder, path) = try headOn()
        _ = folder
        let run = try ScoreRun(paths: [path])
        let scores = try [AlertRules.naive(), .standard()].map {
            try run.score($0, named: "=rules", measuredBy: MeasuringRule())
        }
        var text = ""
        ScoreReport(scores, minima: .enRoute).write(as: format) { text += $0 }
        let lines = text.split(whereSeparator: \.isNewline)
        switch format {
        case .jsonl:
            #expect(lines.count == 4)
            for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
        case .csv:
            #expect(lines.count == 7)
            #expect(lines[1].hasPrefix("'=rules,300.0,shown,1,1,"))
        default: #expect(text.contains("1 clean losses of 1 where the rules alert"))
        }
    }
}
