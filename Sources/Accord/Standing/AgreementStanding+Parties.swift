extension AgreementStanding {
    // Entries come in any order, and whoever reads a peer's record can't know yet which version names its writer. So what people of a party
    // do is kept whoever wrote it, and counts only where the version in force names that party: nobody else can rest or end an agreement.

    /// The parties that have suspended it, at a time: those of the version in force.
    public func suspended(atUnixSeconds time: Double) -> [Suspension] {
        guard let parties = version(atUnixSeconds: time)?.agreement.parties else { return [] }
        return suspensions.filter { suspension in
            suspension.sinceUnixSeconds <= time && (suspension.untilUnixSeconds ?? .infinity) > time
                && parties.contains { $0.identifier == suspension.party }
        }
        .sorted { ($0.sinceUnixSeconds, $0.party) < ($1.sinceUnixSeconds, $1.party) }
    }

    /// The end that parties have spoken of by a time; the earliest, where several have. Nil: no party has. Until
    /// ``Ending/endsUnixSeconds`` the agreement goes on.
    public func ending(atUnixSeconds time: Double) -> Ending? {
        var said: [Ending] = []
        var parties: Set<String> = []
        for var ending in endings.values where ending.atUnixSeconds <= time {
            // By its writer's clock it may have been written before the last signature that it follows.
            let ended = version(atUnixSeconds: ending.atUnixSeconds) ?? version(atUnixSeconds: time)
            guard let agreement = ended?.agreement, agreement.party(ending.party) != nil else { continue }
            ending.endsUnixSeconds = ending.atUnixSeconds + agreement.endNoticeSeconds
            parties.formUnion(agreement.parties.map(\.identifier))
            said.append(ending)
        }
        if let last = said.map(\.atUnixSeconds).max(), parties == Set(said.map(\.party)) {
            for index in said.indices { said[index].endsUnixSeconds = min(said[index].endsUnixSeconds, last) }
        }
        return said.min {
            ($0.endsUnixSeconds, $0.atUnixSeconds, $0.party) < ($1.endsUnixSeconds, $1.atUnixSeconds, $1.party)
        }
    }

    /// Meetings that parties of a version which all have signed put on record, by time; of each party the newest.
    public var meetings: [Meeting] {
        let signed = documents.values.filter { signedByAllUnixSeconds($0.sha256) != nil }
        let parties = Set(signed.flatMap { $0.agreement.parties.map(\.identifier) })
        return noted.filter { parties.contains($0.party) }
    }
}
