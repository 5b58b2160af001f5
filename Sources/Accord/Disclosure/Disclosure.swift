import Airspace

/// What one party tells its peers under one agreement, from moment to moment.
///
/// Given the own aircraft as they are, it returns what is due: positions on their grid, late by their delay, no oftener than their rate, and the end of
/// what is told no more. Whoever carries it out appends each to the record of its peer, and nothing else leaves.
public struct Disclosure: Sendable {
    /// What is to be done.
    public enum Action: Sendable, Equatable {
        /// Append the opening of a pseudonym to the private record, before its first use.
        case name(PseudonymBody)
        /// Append a position to the record for a peer.
        case tell(to: String, TrackBody)
        /// Append the end of a track to the record for a peer.
        case end(to: String, TrackEndedBody)
    }

    /// What goes on around it at a moment.
    public struct Situation: Sendable {
        /// Now, Unix seconds.
        public var nowUnixSeconds: Double
        /// What may flow.
        public var flow: AgreementFlow
        /// The aircraft of our own.
        public var own: OwnAircraft
        /// For each peer the identifiers of our aircraft that are in conflict with one of its.
        public var conflicts: [String: Set<String>]

        /// A situation.
        public init(
            nowUnixSeconds: Double, flow: AgreementFlow, own: OwnAircraft, conflicts: [String: Set<String>] = [:]
        ) {
            self.nowUnixSeconds = nowUnixSeconds
            self.flow = flow
            self.own = own
            self.conflicts = conflicts
        }
    }

    /// An aircraft of which the station has nothing newer than this has gone silent, seconds.
    private static let silentSeconds = 15.0

    /// The party that tells.
    public let party: String
    /// The rules.
    public private(set) var book: DisclosureBook
    private let pseudonyms: Pseudonyms
    private var peers: [String]
    private var held: [String: HeldStates] = [:]
    private var told: [String: [String: Told]] = [:]
    private var named: [String: String] = [:]

    /// What a peer was told last of an aircraft.
    private struct Told: Sendable {
        var name: String
        var stateUnixSeconds: Double
        var toldUnixSeconds: Double
    }

    /// Nothing has been told yet.
    ///
    /// - Parameter known: the pseudonyms that stand in the private record already.
    public init(_ agreement: Agreement, party: String, pseudonyms: Pseudonyms, known: [PseudonymBody] = []) {
        self.party = party
        self.pseudonyms = pseudonyms
        book = DisclosureBook(agreement)
        peers = agreement.parties.map(\.identifier).filter { $0 != party }
        for body in known where body.agreement == agreement.identifier { named[body.track] = body.pseudonym }
    }

    /// Another version of the agreement is in force: its rules hold from now on.
    public mutating func amend(_ agreement: Agreement) {
        book = DisclosureBook(agreement)
        peers = agreement.parties.map(\.identifier).filter { $0 != party }
    }

    /// What is due.
    ///
    /// - Parameter states: the newest state of each aircraft that the station knows of, ours or not; one that is left out has gone silent.
    public mutating func step(_ states: [OwnTrackState], in situation: Situation) -> [Action] {
        var actions: [Action] = []
        let longest = longestDelaySeconds
        for state in states
        where situation.own.contains(
            identifier: state.identifier, callsign: state.callsign, atUnixSeconds: state.timeUnixSeconds)
        {
            held[state.identifier, default: HeldStates()].append(
                state, keepingFrom: situation.nowUnixSeconds - longest)
        }
        let present = Set(states.map(\.identifier))
        for peer in peers {
            for identifier in held.keys.sorted() {
                actions += step(identifier, to: peer, isPresent: present.contains(identifier), in: situation)
            }
        }
        forget(before: situation.nowUnixSeconds - longest - 120)
        return actions
    }

    /// Whether an aircraft has its pseudonym here, so that it can be told of without opening it first.
    public func hasPseudonym(_ identifier: String) -> Bool { named[identifier] != nil }

    /// Aircraft of which nothing has been heard since: when one comes back its pseudonym is the same, and is opened once more.
    private mutating func forget(before horizonUnixSeconds: Double) {
        for identifier in held.filter({ $0.value.newestUnixSeconds < horizonUnixSeconds }).keys {
            held[identifier] = nil
            named[identifier.lowercased()] = nil
        }
    }

