import Airspace
import Inquiry
import Testing

@Suite("Claim files")
struct ClaimReaderTests {
    @Test("identifiers are text, whatever YAML would make of them")
    func identifiers() throws {
        let text = ClaimText.distance("342086", "48e012", 0, 60, "at-least: 1 NM")
        guard case .minimumDistance(let statement) = try ClaimReader.read(text).propositions[0].statement else {
            Issue.record("another kind was read")
            return
        }
        #expect(statement.between == ["342086", "48e012"])
        #expect(statement.gapSeconds == 15 && statement.verticalWithin?.feet == 1_000)
    }

    @Test(
        "lengths in units of either language",
        arguments: [
            ("1 NM", 1_852.0), ("1852m", 1_852), ("1,000 ft", 304.8), ("5,5 км", 5_500), ("3 морские мили", 5_556),
            ("пять", -1), ("5", -1), ("1 500 метров", 1_500), ("300 футов", 91.44), ("1,5 NM", -1), ("0 NM", -1),
            ("1e400 m", -1),
        ])
    func lengths(_ written: String, _ metres: Double) throws {
        let text = ClaimText.distance("a", "b", 0, 60, "at-least: \(written)")
        guard metres > 0 else {
            #expect(throws: InquiryError.self) { try ClaimReader.read(text) }
            return
        }
        guard case .minimumDistance(let statement) = try ClaimReader.read(text).propositions[0].statement else {
            return
        }
        #expect(abs(statement.bound.length.metres - metres) < 1e-6)
    }

    @Test("every fault is found, with its line")
    func faults() {
        let text = """
            claim: 1
            by: x
            propositions:
              - {id: a, kind: minimum-distance, between: [a], at-least: 1 NM}
              - {id: a, kind: nonsense}
              - {id: b, kind: line-state, at: yesterday, state: normal}
              - {id: c, kind: exercise-held, from: 2015-11-03T10:00:00Z, to: 2015-11-03T09:00:00Z}
              - {id: d, kind: exercise-held, form: 2015-11-03T10:00:00Z}
            """
        do {
            _ = try ClaimReader.read(text)
            Issue.record("nothing was found")
        } catch {
            guard case .claimFaults(let faults) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(faults.compactMap(\.line) == [4, 5, 6, 7, 8])
        }
    }

    @Test("motives, targets and intentions are not checked")
    func mind() throws {
        for kind in ["motive", "target", "intention", "motives", "targets", "intentions"] {
            let text = "{claim: 1, by: x, propositions: [{id: p, kind: \(kind), text: Запугать}]}"
            let finding = try ClaimText.finding(text, SimulatedSky().library)
            #expect(finding.verdict == .notCheckable)
        }
    }

    @Test("who told whom is kept, nameless sources included")
    func chain() throws {
        let text = """
            {claim: 1, by: x, chain: [{anonymous: a pilot, to: B}, {from: B, to: C, note: by telephone}],
             propositions: [{id: p, kind: motive}]}
            """
        let claim = try ClaimReader.read(text)
        #expect(claim.chain.map(\.isAnonymous) == [true, false])
        #expect(claim.chain[0].described == "a pilot")
    }
}
