import Accord
import Airspace
import Hummingbird

/// Asking “is this yours?”, and answering it.
struct QuestionRoutes: Sendable {
    let desk: QuestionDesk
    let shelf: AgreementShelf
    let sender: AgreementSender
    let context: NodeContext

    private static let roles: Set<Role> = [.watchOfficer, .planner, .administrator]

    var routes: [Route] {
        [
            Route(method: "GET", template: "/api/questions") { call in
                try call.allowQuery()
                return Answers.json { write(to: &$0) }
            },
            Route(method: "GET", template: "/api/questions/candidates") { call in
                try call.allowQuery("track")
                let track = try track(call.query["track"] ?? "")
                let picture = context.board.current
                let found = CivilCandidate.near(track, in: picture.tracks, at: picture.timeUnixSeconds)
                return Answers.json {
                    $0.object {
                        $0.array("candidates") { list in for one in found { one.write(to: &list) } }
                    }
                }
            },
            Route(method: "POST", template: "/api/questions", roles: Self.roles) { call in
                try call.allowQuery()
                let fields = try RequestFields(call.body, known: ["to", "track"])
                let question = try await ask(
                    fields.text("to", maximum: 32), about: track(try fields.text("track", maximum: 64)),
                    by: try call.actor())
                return Answers.json(status: .created) { $0.object { $0.field("question", question) } }
            },
            Route(
                method: "POST", template: "/api/questions/{peer}/{agreement}/{question}/answer", roles: Self.roles
            ) { call in
                try call.allowQuery()
                try await answer(call)
                return Answers.done
            },
        ]
    }

    private func track(_ identifier: String) throws(Problem) -> PictureTrack {
        guard let track = context.board.current.tracks.first(where: { $0.identifier == identifier }) else {
            throw Problem.notFound("no aircraft “\(identifier.prefix(64))” is in the picture")
        }
        return track
    }

    private func ask(_ peer: String, about track: PictureTrack, by person: Person) async throws -> String {
        guard track.shared == nil || track.shared?.isSeenHere == true else {
            throw Problem.conflict(
                "\(track.shared?.party ?? "its party") discloses this aircraft: it is known whose it is")
        }
        guard !track.isOurs else { throw Problem.conflict("\(track.identifier) is on our own list") }
        guard let standing = shelf.current.first(where: { $0.peers.contains(peer) }) else {
            throw Problem.conflict("no agreement with “\(peer.prefix(32))” holds, under which it could be asked")
        }
        guard desk.left(of: peer, under: standing) > 0 else {
            throw Problem(
                status: 429, title: "Budget used up",
                detail:
                    "\(standing.identifier) lets us ask \(standing.document.agreement.questions.budget) questions in its time; ask later"
            )
        }
        var level: Double?
        if case .pressure(let feet) = track.state.level { level = feet.rounded() }
        let number = Secrets.hexadecimal(Secrets.bytes(6))
        let body = QuestionBody(
            question: "q-\(number)", lat: (track.state.position.latitudeDegrees * 1e4).rounded() / 1e4,
            lon: (track.state.position.longitudeDegrees * 1e4).rounded() / 1e4, levelFt: level,
            time: EntryTime(unixSeconds: track.state.timeUnixSeconds), by: person)
        _ = try await sender.send([body], to: peer, under: standing)
        return body.question
    }

    private func answer(_ call: Call) async throws {
        let fields = try RequestFields(call.body, known: ["answer"])
        let (peer, agreement, question) = (call.parameters[0], call.parameters[1], call.parameters[2])
        guard let answer = AnswerBody.Answer(rawValue: try fields.text("answer", maximum: 16)) else {
            throw fields.missing("answer", "ours, not-known or no-comment")
        }
        guard let asked = desk.received(question, from: peer, under: agreement) else {
            throw Problem.notFound("\(peer.prefix(32)) has asked no question “\(question.prefix(64))”")
        }
        guard asked.answer == nil else { throw Problem.conflict("it has been answered") }
        guard let standing = shelf.agreement(agreement) else {
            throw Problem.conflict("no agreement “\(agreement.prefix(32))” holds now")
        }
        let body = AnswerBody(
            question: question, answer: answer, automatic: false, notice: AnswerBody.standardNotice,
            by: try call.actor())
        _ = try await sender.send([body], to: peer, under: standing)
    }

    private func write(to writer: inout JSONWriter) {
        writer.object {
            $0.array("questions") { list in for asked in desk.all { asked.write(to: &list) } }
            $0.array("budgets") { list in
                for standing in shelf.current {
                    for peer in standing.peers {
                        list.object {
                            $0.field("peer", peer)
                            $0.field("agreement", standing.identifier)
                            $0.field("left", desk.left(of: peer, under: standing))
                            $0.field("budget", standing.document.agreement.questions.budget)
                        }
                    }
                }
            }
        }
    }
}

extension QuestionDesk.Asked {
    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("peer", peer)
            $0.field("agreement", agreement)
            $0.field("question", body.question)
            $0.field("ours", isOurs)
            $0.field("lat", body.lat, decimals: 6)
            $0.field("lon", body.lon, decimals: 6)
            $0.field("levelFt", body.levelFt, decimals: 0)
            $0.field("time", body.time.unixSeconds, decimals: 3)
            $0.field("written", writtenUnixSeconds, decimals: 3)
            $0.field("received", receivedUnixSeconds, decimals: 3)
            $0.field("late", isLate)
            body.by.write("by", to: &$0)
            $0.field("waits", waitsBecause)
            $0.array("candidates") { list in candidates.forEach { list.value($0) } }
            if let answer {
                $0.field("answer", answer.answer.rawValue)
                $0.field("automatic", answer.automatic)
                $0.field("notice", answer.notice)
                $0.field("answered", answeredUnixSeconds, decimals: 3)
                $0.field("answerLate", isAnswerLate)
                answer.by.write("answeredBy", to: &$0)
            }
        }
    }
}

extension CivilCandidate {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("id", identifier)
            $0.field("callsign", callsign)
            $0.field("horizontalMetres", horizontalMetres, decimals: 0)
            $0.field("verticalFeet", verticalFeet, decimals: 0)
        }
    }
}
