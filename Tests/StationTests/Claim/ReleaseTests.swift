import Accord
import Foundation
import Inquiry
import Testing

@testable import Station

@Suite("Asking for a release, and approving it")
struct ReleaseTests {
    @Test("two people of the two roles, each once, on record")
    func approve() async throws {
        try await NodeHarness.run(in: try Scratch()) { node in
            let spokesman = try await node.session(node.add(.spokesperson, named: "Spencer"))
            let investigator = try await node.session(node.add(.investigator, named: "Ingram"))
            let officer = try await node.session(node.add(.watchOfficer))
            let administrator = try await node.session(node.add(.administrator))
            let body = #"{"query":"type:message/1"}"#
            #expect(try await node.ask("POST", "/api/releases", session: officer, body).status == 403)
            #expect(try await node.ask("POST", "/api/releases", session: spokesman, #"{"query":"all"}"#).status == 400)
            let asked = try await node.ask("POST", "/api/releases", session: spokesman, body)
            #expect(asked.status == 201)
            guard case .text(let release) = asked.json["release"] else {
                Issue.record("no identifier: \(asked.text)")
                return
            }
            let place = "/api/releases/\(release)/approvals"
            for other in [officer, administrator] {
                #expect(try await node.ask("POST", place, session: other, "{}").status == 403)
            }
            let first = try await node.ask("POST", place, session: spokesman, "{}")
            #expect(first.status == 201 && first.json["approved"] == .truth(false))
            #expect(try await node.ask("POST", place, session: spokesman, "{}").status == 409)
            let second = try await node.ask("POST", place, session: investigator, "{}")
            #expect(second.status == 201 && second.json["approved"] == .truth(true))
            #expect(try await node.ask("POST", place, session: investigator, "{}").status == 409)
            #expect(try await node.ask("POST", "/api/releases/r-0/approvals", session: spokesman, "{}").status == 404)
            #expect(try await node.ask("GET", "/api/releases", session: officer).status == 403)
            #expect(try await node.ask("GET", "/api/releases", session: investigator).text.contains("Ingram"))
            #expect(try await node.entries(ofType: ReleaseBody.type).count == 1)
            let approvals = try await node.entries(ofType: ReleaseApprovedBody.type)
            #expect(approvals.count == 2 && approvals[0].contains("spokesperson") && approvals[1].contains("Ingram"))
        }
    }

    @Test("what was asked for and approved is known again after a restart")
    func restart() async throws {
        let scratch = try Scratch()
        let clock = MovableClock()
        try await NodeHarness.run(in: scratch, clock: clock) { node in
            let spokesman = try await node.session(node.add(.spokesperson, named: "Spencer"))
            let asked = try await node.ask(
                "POST", "/api/releases", session: spokesman, #"{"query":"type:message/1"}"#)
            guard case .text(let release) = asked.json["release"] else { return }
            _ = try await node.ask("POST", "/api/releases/\(release)/approvals", session: spokesman, "{}")
        }
        clock.move(by: 60)
        try await NodeHarness.run(in: scratch, clock: clock) { node in
            let investigator = try await node.session(node.add(.investigator, named: "Ingram"))
            // The index is a second behind the record.
            for _ in 0..<100 {
                let shown = try await node.ask("GET", "/api/releases", session: investigator)
                if shown.text.contains("\"approvedBy\":[{") { return }
                try await Task.sleep(for: .milliseconds(100))
            }
            Issue.record("nothing is known of the release")
        }
    }
}
