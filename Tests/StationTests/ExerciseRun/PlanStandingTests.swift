import Accord
import Exercise
import Foundation
import Testing

@testable import Station

/// What one party writes of plans takes no room from the others.
struct PlanStandingTests {
    private let person = RunSamples.officer

    private func hash(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 64 - digits.count) + digits
    }

    private func proposed(_ number: Int, note: String? = nil, plan: String = "november-2015") -> PlanProposedBody {
        PlanProposedBody(sha256: hash(number), plan: plan, version: 1, note: note, by: person)
    }

    private func said(_ party: String, _ agreement: String = "air-safety-2015") -> PlanStanding.Said {
        PlanStanding.Said(party: party, agreement: agreement, atUnixSeconds: RunSamples.time)
    }

    @Test("Made-up versions of one party keep none of another one out")
    func versions() {
        var standing = PlanStanding(identifier: "november-2015")
        for number in 0..<500 { standing.take(proposed(number), said("EAST")) }
        #expect(standing.versions.count <= 100)
        standing.take(proposed(1_000), said("WEST"))
        #expect(standing.versions[hash(1_000)]?.proposals.map(\.party) == ["WEST"])
        // What was there before is still spoken of.
        standing.take(proposed(0), said("WEST"))
        #expect(standing.versions[hash(0)]?.proposals.map(\.party) == ["EAST", "WEST"])
    }

    @Test("The same proposal is once, and of other words a few are kept")
    func proposals() {
        var standing = PlanStanding(identifier: "november-2015")
        for _ in 0..<500 { standing.take(proposed(1), said("EAST")) }
        #expect(standing.versions[hash(1)]?.proposals.count == 1)
        for number in 0..<500 { standing.take(proposed(1, note: "note \(number)"), said("EAST")) }
        standing.take(proposed(1, note: "ours"), said("WEST"))
        #expect(standing.versions[hash(1)]?.proposals.count { $0.party == "EAST" } == 20)
        #expect(standing.versions[hash(1)]?.proposals.last?.note == "ours")
    }

    @Test("Under another agreement nothing is said of a plan")
    func otherAgreements() throws {
        var standing = PlanStanding(identifier: "november-2015")
        var first = said("EAST")
        first.plan = try RunSamples.plan()
        standing.take(proposed(1), first)
        standing.take(proposed(1), said("SOUTH", "EAST-SOUTH"))
        #expect(standing.versions[hash(1)]?.proposals.map(\.party) == ["EAST"])
        #expect(!standing.hasWritten("SOUTH") && standing.hasWritten("EAST"))
    }

    @Test("Made-up plans of one party keep none of another one out, and push out none that we had a hand in")
    func plans() async throws {
        let scratch = try Scratch()
        let scene = try await DeskScene(in: scratch)
        try await scene.sign()
        for number in 0..<700 {
            await scene.plans.take(try scene.received(proposed(number, plan: "made-up-\(number)")))
        }
        var south = try scene.received(proposed(1, plan: "south"))
        south.peer = "SOUTH"
        await scene.plans.take(south)
        await scene.plans.take(try scene.sent(proposed(2, plan: "ours")))
        let known = await scene.plans.standings
        #expect(known.count < 250)
        for plan in ["november-2015", "made-up-699", "south", "ours"] { #expect(known[plan] != nil, "\(plan)") }
        scene.close()
    }

    @Test("What several had a hand in is forgotten when none of them has room for it")
    func begun() {
        var begun = BegunByPeers(most: 3)
        func note(_ name: String, by peer: String) -> [String] {
            begun.note(name, by: peer) { $0.hasPrefix("our") }
        }
        for name in ["our-1", "a", "b", "c", "a"] { #expect(note(name, by: "EAST").isEmpty) }
        #expect(note("a", by: "SOUTH").isEmpty)
        #expect(note("d", by: "EAST").isEmpty, "South speaks of a")
        #expect(note("e", by: "EAST") == ["b"])
        for name in ["f", "g"] { #expect(note(name, by: "SOUTH").isEmpty) }
        #expect(note("h", by: "SOUTH") == ["a"])
    }
}
