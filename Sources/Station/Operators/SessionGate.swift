import Accord
import Foundation
import HTTPTypes
import Hummingbird

/// Finds out who asks, and whether they may. What no route allows is refused.
struct SessionGate: Sendable {
    /// How a request reaches the node.
    enum Transport: Sendable, Hashable {
        /// The operators' port on loopback, in plain HTTP.
        case loopback
        /// The operators' port over TLS.
        case encrypted
        /// The control socket of this machine: no browser, so no cookies and no pages of others.
        case control
    }

    let desk: OperatorDesk
    let transport: Transport
    /// The name of the cookie: with the party in it, since cookies don't tell the ports of a machine apart.
    let cookieName: String

    init(desk: OperatorDesk, transport: Transport, party: String) {
        self.desk = desk
        self.transport = transport
        cookieName = (transport == .encrypted ? "__Host-" : "") + "parley-\(party)"
    }

    /// Fills in who asks.
    ///
    /// - Throws: `Problem` 401 when they must sign in, 403 when they may not.
    func admit(_ call: inout Call, to route: Route, gate: RequestGuard) async throws {
        if let token = token(of: call.request) { call.session = try await desk.session(token: token) }
        switch route.access {
        case .open: break
        case .machine:
            guard call.session != nil || isOfThisMachine(call) else { throw Problem.signIn("this needs an operator") }
        case .viewer:
            guard call.session != nil else { throw Problem.signIn("sign in to see this") }
        case .roles(let roles):
            guard let session = call.session else { throw Problem.signIn("sign in to do this") }
            guard session.isValid else { throw Problem.signIn("the session has expired: sign in again to go on") }
            guard roles.contains(session.person.role) else {
                throw Problem.forbidden(
                    "\(session.person.role.rawValue) may not do this; "
                        + (roles.isEmpty
                            ? "nobody may" : roles.map(\.rawValue).sorted().joined(separator: ", ") + " may"))
            }
        }
        if let session = call.session, session.isValid { call.person = session.person }
        if route.isWrite, transport != .control {
            var tokens = call.session.map { [$0.writeToken] } ?? []
            if route.access == .open { tokens.append(gate.token) }
            try gate.checkWrite(call.request, tokens: tokens)
        }
        if case .roles = route.access, !route.isByItself, let session = call.session {
            try await desk.noteAct(in: session)
        }
    }

    /// The header that gives a session to the browser, or takes it away (nil).
    func cookie(_ token: String?) -> String {
        let secure = transport == .encrypted ? "; Secure" : ""
        let end = token == nil ? "; Max-Age=0" : ""
        return "\(cookieName)=\(token ?? ""); Path=/; HttpOnly; SameSite=Strict\(secure)\(end)"
    }

    private func token(of request: Request) -> String? {
        if transport == .control {
            guard let header = request.headers[.authorization], header.hasPrefix("Bearer ") else { return nil }
            return String(header.dropFirst(7))
        }
        for header in request.headers[values: .cookie] {
            for pair in header.split(separator: ";").prefix(50) {
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard parts.count == 2, parts[0].drop(while: { $0 == " " }) == cookieName else { continue }
                return String(parts[1])
            }
        }
        return nil
    }

    private func isOfThisMachine(_ call: Call) -> Bool {
        transport == .control || call.remoteAddress == "127.0.0.1" || call.remoteAddress == "::1"
    }
}
