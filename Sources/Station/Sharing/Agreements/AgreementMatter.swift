import Accord

/// What an entry of the types of ``AgreementStanding`` is about.
struct AgreementMatter: Sendable, Equatable {
    /// The agreement.
    var agreement: String
    /// The document that it puts forward or signs, by its hash; nil: it does neither.
    var sha256: String?

    /// What an entry is about; nil: it can't be read, or it stands in a record in which it says nothing of that agreement.
    ///
    /// A version may be put forward and signed at first contact. Whoever suspends, resumes or ends an agreement does so in the record of that
    /// very agreement, which only its parties have: in any other one it is a peer that speaks of what is not its own.
    init?(_ entry: Entry, in scope: ChannelScope) {
        switch entry.type {
        case AgreementProposedBody.type:
            guard let body = try? entry.body(AgreementProposedBody.self) else { return nil }
            self.init(agreement: body.agreement, sha256: body.sha256)
        case AgreementSignedBody.type:
            guard let body = try? entry.body(AgreementSignedBody.self) else { return nil }
            self.init(agreement: body.agreement, sha256: body.sha256)
        case AgreementSuspendedBody.type:
            guard let body = try? entry.body(AgreementSuspendedBody.self) else { return nil }
            self.init(agreement: body.agreement)
        case AgreementResumedBody.type:
            guard let body = try? entry.body(AgreementResumedBody.self) else { return nil }
            self.init(agreement: body.agreement)
        case AgreementEndedBody.type:
            guard let body = try? entry.body(AgreementEndedBody.self) else { return nil }
            self.init(agreement: body.agreement)
        case MeetingBody.type:
            guard case .agreement(let identifier) = scope else { return nil }
            self.init(agreement: identifier)
        default: return nil
        }
        guard scope == .agreement(agreement) || scope == .contact && sha256 != nil else { return nil }
    }

    private init(agreement: String, sha256: String? = nil) {
        self.agreement = agreement
        self.sha256 = sha256
    }
}
