import Accord
import Exercise
import Logging

/// What the other side begins and breaks off.
extension RunDesk {
    /// Says that the other side has broken off a run that is not the one that is followed: whoever flies in it is to hear of it, whatever
    /// this station knows of the run.
    func tellOfAbort(_ received: ReceivedEntry) {
        guard let body = try? received.entry.body(AbortBody.self) else { return }
        if let followed, followed.run.identifier == body.run, followed.standing.scope == received.scope { return }
        refuse("\(received.peer) breaks off \(body.run), which is not followed here")
    }

    /// Follows a run that the other side has begun.
    func join(_ body: RunBody, of peer: String, under agreement: String, at: Double) async {
        guard followed?.isOver ?? true else {
            return refuse("\(peer) began \(body.run) while another run goes on here")
        }
        do {
            let (version, standing) = try await plans.signed(body.plan, under: agreement)
            guard let plan = version.plan, standing.peers.contains(peer), followed?.isOver ?? true else { return }
            let start = body.simulated ? Self.start(of: body.run) ?? at.rounded(.down) : context.clock.now()
            try begin(
                plan, identifier: body.run, isSimulated: body.simulated, leader: peer, by: body.by, under: standing,
                start: start)
        } catch { refuse("\(peer) began a run of \(body.plan), which is not followed here: \(error)") }
    }

    func refuse(_ reason: String) {
        guard reason != refusal else { return }
        refusal = reason
        isChanged = true
        context.logger.warning("a run is not followed", metadata: ["reason": "\(reason)"])
    }

    /// A run is named after the second in which it began, so that two stations simulate the same flights.
    static func name(startingAt second: Double) -> String { "run-\(Int(second))" }

    static func start(of run: String) -> Double? {
        run.split(separator: "-").last.flatMap { Double($0) }.flatMap { (0...1e11).contains($0) ? $0 : nil }
    }
}
