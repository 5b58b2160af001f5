import Accord
import Airspace
import Foundation
import Separation
import Station
import Testing

/// An agreement tried on traffic.
@Suite("Agreements: tried on traffic")
struct AgreementTrialTests {
    /// Two aircraft at one level, head on at 240 m/s each, 0.5 NM abreast, from 200 km apart: in loss after some 400 s.
    private func headOn() throws -> (TemporaryFolder, String) {
        let folder = try TemporaryFolder()
        let rows = (0...420).flatMap { second -> [String] in
            let time = 1_633_608_000 + second
            return [(0.0, 90.0, "3949ea", 0.0), (200_000, 270, "3965af", 926)].map { start, track, identifier, north in
                let way = Double(second) * 240 * (track == 90 ? 1 : -1)
                let longitude = 1 + (start + way) / 74_600
                return "\(time),\(identifier),\(48 + north / 111_200),\(longitude),240,\(track),0,X\(identifier),"
                    + "False,False,False,,9144,,\(time),\(time)"
            }
        }
        return (folder, try folder.write("head-on.csv", ReviewSample.csv(rows)))
    }

    private func agreement(_ change: (String) -> String = { $0 }) throws -> Agreement {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: root.appendingPathComponent("Examples/west-east.agreement.yaml"))
        return try AgreementDocument(Array(change(String(decoding: data, as: UTF8.self)).utf8)).agreement
    }

    private let split = TrialSplit.lists([
        "WEST": OwnAircraft([OwnAircraft.Item(AircraftPattern(identifier: "3949ea"))]),
        "EAST": OwnAircraft([OwnAircraft.Item(AircraftPattern(identifier: "3965af"))]),
    ])

    @Test("traffic outside the area is said to be outside, and not counted as nothing found")
    func outsideIsSaid() throws {
        let (folder, path) = try headOn()
        _ = folder
        let elsewhere = try agreement {
            $0.replacing("- 50.2, ", with: "- 70.2, ").replacing("- 47.5, ", with: "- 67.5, ")
                .replacing("49.6, 2.4", with: "69.6, 2.4").replacing("48.6, ", with: "68.6, ")
                .replacing("48.3, ", with: "68.3, ").replacing("48.05, 2.10", with: "68.05, 2.10")
        }
        let trial = try AgreementTrial(elsewhere, recordings: [path], split: split)
        #expect(trial.outsideNote?.contains("inside the area of SEINE-1") == true)
        #expect(trial.text.contains("No report of this traffic is inside"))
        #expect(try AgreementTrial(try agreement(), recordings: [path], split: split).outsideNote == nil)
    }

    @Test("a coarse rule warns no later than the full picture, and never misses the loss")
    func coarseHidesNothing() throws {
        let (folder, path) = try headOn()
        _ = folder
        let trial = try AgreementTrial(try agreement(), recordings: [path], split: split)
        #expect(trial.outcomes.map { $0.rule?.identifier } == [nil, "west-all", "east-all", "east-north-fine"])
        let full = try #require(trial.outcomes[0].score.medianWarningSeconds(\.alarmUnixSeconds))
        #expect(full > 60)
        for outcome in trial.outcomes[1...2] {
            #expect(outcome.score.cleanEncounters.count == 1)
            let warning = try #require(outcome.score.medianWarningSeconds(\.alarmUnixSeconds))
            // A position comes every five seconds only.
            #expect(warning >= full - 6, "\(warning) of \(full)")
            #expect(outcome.positionsTold > 80)
            #expect(outcome.fault == nil)
            let widened = try #require(outcome.uncertainty?.horizontalMetres)
            #expect(widened > 926 * 0.7 && widened < 3_000)
        }
        // Nobody named X3965af in the third rule, and the two are outside its zone.
        #expect(trial.outcomes[3].positionsTold == 0)
        #expect(trial.text.contains("west-all"))
        #expect(trial.lines.split(separator: "\n").count == 4)
    }

    @Test("a delay without velocity widens the distance beyond its zone, and is a fault")
    func lateRulesAreFaulted() throws {
        let (folder, path) = try headOn()
        _ = folder
        var agreement = try agreement()
        agreement.disclosure[2].aircraft = []
        agreement.disclosure[2].fields = [.position, .level]
        agreement.disclosure[2].precision.delaySeconds = 90
        let trial = try AgreementTrial(agreement, recordings: [path], split: split)
        let fault = try #require(trial.outcomes[3].fault)
        #expect(fault.contains("NORTH"))
        #expect(trial.text.contains("Fault: rule “east-north-fine”"))
    }

    @Test("without lists every aircraft falls to one party, the same at every run")
    func splitsEvenly() throws {
        let (folder, path) = try headOn()
        _ = folder
        let first = try AgreementTrial(try agreement(), recordings: [path])
        let second = try AgreementTrial(try agreement(), recordings: [path])
        #expect(first.text == second.text)
    }
}
