import Accord
import HTTPTypes
import Hummingbird
import Phraseology

/// What helps to compose: suggestions, words to code, code to words, a read-back compared, a proposal, the voice.
struct LineComposeRoutes: Sendable {
    let line: LineService
    let board: PictureBoard
    /// Whose aircraft a track is, as far as anybody has said.
    let owner: @Sendable (PictureTrack) -> String?
    private let suggestions = LineSuggestions()
    private let heardSuggestions = LineSuggestions(heard: true)

    init(line: LineService, board: PictureBoard, owner: @escaping @Sendable (PictureTrack) -> String?) {
        self.line = line
        self.board = board
        self.owner = owner
    }

    var routes: [Route] {
        [
            Route(method: "GET", template: "/api/line/suggest") { call in
                try call.allowQuery("text", "heard")
                let text = try call.text("text")
                let isHeard = call.query["heard"] == "true"
                return suggest(text, isHeard: isHeard)
            },
            Route(method: "GET", template: "/api/line/render") { call in
                try call.allowQuery("message", "to", "text")
                return try render(call)
            },
            Route(method: "GET", template: "/api/line/readback") { call in
                try call.allowQuery("peer", "message", "text")
                return try await LineAnswers.checking { try await readBack(call) }
            },
            Route(method: "GET", template: "/api/line/proposal") { call in
                try call.allowQuery("a", "b", "peer", "tell")
                return try await LineAnswers.checking { try await proposal(call) }
            },
            Route(method: "GET", template: "/api/line/voice") { call in
                try call.allowQuery("message", "language", "to")
                return try await voice(call)
            },
        ]
    }

    private func suggest(_ text: String, isHeard: Bool) -> Response {
        let understanding = MessageParser.parse(text)
        let elements = understanding.elements.flatMap { elements in
            isHeard || !elements.contains { $0.definition.isBetweenCrewsOnly } ? elements : nil
        }
        return Answers.json {
            $0.object { object in
                object.array("suggestions") { list in
                    for element in (isHeard ? heardSuggestions : suggestions).elements(for: text) {
                        element.write(to: &list)
                    }
                }
                if let elements, let message = try? LineMessage(elements) {
                    LineWords.write(message, "understood", to: &object)
                }
                object.array("unclear") { list in understanding.unclear.forEach { list.value($0) } }
            }
        }
    }

    /// A message that is being filled in: its words, or what is wrong with it.
    private func render(_ call: Call) throws -> Response {
        let coded = call.query["message"] ?? ""
        let audience: Audience = call.query["to"] == "crew" ? .crew : .station
        let free = call.query["text"].flatMap { $0.isEmpty ? nil : $0 }
        guard coded.unicodeScalars.count <= 1_000 else { throw Problem.badRequest("“message” is too long") }
        let result: Result<LineMessage, PhraseologyError>
        do throws(PhraseologyError) {
            let elements = coded.allSatisfy(\.isWhitespace) ? [] : try LineMessage(parsing: coded).elements
            let message = try LineMessage(elements, freeText: free)
            if audience == .station { try message.checkBetweenStations() }
            result = .success(message)
        } catch {
            result = .failure(error)
        }
        return Answers.json {
            $0.object { object in
                switch result {
                case .failure(let error):
                    object.field("fault", error.description)
                    object.field("parameter", error.parameter)
                case .success(let message):
                    object.field("message", message.elements.map(\.canonicalText).joined(separator: "; "))
                    LineWords.write("words", to: &object) { LineWords.text(message, in: $0, to: audience) }
                    object.field("text", message.freeText)
                    object.field("action", message.reply.asksForAction)
                    LineWords.write("checkWord", to: &object) { CheckWord(of: message).words(in: $0) }
                    object.array("voiced") { list in
                        LineWords.voiced(message, to: audience).forEach { list.value($0) }
                    }
                }
            }
        }
    }

    private func readBack(_ call: Call) async throws -> Response {
        let text = try call.text("text")
        let message = try await line.message(call.text("message", maximum: 64), of: call.text("peer", maximum: 32))
        let readBack = ReadBack(of: message, heard: text)
        let said = MessageParser.parse(text, mode: .readBack).elements
        return Answers.json {
            $0.object { object in
                switch readBack.outcome {
                case .matches: object.field("outcome", "matches")
                case .differs(let differences):
                    object.field("outcome", "differs")
                    LineWords.write(differences, to: &object)
                case .notUnderstood(let reasons):
                    object.field("outcome", "not-understood")
                    object.array("unclear") { list in reasons.forEach { list.value($0) } }
                }
                if let said { object.field("message", said.map(\.canonicalText).joined(separator: "; ")) }
            }
        }
    }

    private func proposal(_ call: Call) async throws -> Response {
        let (a, b) = (try call.text("a", maximum: 64), try call.text("b", maximum: 64))
        let tracks = board.current.tracks
        guard let first = tracks.first(where: { $0.identifier == a }),
            let second = tracks.first(where: { $0.identifier == b })
        else { throw Problem.notFound("one of the two is no longer in the picture") }
        let peers = await line.peers()
        let (told, other) = told(first, second, asked: call.query["tell"], peers: Set(peers))
        let proposal = try ConflictProposal(telling: told, about: other)
        let peer = call.query["peer"] ?? owner(told) ?? peers.first
        return Answers.json {
            $0.object { object in
                object.field("peer", peer)
                object.field("told", proposal.told)
                object.field("toldCallsign", told.callsign)
                object.field("about", proposal.about)
                LineWords.write(proposal.message, "proposal", to: &object)
            }
        }
    }

    /// Told is the one that was asked for, else the one that a peer flies, else the first.
    private func told(
        _ first: PictureTrack, _ second: PictureTrack, asked: String?, peers: Set<String>
    ) -> (PictureTrack, PictureTrack) {
        if let asked { return asked == second.identifier ? (second, first) : (first, second) }
        let isSecond = owner(second).map(peers.contains) == true && owner(first).map(peers.contains) != true
        return isSecond ? (second, first) : (first, second)
    }

    private func voice(_ call: Call) async throws -> Response {
        let audience: Audience = call.query["to"] == "crew" ? .crew : .station
        do {
            let table = try LanguageTable.named(call.text("language", maximum: 8))
            let message = try LineMessage(parsing: call.text("message"))
            let words = try Renderer(table, style: .spoken, audience: audience).voiceText(message)
            let spoken = try await LineVoice(language: table.code).speak(words)
            return Response(
                status: .ok, headers: [.contentType: "audio/wav", .cacheControl: "no-store"],
                body: .init(byteBuffer: ByteBuffer(bytes: spoken.sound)))
        } catch let error as PhraseologyError {
            throw Problem.conflict(error.description)
        } catch let error as LineVoiceError {
            throw Problem.conflict(error.description)
        }
    }
}

extension PhraseologyError {
    /// The parameter that is at fault, where it is one.
    var parameter: String? {
        switch self {
        case .unknownParameter(_, let name, _), .missingParameter(_, let name, _), .badValue(let name, _, _): name
        default: nil
        }
    }
}

extension LineService {
    /// Parties that there is a line to.
    func peers() -> [String] { lines.keys.sorted() }

    /// A message of either side.
    func message(_ identifier: String, of peer: String) throws(LineError) -> LineMessage {
        for side in [LineSide.theirs, .ours] {
            if let item = desks[peer]?.items[LineKey(side: side, identifier: identifier)] { return item.note.message }
        }
        throw LineError.unknownMessage(identifier)
    }
}
