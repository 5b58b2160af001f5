import Accord
import Foundation
import Inquiry
import Testing

@testable import Station

/// The claims on record, and what each party said of them.
struct ClaimDeskTests {
    private let spokesman = Person(name: "Соколов", role: .spokesperson)

    private func scene(_ work: (DeskScene, ClaimDesk, [UInt8], String) async throws -> Void) async throws {
        let scratch = try Scratch()
        let scene = try await DeskScene(in: scratch)
        let desk = ClaimDesk(scene.context, exchange: scene.exchange, shelf: scene.shelf, sender: scene.sender)
        let claim = RunSamples.folder.appendingPathComponent("first-ministry.claim.yaml")
        let bytes = Array(try Data(contentsOf: claim))
        try await work(scene, desk, bytes, DocumentStore.hash(bytes))
        scene.close()
    }

    @Test("knows a claim that the other side put on record, and every answer once")
    func received() async throws {
        try await scene { scene, desk, bytes, sha256 in
            _ = try await scene.exchange.documents.keep(bytes)
            await desk.take(try scene.received(ClaimBody(sha256: sha256, by: spokesman)))
            let answer = ClaimAnswerBody(sha256: sha256, answer: .affirm, proposition: nil, by: spokesman)
            // Under an agreement of three the same stands in two records.
            for _ in 0..<2 { await desk.take(try scene.received(answer)) }
            let denial = ClaimAnswerBody(sha256: sha256, answer: .deny, proposition: "exercise-held", by: spokesman)
            await desk.take(try scene.sent(denial))
            let standing = try #require(await desk.claims[sha256])
            #expect(standing.claim?.propositions.contains { $0.id == "exercise-held" } == true)
            #expect(standing.putBy.map(\.party) == ["EAST"])
            #expect(standing.answers.map(\.party) == ["EAST", "WEST"])
            #expect(standing.answers.map(\.answer) == [.affirm, .deny])
            #expect(standing.answers.last?.proposition == "exercise-held")
        }
    }

    @Test("holds an answer to a claim whose bytes are not here, and says nothing of what it says")
    func withoutBytes() async throws {
        try await scene { scene, desk, _, sha256 in
            await desk.take(try scene.received(ClaimBody(sha256: sha256, by: spokesman)))
            await desk.take(
                try scene.received(ClaimAnswerBody(sha256: sha256, answer: .noComment, proposition: nil, by: spokesman))
            )
            let standing = try #require(await desk.claims[sha256])
            #expect(standing.claim == nil && standing.answers.count == 1)
        }
    }

    @Test("made-up claims and answers of one party keep nobody else's out")
    func madeUp() async throws {
        try await scene { scene, desk, bytes, sha256 in
            _ = try await scene.exchange.documents.keep(bytes)
            func answer(_ sha256: String, _ proposition: String? = nil) -> ClaimAnswerBody {
                ClaimAnswerBody(sha256: sha256, answer: .deny, proposition: proposition, by: spokesman)
            }
            await desk.take(try scene.sent(answer(sha256)))
            for number in 0..<1_200 {
                let digits = String(number, radix: 16)
                let made = String(repeating: "0", count: 64 - digits.count) + digits
                await desk.take(try scene.received(answer(made)))
            }
            #expect(await desk.claims.count <= 600)
            var south = try scene.received(ClaimBody(sha256: sha256, by: spokesman))
            south.peer = "SOUTH"
            await desk.take(south)
            for number in 0..<2_500 { await desk.take(try scene.received(answer(sha256, "p-\(number)"))) }
            let standing = try #require(await desk.claims[sha256])
            #expect(standing.claim != nil && standing.putBy.map(\.party) == ["SOUTH"])
            #expect(standing.answers.first?.party == "WEST")
            #expect(standing.answers.count <= 2_001 && standing.answers.last?.proposition == "p-2499")
        }
    }

    @Test("refuses what can't be answered, in plain words")
    func refusals() async throws {
        try await scene { scene, desk, bytes, _ in
            func answer(_ bytes: [UInt8], _ proposition: String? = nil, _ agreement: String? = nil) async throws {
                _ = try await desk.answer(
                    ClaimDesk.Answer(bytes: bytes, answer: .deny, proposition: proposition, agreement: agreement),
                    by: spokesman)
            }
            #expect(await status { try await answer([0xFF, 0xFE]) } == 400)
            #expect(await status { try await answer(Array("claim: 1".utf8)) } == 400)
            #expect(await status { try await answer(bytes, "no-such") } == 400)
            #expect(await status { try await answer(bytes, nil, "elsewhere") } == 404)
            // Its channel is not open: it can't be said, and nothing is remembered of it.
            #expect(await status { try await answer(bytes) } == 503)
            #expect(await desk.claims.isEmpty)
            scene.shelf.put([])
            #expect(await status { try await answer(bytes) } == 409)
        }
    }
}
