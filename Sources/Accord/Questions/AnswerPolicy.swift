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
        /// The party's own receivers delivered nothing for that time: not to have seen one of ours says nothing.
        case silent
        /// The station's own answer could not be written.
        case notWritten = "not-written"
        /// No agreement held when the question came.
        case noAgreement = "no-agreement"
    }

    /// What the station can know of a time.
    public enum Coverage: Sendable, Hashable {
        /// Its own receivers delivered: one of ours would have been seen.
        case heard
        /// Its own receivers delivered nothing.
        case silent
        /// It is further back, or further ahead, than what is looked up.
        case outOfTime
    }

    /// How questions are answered, as agreed.
    public let terms: QuestionTerms

    /// The policy of an agreement.
    public init(_ terms: QuestionTerms) { self.terms = terms }

    /// Answers a question.
    ///
    /// - Parameter states: the states of all own aircraft around the time asked about, several of each at best.
    /// - Parameter own: the list of our own; a state of another aircraft is passed over.
    /// - Parameter coverage: what the station can know of the time asked about; what it can't know goes to a person.
    public func verdict(
        _ question: QuestionBody, states: [OwnTrackState], own: OwnAircraft, coverage: Coverage
    ) -> Verdict {
        let (sure, possible) = meant(by: question, among: states, own: own)
        let candidates = possible.sorted()
        guard terms.isAutomatic else { return .person(.agreed, candidates: candidates) }
        switch coverage {
        case .heard: break
        case .silent: return .person(.silent, candidates: candidates)
        case .outOfTime: return .person(.outOfTime, candidates: candidates)
        }
        if sure.count == 1, possible == sure { return .answer(.ours) }
        if possible.isEmpty { return .answer(.notKnown) }
        return .person(possible.count > 1 ? .several : .unclear, candidates: candidates)
    }

    /// Our own aircraft that may be meant, for a person who answers.
    ///
    /// - Parameters:
    ///   - states: the states of all own aircraft around the time asked about.
    ///   - own: the list of our own; a state of another aircraft is passed over.
    public func candidates(for question: QuestionBody, states: [OwnTrackState], own: OwnAircraft) -> [String] {
        meant(by: question, among: states, own: own).possible.sorted()
    }

    /// Who is meant for sure, and who may be; the first are among the second.
    private func meant(
        by question: QuestionBody, among states: [OwnTrackState], own: OwnAircraft
    ) -> (sure: Set<String>, possible: Set<String>) {
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
        return (sure, possible)
    }
}
