extension DisclosureAudit {
    /// What is said of whose an aircraft was.
    enum Ownership {
        /// It was our own, and the rule names it.
        case right
        /// It was not to be told of.
        case wrong(Violation)
        /// It can't be said any more, or not from what was given.
        case unknown(OwnHistory.Lack)
    }

    /// Whether the aircraft that was told of was on our own list then, and one that the rule names.
    func ownership(of body: TrackBody, under rule: DisclosureRule, atUnixSeconds time: Double) -> Ownership {
        guard let identifier = identifier(of: body.track, under: rule) else {
            return own.isWhole ? .wrong(.notOpened) : .unknown(.notOpened)
        }
        let delaySeconds = max(rule.precision.delaySeconds, rule.conflictPrecision?.delaySeconds ?? 0)
        switch own.standing(of: identifier, atUnixSeconds: time, delaySeconds: delaySeconds) {
        case .own(let callsigns):
            return callsigns.contains { rule.names(identifier: identifier, callsign: $0) } ? .right : .wrong(.notNamed)
        case .notOwn: return .wrong(.notOurs)
        case .unknown(let lack):
            // What is known for good is who it was: a rule that names addresses alone can be judged by that.
            let isNamed = rule.names(identifier: identifier, callsign: nil)
            return isNamed || rule.namesCallsigns ? .unknown(lack) : .wrong(.notNamed)
        }
    }

    /// The aircraft that a name means; nil: nobody has said with proof whom the pseudonym means.
    private func identifier(of name: String, under rule: DisclosureRule) -> String? {
        if let opened = own.aircraft(ofPseudonym: name) { return opened }
        return rule.naming == .address || !Pseudonyms.hasForm(name) ? name : nil
    }
}

extension DisclosureAudit.Verdict {
    /// Takes what is said of whose the aircraft was.
    mutating func take(_ ownership: DisclosureAudit.Ownership) {
        switch ownership {
        case .right: break
        case .wrong(let violation): violations.append(violation)
        case .unknown(let lack): self.lack = lack
        }
    }
}

extension DisclosureRule {
    /// Whether it names aircraft by their call signs.
    fileprivate var namesCallsigns: Bool {
        aircraft.contains { pattern in
            switch pattern.kind {
            case .identifier: false
            case .callsign, .callsignPrefix: true
            }
        }
    }
}
