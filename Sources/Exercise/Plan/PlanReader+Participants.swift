import Accord
import Airspace
import Phraseology

extension PlanReader {
    mutating func participant(_ identifier: String, _ node: DocumentNode) -> Participant? {
        open(
            node,
            [
                "kind", "party", "callsign", "languages", "track", "position", "operator", "danger-radius", "start",
                "performance", "on-abort",
            ])
        let kind = take { () throws(DocumentFault) in try node.required("kind").word(Participant.Kind.self) }
        let party = take { () throws(DocumentFault) in try node.required("party").name() }
        let callsign = take { () throws(DocumentFault) in try node.required("callsign").spokenName() }
        let languages = take { () throws(DocumentFault) in
            try node.required("languages").texts(longest: 8, most: Self.mostWords, "languages")
        }
        if !Self.isIdentifier(identifier) {
            faults.append(
                node.fault(
                    "an identifier has 1 to 64 letters, digits and . _ -, in ASCII",
                    "в идентификаторе от 1 до 64 букв, цифр и . _ -, только из ASCII"))
        }
        guard let kind, let party, let callsign, let languages else { return nil }
        var read = Participant(
            identifier: identifier, kind: kind, party: party, callsign: callsign, languages: languages)
        read.track = take { () throws(DocumentFault) in try node.child("track")?.text(longest: 64) }
        read.position = take { () throws(DocumentFault) in try node.child("position")?.place() }
        read.operatorName = take { () throws(DocumentFault) in try node.child("operator")?.text(longest: 120) }
        read.dangerRadius = take { () throws(DocumentFault) in try node.child("danger-radius")?.positiveLength() }
        read.start = node.child("start").flatMap { start($0) }
        if let performance = node.child("performance") { read.performance = self.performance(performance) }
        if let escape = node.child("on-abort") {
            open(escape, ["turn", "heading", "level"])
            read.escapeTurn = take { () throws(DocumentFault) in
                try escape.child("turn")?.word(EscapeManoeuvre.Turn.self)
            }
            read.escapeHeadingDegrees = take { () throws(DocumentFault) in
                try escape.child("heading")?.number(in: 0...360)
            }
            read.escapeLevel = take { () throws(DocumentFault) in try escape.child("level")?.level() }
        }
        return read
    }

    private mutating func start(_ node: DocumentNode) -> FlightStart? {
        open(node, ["position", "heading", "level", "speed"])
        let position = take { () throws(DocumentFault) in try node.required("position").place() }
        let heading = take { () throws(DocumentFault) in try node.required("heading").number(in: 0...360) }
        let level = take { () throws(DocumentFault) in try node.required("level").level() }
        let speed = take { () throws(DocumentFault) in try node.required("speed").speed() }
        guard let position, let heading, let level, let speed else { return nil }
        return FlightStart(position: position, headingDegrees: heading, level: level, speed: speed)
    }

    private mutating func performance(_ node: DocumentNode) -> FlightPerformance {
        open(node, ["bank", "climb-ft-min", "acceleration-mps2"])
        var performance = FlightPerformance()
        if let bank = take({ () throws(DocumentFault) in try node.child("bank")?.number(in: 5...75) }) {
            performance.bankDegrees = bank
        }
        if let climb = take({ () throws(DocumentFault) in try node.child("climb-ft-min")?.number(in: 100...60_000) }) {
            performance.climbFeetPerMinute = climb
        }
        if let change = take({ () throws(DocumentFault) in try node.child("acceleration-mps2")?.number(in: 0.1...20) })
        {
            performance.accelerationMetresPerSecondSquared = change
        }
        return performance
    }

    mutating func card(_ node: DocumentNode) -> ExerciseCard? {
        open(node, ["id", "kind", "crews", "fly", "messages", "say", "pass"])
        let identifier = take { () throws(DocumentFault) in try node.required("id").text(longest: 64) }
        let kind = take { () throws(DocumentFault) in try node.required("kind").word(ExerciseCard.Kind.self) }
        let crews = take { () throws(DocumentFault) in
            try node.required("crews").texts(longest: 64, most: Self.mostParticipants, "crews")
        }
        var routes: [String: [RoutePoint]] = [:]
        if let fly = node.child("fly") {
            let ways =
                take { () throws(DocumentFault) in try fly.entries(most: Self.mostParticipants, "flights") } ?? []
            for entry in ways {
                lines.note(entry.line, at: fly.keys + [entry.key])
                let points =
                    take { () throws(DocumentFault) in try entry.value.elements(most: Self.mostCards, "points") } ?? []
                routes[entry.key] = points.compactMap { point($0) }
            }
        }
        var messages: [Phraseology.MessageElement] = []
        let texts =
            take { () throws(DocumentFault) in
                try node.child("messages")?.elements(most: Self.mostCards, "messages")
            } ?? []
        for text in texts {
            if let message = take({ () throws(DocumentFault) in try text.message() }) { messages.append(message) }
        }
        let items = take { () throws(DocumentFault) in try node.child("say")?.exchangeItems() } ?? []
        let test = node.child("pass").map { passTest($0) } ?? PassTest()
        guard let identifier, let kind, let crews else { return nil }
        if !Self.isIdentifier(identifier) {
            faults.append(
                node.fault(
                    "an identifier has 1 to 64 letters, digits and . _ -, in ASCII",
                    "в идентификаторе от 1 до 64 букв, цифр и . _ -, только из ASCII"))
        }
        return ExerciseCard(
            identifier: identifier, kind: kind, crews: crews, routes: routes, messages: messages, items: items,
            test: test)
    }

    private mutating func point(_ node: DocumentNode) -> RoutePoint? {
        open(node, ["to", "level", "speed"])
        let position = take { () throws(DocumentFault) in try node.required("to").place() }
        let level = take { () throws(DocumentFault) in try node.required("level").level() }
        let speed = take { () throws(DocumentFault) in try node.required("speed").speed() }
        guard let position, let level, let speed else { return nil }
        return RoutePoint(position: position, level: level, speed: speed)
    }

    private mutating func passTest(_ node: DocumentNode) -> PassTest {
        open(node, ["within", "at-least", "at-most", "read-back", "languages"])
        return PassTest(
            withinSeconds: take { () throws(DocumentFault) in try node.child("within")?.seconds(in: 1...14_400) },
            atLeast: take { () throws(DocumentFault) in try node.child("at-least")?.positiveLength() },
            atMost: take { () throws(DocumentFault) in try node.child("at-most")?.positiveLength() },
            readBack: take { () throws(DocumentFault) in try node.child("read-back")?.flag() } ?? false,
            languages: take { () throws(DocumentFault) in
                try node.child("languages")?.texts(longest: 8, most: Self.mostWords, "languages")
            } ?? [])
    }

    /// As entries name participants and cards.
    static func isIdentifier(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || "._-".utf8.contains(byte)
            }
    }
}
