import Accord
import Foundation
import Testing

@testable import Station

/// What a station finds in a draft is said to each reader in the own language.
@Suite struct AgreementWordsTests {
    @Test func everyFaultAndCautionIsInBothLanguages() async throws {
        let file = packageRoot.appendingPathComponent("Examples/west-east.agreement.yaml")
        let draft = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            .replacing("lower: FL200", with: "lower: FL300").replacing("budget: 30", with: "budget: 300")
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let session = try await node.session(try await node.add(.observer))
            let json = String(decoding: try JSONEncoder().encode(["document": draft]), as: UTF8.self)
            let answer = try await node.ask("POST", "/api/agreements/check", session: session, json)
            struct Fault: Decodable, Equatable {
                var keys: String
                var reason: String
                var reasonRu: String
            }
            struct Check: Decodable {
                var good: Bool
                var faults: [Fault]
                var cautions: [Fault]
            }
            #expect(answer.status == 200, "\(answer.text)")
            let check = try JSONDecoder().decode(Check.self, from: Data(answer.text.utf8))
            #expect(!check.good)
            let upper = Fault(
                keys: "zones / NORTH / upper", reason: "the upper level must be above the lower one",
                reasonRu: "верхняя граница должна быть выше нижней")
            #expect(check.faults == [upper])
            let budget = check.cautions.first { $0.keys == "questions / budget" }
            #expect(budget?.reason.hasPrefix("more than 120 automatic answers an hour") == true)
            #expect(budget?.reasonRu.hasPrefix("более 120 автоматических ответов в час") == true)
        }
    }
}
