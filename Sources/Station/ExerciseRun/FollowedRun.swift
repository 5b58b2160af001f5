import Accord
import Airspace
import Exercise
import Phraseology

/// A run as this station follows it: the state machine of the run, what is to be shown of it, and who is who in the picture.
struct FollowedRun: Sendable {
    /// A message that the watch officer is to have said.
    struct Prompt: Sendable {
        var card: String
        var element: MessageElement
    }

    /// Why everybody is to break off.
    struct Alarm: Sendable {
        var reason: AbortBody.Reason
        var words: BilingualText
        var message: MessageElement?
        var atUnixSeconds: Double
    }

    /// What a crew said.
    struct Said: Sendable {
        var atUnixSeconds: Double
        var participant: String
        var language: String
        var elements: [MessageElement]
        var isReadBack: Bool
    }

    /// The run.
    private(set) var run: ExerciseRun
    /// The agreement under which it is flown, as it stood when it began.
    let standing: StandingAgreement
    /// This station's party.
    let party: String
    /// The station whose people began it.
    let leader: String
    /// When it began, Unix seconds.
    let startUnixSeconds: Double
    /// What is proposed now.
    private(set) var prompts: [Prompt] = []
    /// Set when it was broken off; it stands until the run ends.
    private(set) var alarm: Alarm?
    /// What was said last, the newest last.
    private(set) var said: [Said] = []
    /// What the station could not do; a mistake of the station.
    private(set) var faults: [String] = []
    /// Which disclosed track is which flight.
    var names: [SharedName: String] = [:]
    /// Disclosed tracks that may be a flight of the plan, and since when they were seen.
    var strangers: [SharedName: ClosedRange<Double>] = [:]
    /// The newest report of each flight from this station's own data.
    private(set) var own: [String: RunReport] = [:]

    private static let mostSaid = 40

    /// - Parameter leader: the station whose people began it; this one only joins where it is another.
    static func begin(
        _ plan: ExercisePlan, identifier: String, isSimulated: Bool, leader: String, party: String, by person: Person,
        under standing: StandingAgreement, now: Double
    ) -> (FollowedRun, [EntryDraft]) {
        let (run, actions) = ExerciseRun.begin(
            plan, identifier: identifier, isSimulated: isSimulated, isJoining: leader != party, by: person,
            station: .station(party), now: now)
        var followed = FollowedRun(
            run: run, standing: standing, party: party, leader: leader, startUnixSeconds: now)
        let drafts = followed.carryOut(actions, now: now)
        return (followed, drafts)
    }

    /// Takes a run up again from what stands in the records; the drafts bring to an end what was cut off.
    static func resume(
        _ told: RunHistory.Told, _ plan: ExercisePlan, party: String, under standing: StandingAgreement, now: Double
    )
        -> (FollowedRun, [EntryDraft])
    {
        let (run, actions) = ExerciseRun.resume(
            plan, identifier: told.run, isSimulated: told.isSimulated, station: .station(party), facts: told.facts,
            now: now)
        var followed = FollowedRun(
            run: run, standing: standing, party: party, leader: told.leader, startUnixSeconds: told.startUnixSeconds)
        for fact in told.facts {
            if let body = try? fact.entry.body(ExchangeBody.self) { followed.note(body, at: fact.entry.atUnixSeconds) }
        }
        let drafts = followed.carryOut(actions, now: now)
        if let broken = told.facts.first(where: { $0.entry.type == AbortBody.type }) {
            followed.alarm?.atUnixSeconds = broken.entry.atUnixSeconds
        }
        return (followed, drafts)
    }

    private init(
        run: ExerciseRun, standing: StandingAgreement, party: String, leader: String, startUnixSeconds: Double
    ) {
        self.run = run
        self.standing = standing
        self.party = party
        self.leader = leader
        self.startUnixSeconds = startUnixSeconds
    }

    /// Whether it is over.
    var isOver: Bool { run.phase == .ended }
    /// Whether it was broken off.
    var isAborted: Bool { if case .aborted = run.phase { true } else { false } }

    /// Takes what happened here; what is to be written for the other side.
    mutating func handle(_ event: RunEvent, now: Double) -> [EntryDraft] {
        if case .report(let report) = event, report.basis == .own { own[report.participant] = report }
        let actions = run.handle(event, now: now)
        if case .said(let participant, let language, let elements, let isReadBack) = event {
            note(
                Said(
                    atUnixSeconds: now, participant: participant, language: language, elements: elements,
                    isReadBack: isReadBack))
        }
        return carryOut(actions, now: now)
    }

    /// Takes an entry of the other side.
    mutating func handle(_ entry: Entry, now: Double) -> [EntryDraft] {
        let actions = run.handle(entry, now: now)
        if let body = try? entry.body(ExchangeBody.self), body.run == run.identifier {
            note(body, at: entry.atUnixSeconds)
        }
        return carryOut(actions, now: now)
    }

    /// Once a second: distances, the watch, the tests.
    mutating func tick(now: Double) -> [EntryDraft] { carryOut(run.tick(now: now), now: now) }

    private mutating func note(_ body: ExchangeBody, at time: Double) {
        note(
            Said(
                atUnixSeconds: time, participant: body.participant, language: body.language,
                elements: body.elements.compactMap { MessageElement($0) }, isReadBack: body.readBack))
    }

    private mutating func note(_ words: Said) {
        said.append(words)
        if said.count > Self.mostSaid { said.removeFirst() }
    }

    private mutating func carryOut(_ actions: [RunAction], now: Double) -> [EntryDraft] {
        var drafts: [EntryDraft] = []
        for action in actions {
            switch action {
            case .append(let draft):
                if let card = draft.body as? CardBody, card.state != .started { prompts = [] }
                drafts.append(draft)
            case .prompt(let card, let element): prompts.append(Prompt(card: card, element: element))
            case .alarm(let reason, let words, let message):
                alarm = Alarm(reason: reason, words: words, message: message, atUnixSeconds: now)
            case .fault(let text): faults.append(text)
            }
        }
        return drafts
    }
}
