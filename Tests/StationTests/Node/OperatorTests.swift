import Accord
import AsyncHTTPClient
import Foundation
import NIOHTTP1
import Synchronization
import Testing

@testable import Station

/// Accounts, signing in, and handing over.
@Suite struct OperatorTests {
    @Test func theFirstLinkWorksOnceAndForAnHour() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let late = try #require(try await node.node.desk.makeFirstLink())
            let token = try await node.openToken()
            func begin(_ link: String, _ name: String, password: String = NodeHarness.password) async throws
                -> NodeHarness.Reply
            {
                try await node.ask(
                    "POST", "/api/first-operator", token: token,
                    #"{"name":"\#(name)","password":"\#(password)","link":"\#(link)"}"#)
            }
            node.clock.move(by: OperatorDesk.firstLinkSeconds + 1)
            #expect(try await begin(late, "Late").status == 403)
            let replaced = try #require(try await node.node.desk.makeFirstLink())
            let link = try #require(try await node.node.desk.makeFirstLink())
            #expect(try await begin(replaced, "Replaced").status == 403, "a newer link replaces an older one")
            #expect(try await begin("guess", "Guess").status == 403)
            #expect(try await begin(link, "Anna", password: "short").status == 400)
            let first = try await begin(link, "Anna")
            #expect(first.status == 200)
            let cookie = try #require(first.headers.first(name: "Set-Cookie"))
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/"))
            #expect(first.json["token"] == nil, "a browser is never shown the token")
            #expect(try await begin(link, "Bert").status == 403, "a link works once")
            #expect(try await node.node.desk.makeFirstLink() == nil)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: node.directory.database))
            #expect(bytes.range(of: Data(link.utf8)) == nil, "the link is stored hashed")
            #expect(
                try await node.entries(ofType: "login/1") == [
                    #"{"name":"Anna","outcome":"accepted","role":"administrator"}"#
                ])
        }
    }

    /// The door is open: whoever comes without the link costs nothing, and less and less often.
    @Test func withoutTheLinkNothingIsHashed() async throws {
        let hashes = Mutex(0)
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let desk = OperatorDesk(
                store: try OperatorStore(node.node.context.database),
                hasher: PasswordHasher(cost: cheapCost) { hashes.withLock { $0 += 1 } }, clock: node.clock.clock,
                log: node.node.context.log)
            let link = try #require(try await desk.makeFirstLink())
            func begin(_ link: String, from address: String) async -> Int {
                do {
                    _ = try await desk.addFirst(
                        name: "Anna", password: NodeHarness.password, link: link, address: address)
                    return 200
                } catch { return (error as? Problem)?.status ?? 0 }
            }
            var answers: [Int] = []
            for _ in 0..<30 { answers.append(await begin("guess", from: "192.0.2.1")) }
            #expect(answers.first == 403 && answers.last == 429)
            #expect(hashes.withLock { $0 } == 0)
            #expect(await begin(link, from: "192.0.2.2") == 200, "another address is not held up")
            #expect(hashes.withLock { $0 } == 1)
            #expect(await begin(link, from: "192.0.2.2") == 403, "there is an operator")
            #expect(hashes.withLock { $0 } == 1)
        }
    }

    @Test func aWrongNameAndAWrongPasswordGetTheSameAnswer() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let person = try await node.add(.observer, named: "Jürgen O’Neil")
            let gone = try await node.add(.observer, named: "Gone")
            _ = try await node.add(.administrator)
            try await node.node.desk.disable(gone.name, by: person)
            let token = try await node.openToken()
            func signIn(_ name: String, _ password: String) async throws -> NodeHarness.Reply {
                try await node.ask(
                    "POST", "/api/session", token: token, #"{"name":"\#(name)","password":"\#(password)"}"#)
            }
            let answers = [
                try await signIn("Nobody", NodeHarness.password), try await signIn(person.name, "not the password"),
                try await signIn(gone.name, NodeHarness.password),
            ]
            #expect(answers.allSatisfy { $0.status == 401 && $0.body == answers[0].body })
            #expect(answers.allSatisfy { $0.headers.first(name: "Set-Cookie") == nil })
            // Names are the same in any case and in any Unicode spelling.
            #expect(try await signIn("JU\u{308}RGEN o’neil", NodeHarness.password).status == 200)
            let logins = try await node.entries(ofType: "login/1")
            #expect(logins.contains(#"{"name":"unknown","outcome":"refused"}"#))
            #expect(!logins.contains { $0.contains("Nobody") }, "a name that nobody has may be a password")
        }
    }

    @Test func guessingIsSlowedDownPerAccount() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let person = try await node.add(.observer, named: "Target")
            let token = try await node.openToken()
            func signIn(_ password: String) async throws -> NodeHarness.Reply {
                try await node.ask(
                    "POST", "/api/session", token: token, #"{"name":"\#(person.name)","password":"\#(password)"}"#)
            }
            var statuses: [Int] = []
            for number in 0..<10 { statuses.append(try await signIn("guess number \(number)").status) }
            #expect(
                statuses.prefix(6).allSatisfy { $0 == 401 } && statuses.suffix(4).allSatisfy { $0 == 429 },
                "\(statuses)")
            let blocked = try await signIn(NodeHarness.password)
            #expect(blocked.status == 429 && blocked.headers.first(name: "Retry-After") != nil)
            node.clock.move(by: LoginThrottle.account.longestWaitSeconds + 1)
            #expect(try await signIn(NodeHarness.password).status == 200, "nobody is shut out for good")
        }
    }

    @Test func aPasswordThatIsSetEndsTheSessions() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let officer = try await node.add(.watchOfficer)
            let administrator = try await node.add(.administrator)
            let session = try await node.session(officer)
            let path = "/api/operators/\(officer.name.replacingOccurrences(of: " ", with: "%20"))"
            let planner = try await node.session(try await node.add(.planner))
            let body = #"{"password":"another four words","present":"\#(NodeHarness.password)"}"#
            #expect(try await node.ask("PUT", path + "/password", session: planner, body).status == 403)
            #expect(
                try await node.ask("PUT", path + "/password", session: session, #"{"password":"another four words"}"#)
                    .status == 400)
            #expect(try await node.ask("PUT", path + "/password", session: session, body).status == 204)
            #expect(
                try await node.ask("GET", "/api/picture", session: session).status == 401, "the old session is over")
            let chief = try await node.session(administrator)
            let again = try await node.session(officer)
            #expect(try await node.ask("POST", path + "/disable", session: chief, "{}").status == 204)
            #expect(try await node.ask("GET", "/api/picture", session: again).status == 401)
            let own = "/api/operators/\(administrator.name.replacingOccurrences(of: " ", with: "%20"))/disable"
            #expect(try await node.ask("POST", own, session: chief, "{}").status == 409, "the last administrator stays")
        }
    }

    @Test func aWatchIsHandedOverByBothOfficers() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let leaving = try await node.add(.watchOfficer, named: "Lt Ivanova")
            let relieving = try await node.add(.watchOfficer, named: "Lt Petrov")
            let session = try await node.session(leaving)
            func handOver(_ first: String, _ to: String, _ second: String) async throws -> NodeHarness.Reply {
                let body = """
                    {"post":"watch","from":{"name":"\(leaving.name)","password":"\(first)"},
                     "to":{"name":"\(to)","password":"\(second)"},"notes":"quiet"}
                    """
                return try await node.ask("POST", "/api/shifts", session: session, body)
            }
            let right = NodeHarness.password
            #expect(try await handOver("wrong password", relieving.name, right).status == 401)
            #expect(try await handOver(right, relieving.name, "wrong password").status == 401)
            #expect(try await handOver(right, leaving.name, right).status == 409)
            #expect(try await node.entries(ofType: "shift/1").isEmpty)
            let done = try await handOver(right, relieving.name, right)
            #expect(done.status == 200 && done.text.contains("Lt Petrov"))
            #expect(
                try await node.ask("GET", "/api/picture", session: session).status == 401, "the old session is over")
            let entries = try await node.entries(ofType: "shift/1")
            #expect(
                entries == [
                    #"{"from":{"name":"Lt Ivanova","role":"watch-officer"},"notes":"quiet","post":"watch","to":{"name":"Lt Petrov","role":"watch-officer"}}"#
                ])
        }
    }

    @Test func whoActsIsWhoSignedIn() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let session = try await node.session(try await node.add(.watchOfficer, named: "Lt Ivanova"))
            let body = #"{"lat":40,"lon":30,"source":"radar","by":"Somebody Else","errorMetres":300}"#
            let reply = try await node.ask("POST", "/api/targets", session: session, body)
            #expect(reply.status == 201 && reply.text.contains("Lt Ivanova") && !reply.text.contains("Somebody Else"))
            let decisions = try await node.entries(ofType: "decision/1")
            #expect(decisions.contains { $0.contains(#""kind":"target""#) && $0.contains("Lt Ivanova") })
        }
    }
}
