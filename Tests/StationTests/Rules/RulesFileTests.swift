import Airspace
import Foundation
import Separation
import Testing

@testable import Station

@Suite struct RulesFileTests {
    @Test(arguments: ["paris.rules.yaml", "example.rules.yaml"])
    func theFilesInExamplesHold(name: String) throws {
        let rules = try RulesFile.read(path: packageRoot.appendingPathComponent("Examples/\(name)").path)
        #expect(!rules.volumes.isEmpty)
        #expect(rules.faults.isEmpty)
    }

    @Test func theStandardFileStatesTheStandardRules() throws {
        let path = packageRoot.appendingPathComponent("Examples/standard.rules.yaml").path
        #expect(try RulesFile.read(path: path) == AlertRules.standard())
    }

    @Test func everyKeyIsUnderstood() throws {
        let rules = try RulesFile.parse(
            """
            minima: 3NM,800ft
            classes: {drone-helicopter: "0.5NM,300ft"}
            alerting: {lookahead: 2min, alarm: 60s, vertical-lookahead: 90s, vertical-alarm: 45s, graze: 0.9, confirm: 3 of 4, release: 7}
            tracks: {coasting: 10s, stale: 30s}
            together: {reach: 5NM}
            visual: {squawks: ["7000"], minima: "1NM,500ft"}
            volumes:
              - name: зона
                circle: {centre: "48.5, 2.5", radius: 10NM}
                lower: 2000ft QNH 1013
                upper: FL195
                effect: quiet
                active: {from: 2021-10-07T12:00:00Z, to: 2021-10-07T14:00:00Z}
                minima: 1NM,500ft
              - name: rest
                everywhere: true
            """, path: "test.yaml")
        #expect(rules.minima.general == (try Minima(parsing: "3NM,800ft")))
        #expect(rules.minima.minima(between: .helicopter, and: .drone) == (try Minima(parsing: "0.5NM,300ft")))
        #expect(rules.policy.lookAheadSeconds == 120)
        #expect(rules.policy.verticalAlarmSeconds == 45)
        #expect(
            rules.policy.confirmingCycles == 3 && rules.policy.cycleWindow == 4 && rules.policy.releasingCycles == 7)
        #expect(rules.coastingSeconds == 10 && rules.staleSeconds == 30)
        #expect(rules.visualFlights?.squawks == ["7000"])
        let volume = rules.volumes[0]
        #expect(volume.name == "зона" && volume.effect == .quiet)
        #expect(volume.volume.lower == Altitude(feet: 2_000, datum: .qnh(hectopascals: 1_013)))
        #expect(volume.volume.upper == Altitude(feet: 19_500, datum: .pressure))
        #expect(volume.activeUnixSeconds?.lowerBound == 1_633_608_000)
        #expect(rules.volumes[1].volume.footprint == .everywhere)
    }

    /// What is wrong, the line that is to be named, and a word that is to be in the message.
    static let wrong: [(text: String, line: Int?, word: String)] = [
        ("", 1, "empty"),
        ("minima: 5NM", 1, "two lengths"),
        ("minima: 5NM,1000ft\nmimina: 3NM,1000ft", 2, "mimina"),
        ("minima: 5NM,1000ft\nalerting:\n  lookahead: soon", 3, "lookahead"),
        ("minima: 5NM,1000ft\nclasses:\n  drone: 1NM,500ft", 3, "drone-helicopter"),
        ("minima: 5NM,1000ft\nvolumes:\n  - name: a\n    circle: {centre: \"95, 2\", radius: 5NM}", 4, "95"),
        ("minima: 5NM,1000ft\nvolumes:\n  - circle: {centre: \"5, 2\", radius: 5NM}", 3, "name"),
        ("minima: 5NM,1000ft\nvolumes:\n  - name: a", 3, "outline"),
        ("minima: 5NM,1000ft\nvolumes:\n  - name: a\n    everywhere: true\n    upper: high", 5, "FL195"),
        (
            "minima: 5NM,1000ft\nvolumes:\n  - name: a\n    everywhere: true\n    lower: FL200\n    upper: FL100", 3,
            "floor"
        ),
        ("minima: [5NM", nil, "YAML"),
        ("volumes: []", 1, "minima"),
    ]

    @Test(arguments: wrong.indices)
    func theLineAndWhatWasExpectedAreNamed(index: Int) {
        let (text, line, word) = Self.wrong[index]
        do {
            _ = try RulesFile.parse(text, path: "my.yaml")
            Issue.record("accepted: \(text)")
        } catch {
            let message = error.description
            #expect(message.contains("my.yaml"))
            #expect(message.contains(word), "\(message)")
            if let line { #expect(message.hasPrefix("my.yaml:\(line):"), "\(message)") }
        }
    }

    @Test func theCommandLineHasTheLastWord() throws {
        let rules = try RulesFile.rules(path: nil, minima: "3NM,500ft", lookahead: "90s")
        #expect(rules.minima.general.vertical.feet == 500)
        #expect(rules.policy.lookAheadSeconds == 90 && rules.policy.alarmSeconds == 90)
        #expect(throws: StationError.self) { try RulesFile.rules(path: nil, minima: "3NM", lookahead: nil) }
        #expect(throws: StationError.self) { try RulesFile.rules(path: "/nowhere.yaml", minima: nil, lookahead: nil) }
    }
}
