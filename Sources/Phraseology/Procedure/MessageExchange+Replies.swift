extension MessageExchange {
    /// Takes a reply: its answering words first, then what it reads back.
    mutating func take(_ reply: LineMessage, at seconds: Double) -> [Action] {
        guard times.closed == nil else { return [] }
        if reply.elements.contains(where: { $0.code.hasPrefix("RA.") && $0.code != "RA.CLEAR" }) {
            return set(\.answered, seconds) + close(.resolutionAdvisory, at: seconds)
        }
        let codes = reply.elements.map(\.code)
        let known = awaited.codes
        let isReadBack =
            awaited.needsReadBack
            && reply.elements.contains { sent in
                message.elements.contains { $0.code == sent.code }
            }
        guard isReadBack || codes.contains(where: known.contains) else {
            return [.notAReply(codes.first ?? "free text")]
        }
        var actions = set(\.answered, seconds)
        if codes.contains("RSP.UNABLE") { return actions + close(.unable, at: seconds) }
        if awaited == .yesOrNo, codes.contains("RSP.NEGATIVE") { return actions + close(.refused, at: seconds) }
        if isReadBack {
            let readBack = ReadBack(of: message, heard: reply.elements)
            if readBack.outcome != .matches { return actions + take(readBack, at: seconds) }
            actions += set(\.readBackMatched, seconds)
        }
        return actions + settle(codes, at: seconds)
    }

    /// Takes a read-back that was compared.
    mutating func take(_ readBack: ReadBack, at seconds: Double) -> [Action] {
        guard times.closed == nil, awaited.needsReadBack else { return [] }
        guard case .matches = readBack.outcome else {
            var differences: [ReadBackDifference] = []
            if case .differs(let found) = readBack.outcome { differences = found }
            return [.mismatch(differences, proposal: readBack.proposal)]
        }
        return set(\.readBackMatched, seconds) + settle(readBack.answers.map(\.code), at: seconds)
    }

    /// Closes the message when nothing more is awaited; otherwise says what is.
    private mutating func settle(_ codes: [String], at seconds: Double) -> [Action] {
        if codes.contains("RSP.STANDBY") {
            wait(from: seconds)
            return [.stillOpen(.standingBy)]
        }
        guard awaited.asksForAction else {
            guard codes.contains(where: awaited.closing.contains) else { return [.stillOpen(.onlyReceived)] }
            let closure: Closure =
                switch awaited {
                case .yesOrNo: .agreed
                case .answer: .answered
                default: .acknowledged
                }
            return close(closure, at: seconds)
        }
        var actions: [Action] = []
        if codes.contains("RSP.WILCO") { actions += set(\.passedToCrew, seconds) }
        switch (times.passedToCrew, times.readBackMatched) {
        case (.some, .some): return actions + close(.agreed, at: seconds)
        case (.some, .none): return actions + [.stillOpen(.readBackAwaited)]
        case (.none, .some): return actions + [.stillOpen(.answerAwaited)]
        case (.none, .none): return actions + [.stillOpen(.onlyReceived)]
        }
    }
}
