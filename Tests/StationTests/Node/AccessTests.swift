import Accord
import Foundation
import Testing
import Yams

@testable import Station

/// Who may do what, for every route there is.
@Suite struct AccessTests {
    /// One operation of the interface's descriptions.
    private struct Operation: Hashable {
        var method: String
        var template: String
    }

    private func documented() throws -> [Operation: Access] {
        let web = packageRoot.appendingPathComponent("Web")
        var paths: [(String, [String: Any])] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: web.path)
        where name.hasPrefix("openapi") && name.hasSuffix(".yaml") {
            let text = try String(contentsOf: web.appendingPathComponent(name), encoding: .utf8)
            let document = try #require(try Yams.load(yaml: text) as? [String: Any])
            paths += try #require(document["paths"] as? [String: [String: Any]]).map { ($0, $1) }
        }
        var operations: [Operation: Access] = [:]
        for (template, item) in paths {
            for (method, value) in item {
                guard let operation = value as? [String: Any], operation["operationId"] != nil else { continue }
                let access: Access?
                switch operation["x-access"] {
                case let word as String: access = ["open": .open, "machine": .machine, "viewer": .viewer][word]
                case let roles as [String]: access = .roles(Set(roles.compactMap { Role(rawValue: $0) }))
                default: access = nil
                }
                let known: Access = try #require(access, "\(method) \(template) has no x-access that is known")
                operations[Operation(method: method.uppercased(), template: template)] = known
            }
        }
        return operations
    }

    @Test func everyRouteIsDocumentedAndEveryDocumentedOneIsThere() async throws {
        let documented = try documented()
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let routes = node.node.routes
            for route in routes {
                let operation = Operation(method: route.method, template: route.template)
                let access = documented[operation]
                #expect(
                    access == route.access,
                    "\(route.method) \(route.template) is \(route.access), documented \(String(describing: access))")
                if route.isWrite, case .roles(let roles) = route.access {
                    #expect(!roles.isEmpty, "\(route.method) \(route.template) is a write and names no role")
                }
                #expect(route.access != .viewer || !route.isWrite || route.template == "/api/session")
            }
            let there = Set(routes.map { Operation(method: $0.method, template: $0.template) })
            for operation in documented.keys where !there.contains(operation) {
                Issue.record("\(operation.method) \(operation.template) is documented and not there")
            }
            #expect(there.count == routes.count, "two routes have the same address")
        }
    }

    @Test func everyRouteLetsInWhomItNamesAndNobodyElse() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            var people: [Person] = []
            for role in Role.people { people.append(try await node.add(role)) }
            let openToken = try await node.openToken()
            for route in node.node.routes {
                let path = route.template.replacing(/\{\w+\}/, with: "nothing")
                let name = "\(route.method) \(path)"
                let body = route.isWrite ? "{}" : nil
                for person in people {
                    let session = try await node.session(person)
                    let reply = try await node.ask(route.method, path, session: session, body, readingBody: false)
                    switch route.access {
                    case .roles(let roles) where !roles.contains(person.role):
                        #expect(reply.status == 403, "\(name) as \(person.role): \(reply.status)")
                    case .open:
                        #expect(reply.status != 403, "\(name) as \(person.role): \(reply.status)")
                    default:
                        #expect(![401, 403].contains(reply.status), "\(name) as \(person.role): \(reply.status)")
                    }
                    guard route.isWrite else { continue }
                    let fresh = try await node.session(person)
                    let other = try await node.session(person)
                    for token in ["", "0123456789abcdef0123456789abcdef", other.session.writeToken] {
                        let forged = try await node.ask(route.method, path, session: fresh, token: token, body)
                        #expect(forged.status == 403, "\(name) with a wrong token: \(forged.status)")
                    }
                }
                let nobody = try await node.ask(route.method, path, token: openToken, body, readingBody: false)
                switch route.access {
                case .open, .machine: #expect(nobody.status != 403, "\(name) as nobody: \(nobody.status)")
                case .viewer, .roles: #expect(nobody.status == 401, "\(name) as nobody: \(nobody.status)")
                }
            }
        }
    }

    @Test func anExpiredSessionShowsThePictureAndChangesNothing() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let person = try await node.add(.watchOfficer)
            for (idle, name) in [(SessionTerm.idleSeconds + 1, "idle"), (60, "fresh")] {
                let session = try await node.session(person)
                node.clock.move(by: idle)
                let isExpired = name == "idle"
                for route in node.node.routes where route.access == .viewer && !route.isWrite {
                    let path = route.template.replacing(/\{\w+\}/, with: "nothing")
                    let reply = try await node.ask("GET", path, session: session, readingBody: false)
                    // Some need a parameter, and say so to whoever may ask.
                    #expect([200, 400, 404].contains(reply.status), "\(name) \(path): \(reply.status)")
                }
                for route in node.node.routes where route.isWrite {
                    guard case .roles(let roles) = route.access, roles.contains(.watchOfficer) else { continue }
                    let path = route.template.replacing(/\{\w+\}/, with: "nothing")
                    let reply = try await node.ask(route.method, path, session: session, "{}")
                    #expect((reply.status == 401) == isExpired, "\(name) \(route.method) \(path): \(reply.status)")
                }
                let shown = try await node.ask("GET", "/api/session", session: session)
                #expect(shown.json["expired"] == .truth(isExpired))
            }
        }
    }

    /// A page says by itself which messages it shows: that nobody has acted for hours stays true however many come.
    @Test func whatAPageDoesByItselfKeepsNoSessionAlive() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let session = try await node.session(try await node.add(.watchOfficer))
            let body = #"{"messages":["west-1"]}"#
            var statuses: [Int] = []
            for _ in 0..<4 {
                node.clock.move(by: SessionTerm.idleSeconds / 3.5)
                statuses.append(
                    try await node.ask("POST", "/api/line/east/shown", session: session, body).status)
            }
            #expect(statuses.dropLast().allSatisfy { $0 != 401 } && statuses.last == 401, "\(statuses)")
        }
    }

    @Test func aSessionThatIsUsedEndsAllTheSameAfterAShift() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let session = try await node.session(try await node.add(.observer))
            var elapsed = 0.0
            while elapsed + 3_600 < SessionTerm.longestSeconds {
                node.clock.move(by: 3_600)
                elapsed += 3_600
                #expect(try await node.ask("GET", "/api/storage", session: session).status == 200, "after \(elapsed) s")
            }
            node.clock.move(by: 3_600)
            #expect(try await node.ask("GET", "/api/storage", session: session).status == 401)
        }
    }
}