    private var longestDelaySeconds: Double {
        book.agreement.disclosure.filter { $0.from == party }.map(\.precision.delaySeconds).max() ?? 0
    }

    private mutating func step(_ identifier: String, to peer: String, isPresent: Bool, in situation: Situation)
        -> [Action]
    {
        let now = situation.nowUnixSeconds
        let isInConflict = situation.conflicts[peer]?.contains(identifier) == true
        guard let newest = held[identifier]?.newest else { return [] }
        let before = told[peer]?[identifier]
        func decide(_ state: OwnTrackState) -> DisclosureDecision {
            let isOurs =
                situation.own.contains(
                    identifier: identifier, callsign: state.callsign, atUnixSeconds: state.timeUnixSeconds)
                && situation.own.contains(identifier: identifier, callsign: state.callsign, atUnixSeconds: now)
            return book.decide(
                state, from: party, to: peer, isOurs: isOurs, isInConflict: isInConflict, flow: situation.flow)
        }
        // The rule decides the delay, and the place at that time decides the rule: look back until both agree.
        var state = newest
        var decision = decide(state)
        for _ in 0..<4 {
            guard case .tell(_, let precision) = decision else { break }
            guard var earlier = held[identifier]?.newest(notAfter: now - precision.delaySeconds) else { return [] }
            // A rule holds places back, and no emergency: it is told at once, with the place that may be told by now.
            earlier.emergency = newest.emergency
            if earlier == state { break }
            state = earlier
            decision = decide(state)
        }
        guard case .tell(let rule, let precision) = decision, state.timeUnixSeconds <= now - precision.delaySeconds
        else { return refuse(decision, identifier, to: peer, before: before) }
        if !isPresent, now - newest.timeUnixSeconds > precision.delaySeconds + Self.silentSeconds {
            return end(identifier, to: peer, before: before, reason: .silent)
        }
        if let before {
            // The interval counts from when it was told: receivers that speak a moment early would otherwise cost a whole interval.
            guard state.timeUnixSeconds > before.stateUnixSeconds,
                now - before.toldUnixSeconds >= precision.everySeconds - 0.001
            else { return [] }
        }
        return tell(state, to: peer, rule: rule, precision: precision, now: now)
    }

    private mutating func tell(
        _ state: OwnTrackState, to peer: String, rule: String, precision: DisclosureRule.Precision, now: Double
    ) -> [Action] {
        guard let clause = book.agreement.disclosure.first(where: { $0.identifier == rule }) else { return [] }
        var actions: [Action] = []
        var name = state.identifier
        if clause.naming == .pseudonym {
            if let known = named[state.identifier.lowercased()] {
                name = known
            } else {
                let opened = pseudonyms.pseudonym(of: state.identifier)
                named[opened.track] = opened.pseudonym
                name = opened.pseudonym
                actions.append(.name(opened))
            }
        }
        told[peer, default: [:]][state.identifier] = Told(
            name: name, stateUnixSeconds: state.timeUnixSeconds, toldUnixSeconds: now)
        actions.append(.tell(to: peer, DisclosedTrack.body(state, name: name, rule: clause, precision: precision)))
        return actions
    }

    private mutating func refuse(
        _ decision: DisclosureDecision, _ identifier: String, to peer: String, before: Told?
    ) -> [Action] {
        guard case .refuse(let refusal) = decision else { return [] }
        let reason: TrackEndedBody.Reason =
            switch refusal {
            case .suspended: .suspended
            case .outside, .levelUnknown: .left
            case .notOurs, .notInForce, .noRule, .notNamed: .noRule
            }
        return end(identifier, to: peer, before: before, reason: reason)
    }

    private mutating func end(_ identifier: String, to peer: String, before: Told?, reason: TrackEndedBody.Reason)
        -> [Action]
    {
        guard let before else { return [] }
        told[peer]?[identifier] = nil
        return [.end(to: peer, TrackEndedBody(track: before.name, reason: reason))]
    }
}
