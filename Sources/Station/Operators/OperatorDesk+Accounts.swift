import Accord

extension OperatorDesk {
    /// Makes the token of a link with which the first operator is added; nil once there is an operator. It replaces the one before,
    /// works once and for an hour, and is stored hashed.
    func makeFirstLink() async throws -> String? {
        guard try await store.isEmpty() else { return nil }
        let token = Secrets.token()
        try await store.setFirstLink(
            digest: Secrets.digest(token, purpose: "first link"),
            expiresUnixSeconds: clock.now() + Self.firstLinkSeconds)
        return token
    }

    /// Adds the first operator, an administrator, in exchange for the link, and signs in.
    ///
    /// The door is open to everybody who reaches the port, so the link is looked at before anything that costs.
    /// - Throws: `Problem` 400 for a name or password that won't do, 403 for a link that doesn't hold, 429 after too many that don't.
    func addFirst(name: String, password: String, link: String, address: String?) async throws -> Opened {
        let digest = Secrets.digest(link, purpose: "first link")
        try await checkFirst(digest, address: address)
        try Self.check(name: name, password: password)
        let account = try await makeAccount(Person(name: name, role: .administrator), password: password)
        guard try await store.addFirst(account, linkDigest: digest, at: clock.now()) else { throw Self.noFirstLink }
        try await log.login(name, role: .administrator, .accepted)
        try await log.decision("operator", about: name, reason: "the first operator", by: account.person)
        return try await open(account.person)
    }

    static let noFirstLink = Problem.forbidden(
        "the link has been used or has expired; a station without operators prints a new one at its next start")

    /// Adds an operator.
    ///
    /// - Throws: `Problem` 400 for a name or password that won't do, 409 for a name that is taken.
    func add(_ person: Person, password: String, by administrator: Person) async throws -> OperatorAccount {
        try Self.check(name: person.name, password: password)
        guard try await store.account(named: person.name) == nil else {
            throw Problem.conflict("there is an operator of that name, maybe disabled; names are not used again")
        }
        let account = try await makeAccount(person, password: password)
        try await log.decision(
            "operator", about: person.name, details: "added as \(person.role.rawValue)", by: administrator)
        guard try await store.add(account) else { throw Problem.conflict("there is an operator of that name") }
        return account
    }

    /// Sets a password, which ends the sessions of the account. Others' are set by an administrator, the own with the present one.
    ///
    /// - Throws: `Problem` 400, 401, 403 or 404, in words for whoever asks.
    func setPassword(_ password: String, present: String?, of name: String, by person: Person, address: String?)
        async throws
    {
        guard let account = try await store.account(named: name) else { throw Self.noOperator(name) }
        if OperatorAccount.key(name) == OperatorAccount.key(person.name) {
            guard let present else { throw Problem.badRequest("“present” must be the present password") }
            _ = try await check(name: name, password: present, address: address)
        } else if person.role != .administrator {
            throw Problem.forbidden("only an administrator sets the password of another operator")
        }
        try Self.check(name: account.person.name, password: password)
        let hash = try await hasher.hash(password)
        try await log.decision("operator", about: account.person.name, details: "new password", by: person)
        try await store.setPassword(hash, of: name, at: clock.now(), endingSessions: true)
    }

    /// Disables an account, which ends its sessions.
    ///
    /// - Throws: `Problem` 404, or 409 for the last administrator.
    func disable(_ name: String, by administrator: Person) async throws {
        guard let account = try await store.account(named: name) else { throw Self.noOperator(name) }
        guard try await store.disable(name) else {
            throw Problem.conflict("\(account.person.name) is the last administrator: add another one first")
        }
        try await log.decision("operator", about: account.person.name, details: "disabled", by: administrator)
    }

    /// What both officers bring to a hand-over.
    struct Officer: Sendable {
        var name: String
        var password: String
    }

    /// Hands a watch over. Both officers give their own passwords; on return it is on the record, the session it was asked in is over,
    /// and one of the relieving officer has begun.
    ///
    /// - Throws: `Problem` 401 when a password is not right, 409 when the two can't hand over to each other.
    func handOver(
        post: String, from: Officer, to: Officer, notes: String?, in session: OperatorSession, address: String?
    ) async throws -> Opened {
        guard OperatorAccount.key(from.name) != OperatorAccount.key(to.name) else {
            throw Problem.conflict("a watch is handed over to another officer")
        }
        let leaving = try await check(name: from.name, password: from.password, address: address)
        let relieving = try await check(name: to.name, password: to.password, address: address)
        guard leaving.role == .watchOfficer, relieving.role == .watchOfficer else {
            throw Problem.conflict("a watch is handed over from one watch officer to another")
        }
        guard leaving == session.person || relieving == session.person else {
            throw Problem.forbidden("a watch is handed over by one of the two officers")
        }
        try await log.shift(ShiftBody(post: post, from: leaving, to: relieving, notes: notes))
        try await store.endSession(digest: session.identifier)
        return try await open(relieving)
    }

    private func makeAccount(_ person: Person, password: String) async throws -> OperatorAccount {
        let now = clock.now()
        return OperatorAccount(
            person: person, password: try await hasher.hash(password), createdUnixSeconds: now,
            passwordSetUnixSeconds: now, lastSignInUnixSeconds: nil, isDisabled: false)
    }

    private static func check(name: String, password: String) throws(Problem) {
        if let fault = OperatorAccount.fault(inName: name) ?? PasswordRule.fault(in: password, of: name) {
            throw Problem.badRequest(fault)
        }
    }

    private static func noOperator(_ name: String) -> Problem {
        Problem.notFound("no operator is named “\(name.prefix(60))”")
    }
}
