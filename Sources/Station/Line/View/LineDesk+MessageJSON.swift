import Accord
import Phraseology

extension LineDesk {
    /// Keys of messages in the order in which they were signed.
    func inOrder(_ keys: some Sequence<LineKey>) -> [LineKey] {
        keys.compactMap { key in items[key].map { (key, $0) } }.sorted { left, right in
            if left.0.side == right.0.side { return left.1.order < right.1.order }
            return (left.1.atUnixSeconds, left.0.side.rawValue) < (right.1.atUnixSeconds, right.0.side.rawValue)
        }.map(\.0)
    }

    /// Writes a message as the interface describes `LineMessage`.
    func write(_ key: LineKey, at seconds: Double, to writer: inout JSONWriter) {
        guard let item = items[key], let progress = progress[key] else { return }
        let note = item.note
        let audience = progress.audience
        writer.object { object in
            object.field("id", note.identifier)
            object.field("side", key.side.rawValue)
            note.by.writeSpeaker("by", to: &object)
            object.field("coded", note.message.elements.map(\.canonicalText).joined(separator: "; "))
            LineWords.write("words", to: &object) { LineWords.text(note.message, in: $0, to: audience) }
            object.field("text", note.message.freeText)
            object.field("answers", note.answers)
            object.field("to", audience == .crew ? "crew" : "station")
            write(progress.kind, to: &object)
            write(progress.exchange.times, to: &object)
            object.field("stage", stage(progress).rawValue)
            object.field("open", progress.isOpen)
            object.field("closure", progress.exchange.closure.flatMap { progress.kind == .opening ? $0.rawValue : nil })
            object.field("reason", progress.stillOpen?.rawValue)
            object.field("reader", progress.exchange.reader)
            if item.isOutside { object.field("outside", true) }
            object.field("cameLate", item.lateUnixSeconds, decimals: 3)
            writeHearing(note, to: &object)
            writeReplies(key, progress, to: &object)
            writeMarks(key, to: &object)
            writeEscalation(progress, at: seconds, to: &object)
            LineWords.write("checkWord", to: &object) { CheckWord(of: note.message).words(in: $0) }
            object.array("voiced") { list in
                LineWords.voiced(note.message, to: audience).forEach { list.value($0) }
            }
        }
    }

    /// How far it has come; what asks for nothing is not “closed” by being sent.
    private func stage(_ progress: LineProgress) -> MessageStage {
        var times = progress.exchange.times
        if progress.exchange.awaited == .none, progress.exchange.closure == .acknowledged { times.closed = nil }
        return times.stage
    }

    private func write(_ kind: LineProgress.Kind, to writer: inout JSONWriter) {
        switch kind {
        case .opening: writer.field("kind", "opening")
        case .heard: writer.field("kind", "heard")
        case .reply: writer.field("kind", "reply")
        case .repetition(let root):
            writer.field("kind", "repetition")
            writer.field("repeats", root.identifier)
        }
    }

    private func write(_ times: MessageTimes, to writer: inout JSONWriter) {
        writer.object("times") {
            $0.field("written", times.written, decimals: 3)
            $0.field("sent", times.sent, decimals: 3)
            $0.field("received", times.received, decimals: 3)
            $0.field("shown", times.shown, decimals: 3)
            $0.field("read", times.read, decimals: 3)
            $0.field("answered", times.answered, decimals: 3)
            $0.field("passedToCrew", times.passedToCrew, decimals: 3)
            $0.field("readBackMatched", times.readBackMatched, decimals: 3)
            $0.field("complied", times.complied, decimals: 3)
            $0.field("closed", times.closed, decimals: 3)
        }
    }

    private func writeHearing(_ note: LineNote, to writer: inout JSONWriter) {
        writer.field("late", note.isLate ? true : nil)
        guard let heard = note.heard else { return }
        writer.object("heard") {
            $0.field("channel", heard.channel)
            $0.field("by", heard.by)
            $0.field("time", heard.time.unixSeconds, decimals: 3)
        }
    }

    private func writeReplies(_ key: LineKey, _ progress: LineProgress, to writer: inout JSONWriter) {
        writer.array("replies") { list in progress.replies.forEach { list.value($0.identifier) } }
        writer.array("strangers") { list in progress.strangers.forEach { list.value($0.identifier) } }
        let awaited = progress.exchange.awaited
        writer.field("needsReadBack", awaited.needsReadBack)
        writer.array("replySet") { list in
            if progress.isOpen { awaited.codes.forEach { list.value($0) } }
        }
        guard let mismatch = progress.mismatch else { return }
        writer.object("mismatch") { object in
            object.field("reply", mismatch.reply.identifier)
            LineWords.write(mismatch.differences, to: &object)
            if let proposal = mismatch.proposal { LineWords.write(proposal, "proposal", to: &object) }
        }
    }

    private func writeMarks(_ key: LineKey, to writer: inout JSONWriter) {
        guard let marks = marks[key] else { return }
        if let cancelled = marks.cancelled {
            writer.object("cancelled") {
                $0.field("at", cancelled.atUnixSeconds, decimals: 3)
                $0.field("by", cancelled.by?.name)
            }
        }
        guard !marks.compliance.isEmpty else { return }
        writer.array("compliance") { list in
            for compliance in marks.compliance {
                list.object {
                    $0.field("side", compliance.side.rawValue)
                    $0.field("at", compliance.mark.atUnixSeconds, decimals: 3)
                    $0.field("by", compliance.mark.by?.name)
                    $0.field("complied", compliance.complied)
                    $0.field("seen", compliance.seen)
                }
            }
        }
    }

    private func writeEscalation(_ progress: LineProgress, at seconds: Double, to writer: inout JSONWriter) {
        let due = progress.isOpen ? progress.exchange.stepsDue(at: seconds) : []
        guard !due.isEmpty else { return }
        writer.array("escalation") { list in
            for (step, since) in due {
                list.object {
                    switch step.measure {
                    case .sound: $0.field("measure", "sound")
                    case .nextContact(let name):
                        $0.field("measure", "next-contact")
                        $0.field("whom", name)
                    case .telephone(let number):
                        $0.field("measure", "telephone")
                        $0.field("whom", number)
                    }
                    $0.field("since", since, decimals: 3)
                }
            }
        }
    }
}
