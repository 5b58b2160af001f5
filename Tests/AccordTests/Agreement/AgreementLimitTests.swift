import Accord
import Foundation
import Testing

/// A document of a stranger costs no more than one that people could read.
struct AgreementLimitTests {
    private func zone(_ number: Int, purpose: String = "exercise", outline: String? = nil) -> String {
        """
          Z\(number):
            name: {en: Zone, ru: Зона}
            purpose: \(purpose)
            \(outline ?? "circle: {centre: \"49.6, 2.4\", radius: 5 NM}")
            lower: FL200
            upper: FL285
            times: on activation
            activated-by: [WEST, EAST]
            entitled: [WEST, EAST]

        """
    }

    /// The example with more zones than its three.
    private func check(_ zones: [String]) throws -> AgreementCheck {
        let text = try ExampleAgreements.text()
        let range = try #require(text.range(of: "\nzones:\n"))
        return AgreementCheck(Array(text.replacingCharacters(in: range, with: "\nzones:\n" + zones.joined()).utf8))
    }

    @Test func zonesWithoutEndAreRefusedAndNotCompared() throws {
        let check = try check((0..<1_000).map { zone($0) })
        #expect(check.faults.count { $0.reason.english.contains("1003 zones") } == 1, "\(check.faults)")
        #expect(check.cautions.isEmpty)
    }

    @Test func ofTwentyThousandCautionsSomeAreTold() throws {
        let check = try check((0..<197).map { zone($0) })
        #expect(check.faults == [])
        #expect(check.cautions.count == 201)
        #expect(check.cautions.contains { $0.reason.english.contains("more cautions") })
        #expect(check.cautions.contains { $0.reason.english.contains("overlaps the exercise zone") })
    }

    @Test func ofFaultsWithoutEndSomeAreTold() throws {
        let check = try check((0..<197).map { zone($0, purpose: "p\n    lower2: x\n    lower3: x") })
        #expect(check.faults.count == 201)
        #expect(check.faults.contains { $0.reason.english.contains("more faults") })
        let keys = (0..<5_000).map { "k\($0): x\n" }.joined()
        let unknown = AgreementCheck(Array((try ExampleAgreements.text() + keys).utf8))
        #expect(unknown.faults.count == 50, "the first of the keys that mean nothing")
    }

    @Test func cornersAreCountedInAll() throws {
        let corners = (0..<450).map { index in
            let angle = Double(index) / 450 * 2 * .pi
            return "[\(49.6 + 0.1 * cos(angle)), \(2.4 + 0.1 * sin(angle))]"
        }
        let zones = (0..<5).map { zone($0, outline: "polygon: [\(corners.joined(separator: ", "))]") }
        #expect(try check(zones).faults.map(\.reason.english).contains { $0.contains("2254 corners in all") })
        let long = zone(0, outline: "polygon: [\((corners + corners).joined(separator: ", "))]")
        #expect(try check([long]).faults.contains { $0.reason.english.contains("3 to 500 corners") })
    }

    /// Zones apart from each other are seen to be, and those that touch a little to meet, whatever their outlines.
    @Test(arguments: [("49.6, 2.72", false), ("49.6, 2.62", true)])
    func outlinesAreCompared(centre: String, meets: Bool) throws {
        // About 19 km of longitude is a quarter of a degree here: 5 NM of radius reach 0.128° each.
        let polygon = "polygon: [\"49.5, 2.3\", \"49.5, 2.5\", \"49.7, 2.5\", \"49.7, 2.3\"]"
        let circle = "circle: {centre: \"\(centre)\", radius: 5 NM}"
        let corridor = zone(0, purpose: "corridor", outline: polygon)
        let check = try check([corridor, zone(1, purpose: "restricted", outline: circle)])
        #expect(check.faults.contains { $0.reason.english.contains("a corridor cannot lead through it") } == meets)
    }
}
