import Accord
import Airspace
import Exercise
import Phraseology

extension FollowedRun {
    /// Writes all that the pages show of it.
    func write(_ name: StaticString, now: Double, to writer: inout JSONWriter) {
        let plan = run.plan
        writer.object(name) { writer in
            writer.field("id", run.identifier)
            writer.field("plan", plan.identifier)
            writer.field("version", plan.version)
            writer.field("agreement", standing.identifier)
            plan.title.write("title", to: &writer)
            writer.field("simulated", run.isSimulated)
            writer.field("leader", leader)
            writer.field("started", startUnixSeconds, decimals: 0)
            writer.field("phase", Self.word(run.phase))
            writer.field("card", run.card?.identifier)
            writer.field("minimumNM", plan.minimum.horizontal.nauticalMiles, decimals: 2)
            writer.field("bufferNM", plan.turnAway.buffer.nauticalMiles, decimals: 2)
            writer.field("verticalFt", plan.minimum.whileVerticalBelow.feet, decimals: 0)
            BilingualText(english: plan.abort.english, russian: plan.abort.russian).write("abortWords", to: &writer)
            writer.field("frequency", plan.contact.primary)
            writer.array("frequencies") { list in
                for named in plan.contact.frequencies {
                    list.object {
                        $0.field("name", named.name)
                        $0.field("channel", named.frequency.description)
                    }
                }
            }
            writer.array("cards") { list in
                for (card, state) in zip(plan.cards, run.cards) {
                    list.object {
                        $0.field("id", card.identifier)
                        $0.field("kind", card.kind.rawValue)
                        $0.field("state", state.state?.rawValue)
                        $0.field("reason", state.reason)
                        state.reason.map { Debrief.Card.words($0) }?.write("reasonWords", to: &$0)
                        $0.field("started", state.startedUnixSeconds, decimals: 0)
                    }
                }
            }
            writer.array("participants") { list in
                for participant in plan.participants {
                    list.object {
                        $0.field("id", participant.identifier)
                        $0.field("kind", participant.kind.rawValue)
                        $0.field("party", participant.party)
                        $0.field("callsign", participant.callsign)
                        $0.field("language", participant.languages.first ?? "en")
                        $0.field("checkedIn", run.checkedIn[participant.identifier], decimals: 0)
                        $0.field("contactLost", run.lostContact.contains(participant.identifier))
                    }
                }
            }
            writeWords(to: &writer)
            writer.array("ranges") { list in for range in run.ranges { range.write(to: &list) } }
            writer.array("faults") { list in faults.suffix(5).forEach { list.value($0) } }
        }
    }

    private func writeWords(to writer: inout JSONWriter) {
        writer.array("prompts") { list in
            for prompt in prompts { Self.write(prompt.element, "message", to: &list) }
            guard let card = run.card, card.kind == .exchange else { return }
            for flight in run.plan.flights where flight.party == party && card.crews.contains(flight.identifier) {
                guard let report = own[flight.identifier] else { continue }
                for element in SpokenReport.elements(card, of: report, in: run.plan) {
                    Self.write(element, "message", by: flight.identifier, to: &list)
                }
            }
        }
        writer.array("said") { list in
            for words in said.suffix(12) {
                list.object {
                    $0.field("at", words.atUnixSeconds, decimals: 0)
                    $0.field("participant", words.participant)
                    $0.field("language", words.language)
                    $0.field("readBack", words.isReadBack)
                    $0.field("message", words.elements.map(\.canonicalText).joined(separator: "; "))
                    Self.words(words.elements).write("words", to: &$0)
                }
            }
        }
        guard let alarm else { return }
        writer.object("alarm") {
            $0.field("reason", alarm.reason.rawValue)
            $0.field("at", alarm.atUnixSeconds, decimals: 0)
            alarm.words.write("words", to: &$0)
        }
    }

    private static func write(
        _ element: MessageElement, _ name: StaticString, by participant: String? = nil, to writer: inout JSONWriter
    ) {
        writer.object {
            $0.field(name, element.canonicalText)
            $0.field("participant", participant)
            words([element]).write("words", to: &$0)
        }
    }

    private static func words(_ elements: [MessageElement]) -> BilingualText {
        func text(_ table: LanguageTable) -> String {
            elements.map { (try? Renderer(table).text($0)) ?? $0.canonicalText }.joined(separator: ", ")
        }
        return BilingualText(english: text(.english), russian: text(.russian))
    }

    static func word(_ phase: ExerciseRun.Phase) -> String {
        switch phase {
        case .card: "flying"
        case .aborted: "aborted"
        case .complete: "complete"
        case .ended: "ended"
        }
    }
}

extension RunRange {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object {
            $0.array("between") { list in between.forEach { list.value($0) } }
            $0.field("horizontalNM", horizontalMetres / 1_852, decimals: 3)
            $0.field("verticalFt", verticalFeet, decimals: 0)
            $0.field("predictedNM", predictedMetres.map { $0 / 1_852 }, decimals: 3)
            $0.field("basis", basis.rawValue)
            $0.field("levelClose", isLevelClose)
        }
    }
}
