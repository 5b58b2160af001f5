import Accord
import Logging

/// Where what people do is written down.
///
/// What changes who may do what is written before it is done, and not done when it can't be written. What an officer does about
/// the traffic is done first: a full disk must not keep an alarm from being acknowledged.
struct ActLog: Sendable {
    /// Appends to the private record, durably.
    let append: @Sendable ([EntryDraft]) async throws -> Void
    let logger: Logger

    /// Notes a decision of a person. In `parley watch` there are no persons and no record, and nothing is noted.
    ///
    /// - Throws: `Problem` 500 when it can't be written: the act is then not to be done.
    func decision(
        _ kind: String, about subject: String, reason: String? = nil, untilUnixSeconds: Double? = nil,
        details: String? = nil, by person: Person?
    ) async throws {
        guard let person else { return }
        let body = DecisionBody(
            kind: kind, subject: subject, reason: reason, until: untilUnixSeconds.map { EntryTime(unixSeconds: $0) },
            details: details, by: person)
        try await write(body)
    }

    /// Notes a decision that has taken effect. That it can't be written is logged, and shown as a fault of the record.
    func done(
        _ kind: String, about subject: String, reason: String? = nil, untilUnixSeconds: Double? = nil,
        details: String? = nil, by person: Person?
    ) async {
        do {
            try await decision(
                kind, about: subject, reason: reason, untilUnixSeconds: untilUnixSeconds, details: details, by: person)
        } catch {
            logger.error("a decision is not on the record", metadata: ["kind": "\(kind)", "error": "\(error)"])
        }
    }

    /// Notes a sign-in and what came of it.
    ///
    /// - Throws: as ``decision(_:about:reason:untilUnixSeconds:details:by:)``.
    func login(_ name: String, role: Role?, _ outcome: LoginBody.Outcome) async throws {
        try await write(LoginBody(name: name, role: role, outcome: outcome))
    }

    /// Notes that a watch was handed over.
    ///
    /// - Throws: as ``decision(_:about:reason:untilUnixSeconds:details:by:)``.
    func shift(_ body: ShiftBody) async throws { try await write(body) }

    private func write(_ body: some EntryBody) async throws {
        do { try await append([try EntryDraft(body)]) } catch let error as AccordError {
            throw Problem.badRequest(error.description)
        } catch {
            throw Problem.failure("the private record did not take it, so it was not done: \(error)")
        }
    }
}
