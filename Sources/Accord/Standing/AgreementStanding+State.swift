extension AgreementStanding {
    /// What an agreement is at a time.
    public enum State: Sendable, Equatable {
        /// Nothing was put forward.
        case none
        /// The latest version put forward, which has not been signed by all; by its hash.
        case proposed(sha256: String)
        /// Signed by all, and its term has not begun.
        case agreed(sha256: String)
        /// In force.
        case inForce(sha256: String)
        /// In force and suspended.
        case suspended(sha256: String, by: [Suspension])
        /// A party ended it, and the notice is over.
        case ended(Ending)
        /// Its term is over.
        case expired(sha256: String)
    }

    /// The version that all its parties had signed at a time; of several the highest whose term has begun. One that begins later takes
    /// the place of the present one when it begins, and not when it is signed.
    public func version(atUnixSeconds time: Double) -> AgreementDocument? {
        let signed = versions.values.compactMap { version -> AgreementDocument? in
            guard let document = documents[version.sha256],
                document.agreement.parties.allSatisfy({ party in
                    version.signatures[party.identifier].map { $0 <= time } ?? false
                })
            else { return nil }
            return document
        }
        .sorted { ($0.agreement.version, $0.sha256) > ($1.agreement.version, $1.sha256) }
        return signed.first { $0.agreement.termUnixSeconds.lowerBound <= time } ?? signed.first
    }

    /// When the version in force at a time had been signed by all, Unix seconds.
    public func signedByAllUnixSeconds(_ sha256: String) -> Double? {
        guard let version = versions[sha256], let document = documents[sha256],
            document.agreement.parties.allSatisfy({ version.signatures[$0.identifier] != nil })
        else { return nil }
        return version.signatures.values.max()
    }

    /// What it is at a time.
    public func state(atUnixSeconds time: Double) -> State {
        if let ending = ending(atUnixSeconds: time), ending.endsUnixSeconds <= time { return .ended(ending) }
        guard let document = version(atUnixSeconds: time) else {
            let latest = versions.values.compactMap { version in
                version.proposals.map(\.atUnixSeconds).min().map { (at: $0, sha256: version.sha256) }
            }
            .filter { $0.at <= time }.max { ($0.at, $0.sha256) < ($1.at, $1.sha256) }
            return latest.map { .proposed(sha256: $0.sha256) } ?? .none
        }
        let term = document.agreement.termUnixSeconds
        if time < term.lowerBound { return .agreed(sha256: document.sha256) }
        if time > term.upperBound { return .expired(sha256: document.sha256) }
        let suspended = suspended(atUnixSeconds: time)
        return suspended.isEmpty
            ? .inForce(sha256: document.sha256) : .suspended(sha256: document.sha256, by: suspended)
    }

    /// What the parties may send each other at a time.
    public func flow(atUnixSeconds time: Double) -> AgreementFlow {
        switch state(atUnixSeconds: time) {
        case .none, .proposed, .agreed: .none
        case .inForce: .inForce
        case .suspended(let sha256, _):
            .suspended(owed: documents[sha256]?.agreement.owedWhileSuspended ?? [])
        case .ended, .expired: .ended
        }
    }

    /// Versions that a party put forward or signed and that are not in force: newest first.
    public func openVersions(atUnixSeconds time: Double) -> [Version] {
        let current = version(atUnixSeconds: time)
        return versions.values.filter { version in
            guard version.sha256 != current?.sha256 else { return false }
            guard let number = number(of: version) else { return true }
            return number > (current?.agreement.version ?? 0)
        }
        .sorted {
            ($0.proposals.first?.atUnixSeconds ?? 0, $0.sha256) > ($1.proposals.first?.atUnixSeconds ?? 0, $1.sha256)
        }
    }

    private func number(of version: Version) -> Int? {
        documents[version.sha256]?.agreement.version ?? version.proposals.first?.body.version
    }
}
