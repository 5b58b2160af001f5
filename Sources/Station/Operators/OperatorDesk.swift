import Accord
import Foundation

/// Signs operators in and out, and keeps their accounts.
actor OperatorDesk {
    let store: OperatorStore
    let hasher: PasswordHasher
    let clock: NodeClock
    let log: ActLog
    private var throttle = LoginThrottle()

    /// The link for the first operator works for so long, seconds: an hour.
    static let firstLinkSeconds = 3_600.0

    init(store: OperatorStore, hasher: PasswordHasher, clock: NodeClock, log: ActLog) {
        self.store = store
        self.hasher = hasher
        self.clock = clock
        self.log = log
    }

    /// A session that has just begun: its token goes to the operator and nowhere else.
    struct Opened: Sendable {
        var token: String
        var session: OperatorSession
    }

    // MARK: Signing in

    /// Signs in. Whatever is wrong, the answer is the same and takes the same time.
    ///
    /// - Throws: `Problem` 401 when it is refused, 429 when there were too many tries, 503 when too many try at once.
    func signIn(name: String, password: String, address: String?) async throws -> Opened {
        let person = try await check(name: name, password: password, address: address)
        try await log.login(person.name, role: person.role, .accepted)
        return try await open(person)
    }

    /// Checks a name and a password as a sign-in does, slowed down as that is.
    ///
    /// - Throws: as ``signIn(name:password:address:)``.
    func check(name: String, password: String, address: String?) async throws -> Person {
        let key = OperatorAccount.key(name)
        if let wait = throttle.waitSeconds(account: key, address: address, at: clock.now()) {
            throw Problem.tooManyTries(waitSeconds: wait)
        }
        throttle.attempted(account: key, address: address, at: clock.now())
        let account = try await store.account(named: name)
        let usable = account.flatMap { $0.isDisabled ? nil : $0 }
        guard try await hasher.matches(password, usable?.password), let usable else {
            // A name that nobody has may be a password typed into the wrong field: it is not written down.
            try await log.login(account?.person.name ?? "unknown", role: account?.person.role, .refused)
            throw Problem.signInRefused
        }
        throttle.succeeded(account: key, address: address)
        if usable.password.cost != hasher.cost {
            let renewed = try await hasher.hash(password)
            try await store.setPassword(renewed, of: name, at: clock.now(), endingSessions: false)
        }
        return usable.person
    }

    /// Checks the link of the first operator, slowed down by address as a sign-in is.
    ///
    /// - Throws: `Problem` 403 when it doesn't hold, 429 when there were too many tries.
    func checkFirst(_ digest: String, address: String?) async throws {
        if let wait = throttle.waitSeconds(account: nil, address: address, at: clock.now()) {
            throw Problem.tooManyTries(waitSeconds: wait)
        }
        throttle.attempted(account: nil, address: address, at: clock.now())
        guard let link = try await store.firstLink(at: clock.now()), Secrets.areEqual(link, digest) else {
            throw Self.noFirstLink
        }
        throttle.succeeded(account: nil, address: address)
    }

    /// Begins a session for a person whose password has been checked.
    func open(_ person: Person) async throws -> Opened {
        let token = Secrets.token()
        let digest = Secrets.digest(token, purpose: "session")
        try await store.beginSession(digest: digest, of: person.name, at: clock.now())
        return Opened(token: token, session: Self.session(token: token, digest, person, isValid: true))
    }

    /// The session of a token; nil when there is none.
    func session(token: String) async throws -> OperatorSession? {
        guard (16...128).contains(token.utf8.count) else { return nil }
        let digest = Secrets.digest(token, purpose: "session")
        guard let found = try await store.session(digest: digest, at: clock.now()) else { return nil }
        return Self.session(token: token, digest, found.person, isValid: found.isValid)
    }

    /// Whether a session may still be shown the picture.
    func mayView(_ session: OperatorSession) async -> Bool {
        let found = try? await store.session(digest: session.identifier, at: clock.now())
        return found != nil
    }

    /// Keeps a session from running idle: its operator has acted.
    func noteAct(in session: OperatorSession) async throws {
        try await store.noteAct(digest: session.identifier, at: clock.now())
    }

    /// Signs out.
    func signOut(_ session: OperatorSession) async throws {
        try await store.endSession(digest: session.identifier)
        try await log.login(session.person.name, role: session.person.role, .out)
    }

    private static func session(
        token: String, _ digest: String, _ person: Person, isValid: Bool
    ) -> OperatorSession {
        OperatorSession(
            identifier: digest, person: person, isValid: isValid,
            writeToken: String(Secrets.digest(token, purpose: "write").prefix(32)))
    }
}

extension Problem {
    /// The one answer to a sign-in that did not succeed.
    static let signInRefused = Problem(
        status: 401, title: "Not signed in", detail: "the name or the password is not right, or the account is disabled"
    )

    /// Too many tries.
    static func tooManyTries(waitSeconds: Double) -> Problem {
        let seconds = Int(waitSeconds.rounded(.up))
        return Problem(
            status: 429, title: "Too many tries", detail: "try again in \(seconds) s", retryAfterSeconds: seconds)
    }
}
