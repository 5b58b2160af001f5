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

    /// The end as it holds at a time; the earliest, where several parties ended it. Nil: no party has.
    public func ending(atUnixSeconds time: Double) -> Ending? {
        endings.values.filter { ending in
            guard ending.atUnixSeconds <= time else { return false }
            // By its writer's clock it may have been written before the last signature that it follows.
            let ended = version(atUnixSeconds: ending.atUnixSeconds) ?? version(atUnixSeconds: time)
            return ended?.agreement.party(ending.party) != nil
        }
        .min { ($0.atUnixSeconds, $0.party) < ($1.atUnixSeconds, $1.party) }
    }

    /// Meetings that parties of a version which all have signed put on record, by time; of each party the newest.
    public var meetings: [Meeting] {
        let signed = documents.values.filter { signedByAllUnixSeconds($0.sha256) != nil }
        let parties = Set(signed.flatMap { $0.agreement.parties.map(\.identifier) })
        return noted.filter { parties.contains($0.party) }
    }
}
