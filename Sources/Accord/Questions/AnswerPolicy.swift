import Airspace

/// How “is this yours?” is answered, from the own aircraft alone: never from what a peer or a receiver tells of others.
public struct AnswerPolicy: Sendable {
    /// What is to be done with a question.
    public enum Verdict: Sendable, Equatable {
        /// The station answers by itself.
        case answer(AnswerBody.Answer)
        /// A person answers, and why; the candidates are shown to that person alone.
        case person(Reason, candidates: [String])
    }

    /// Why a person is needed.
    public enum Reason: String, Sendable, Hashable {
        /// The agreement has every question answered by a person.
        case agreed
        /// Several of our own could be the one.
        case several
        /// One of our own is near, but its level or its time does not tell.
        case unclear
        /// The question is older, or newer, than what the station can look up.
        case outOfTime = "out-of-time"
    }

    /// How questions are answered, as agreed.
    public let terms: QuestionTerms

    /// The policy of an agreement.
    public init(_ terms: QuestionTerms) { self.terms = terms }

    /// Answers a question.
    ///
    /// - Parameter states: the states of all own aircraft around the time asked about, several of each at best.
    /// - Parameter own: the list of our own; a state of another aircraft is passed over.
    /// - Parameter covered: the time for which the station has its own tracks; a question outside goes to a person.
    public func verdict(
        _ question: QuestionBody, states: [OwnTrackState], own: OwnAircraft, covered: ClosedRange<Double>
    ) -> Verdict {
        let time = question.time.unixSeconds
        let place = GeodeticPosition(latitudeDegrees: question.lat, longitudeDegrees: question.lon)
        var sure: Set<String> = []
        var possible: Set<String> = []
        for state in states
        where own.contains(
            identifier: state.identifier, callsign: state.callsign, atUnixSeconds: state.timeUnixSeconds)
        {
            let age = abs(state.timeUnixSeconds - time)
            guard age <= 4 * terms.toleranceSeconds else { continue }
            let speed = (state.speedKt ?? 500) * SpeedUnit.knots.metresPerSecond
            let far = state.position.distanceMetres(to: place)
            let reach = terms.toleranceNM * LengthUnit.nauticalMiles.metres
            guard far <= 2 * reach + speed * age else { continue }
            if let asked = question.levelFt, let own = state.levelFeet, abs(asked - own) > 4 * terms.toleranceFeet {
                continue
            }
            possible.insert(state.identifier)
            guard far <= reach + speed * age, age <= terms.toleranceSeconds else { continue }
            switch (question.levelFt, state.levelFeet) {
            case (let asked?, let own?):
                if abs(asked - own) <= terms.toleranceFeet { sure.insert(state.identifier) }
            case (nil, _): sure.insert(state.identifier)
            case (_, nil): break
            }
        }
        let candidates = possible.union(sure).sorted()
        guard terms.isAutomatic else { return .person(.agreed, candidates: candidates) }
        guard covered.contains(time) else { return .person(.outOfTime, candidates: candidates) }
        if sure.count == 1, possible == sure { return .answer(.ours) }
        if possible.isEmpty { return .answer(.notKnown) }
        return .person(sure.count > 1 || possible.count > 1 ? .several : .unclear, candidates: candidates)
    }
}
