import Inquiry
import Separation
import Testing

@Suite("What changes nothing of what happened changes no finding")
struct MetamorphicTests {
    private static let bounds = [
        "at-least: 1 NM", "at-least: 2.5 NM", "at-most: 1 NM", "at-most: 2.5 NM", "at-least: 2 NM",
    ]

    @Test("time, place, order, other traffic, call signs", arguments: bounds)
    func invariants(_ bound: String) throws {
        let plain = try SimulatedSky().finding(bound)
        let variants: [(String, Finding)] = [
            ("later", try SimulatedSky(shiftSeconds: 86_400 * 3 + 17).finding(bound)),
            ("turned", try SimulatedSky(turnDegrees: 100).finding(bound)),
            ("antimeridian", try SimulatedSky(turnDegrees: 160).finding(bound)),
            ("swapped", try SimulatedSky().finding(bound, names: ("a00001", "a00000"))),
            ("with others", try SimulatedSky(others: 5).finding(bound)),
            ("by call sign", try SimulatedSky().finding(bound, names: ("ONE", "two"))),
        ]
        for (name, finding) in variants {
            #expect(finding.verdict == plain.verdict, "\(name)")
            #expect(finding.reasons == plain.reasons, "\(name)")
            let low = abs((finding.low ?? -1) - (plain.low ?? -1))
            let high = abs((finding.high ?? -1) - (plain.high ?? -1))
            #expect(low < 0.1 && high < 0.1, "\(name)")
        }
    }

    @Test("the verdicts are the right ones")
    func verdicts() throws {
        let found = try Self.bounds.map { try SimulatedSky().finding($0).verdict }
        #expect(found == [.supported, .contradicted, .contradicted, .supported, .notDeterminable])
    }

    @Test("a translated claim finds the same")
    func translated() throws {
        let english = try SimulatedSky().finding("at-least: 1 NM\n    text: They kept a mile.")
        let russian = try SimulatedSky().finding("at-least: 1 морская миля\n    text: Они выдержали милю.")
        #expect(english.verdict == .supported)
        #expect(russian == english)
        let metric = try SimulatedSky().finding("at-least: 1,852 км")
        #expect(metric.verdict == english.verdict && metric.low == english.low && metric.high == english.high)
    }

    @Test("what is taken away never becomes a finding about what was taken away")
    func removal() throws {
        for (from, to) in [(250, 350), (290, 306), (60, 80), (520, 540), (60, 540)] {
            let kept = try SimulatedSky(unseen: from...to).finding("at-least: 1 NM")
            #expect(kept.verdict == .notDeterminable && kept.reasons.contains(.gap), "\(from) to \(to)")
            let never = try SimulatedSky(unseen: from...to).finding("at-most: 1 NM")
            #expect(never.verdict == .notDeterminable, "\(from) to \(to)")
        }
        // One instant outside of the gap is enough where one instant is enough.
        #expect(try SimulatedSky(unseen: 60...80).finding("at-most: 2.5 NM").verdict == .supported)
        #expect(try SimulatedSky(unseen: 60...80).finding("at-least: 2.5 NM").verdict == .contradicted)
        #expect(try SimulatedSky(unseen: 200...400).finding("at-most: 2.5 NM").verdict == .notDeterminable)
        // Exactly the gap that the rule bridges is bridged.
        #expect(try SimulatedSky(unseen: 290...303).finding("at-least: 1 NM").verdict == .supported)
    }

    @Test("a frozen position decides nothing, whatever is taken away of it")
    func frozen() throws {
        let frozen = try SimulatedSky(frozen: 250...350).finding("at-most: 2.5 NM")
        #expect(frozen.verdict == .notDeterminable && frozen.reasons.contains(.frozen))
        #expect(try SimulatedSky(frozen: 250...350).finding("at-least: 1 NM").verdict == .notDeterminable)
    }

    @Test("without a window nothing is shown to have held throughout")
    func noWindow() throws {
        let text = """
            {claim: 1, by: x, propositions: [{id: p, kind: minimum-distance, between: [ONE, TWO], at-least: 1 NM}]}
            """
        let finding = try ClaimText.finding(text, SimulatedSky().library)
        #expect(finding.verdict == .notDeterminable && finding.reasons == [.noWindow])
    }

    @Test("two counts of one day agree, or differ entry by entry")
    func counts() throws {
        func tally(_ sky: SimulatedSky, _ source: String) -> ViolationTally {
            ViolationTally(
                source: source, tracks: sky.library.everyTrack(window: ClaimWindow()), window: ClaimWindow(),
                rule: .init(),
                involving: nil)
        }
        let one = tally(SimulatedSky(others: 3), "WEST")
        #expect(one.clean.count == 1)
        #expect(ViolationTally.difference(one, tally(SimulatedSky(others: 3), "EAST")).isEmpty)
        let other = ViolationTally.difference(one, tally(SimulatedSky(unseen: 0...600), "EAST"))
        #expect(other.map(\.source) == ["WEST"])
    }
}
