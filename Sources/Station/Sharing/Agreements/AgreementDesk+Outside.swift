import Accord

extension AgreementDesk {
    /// Whether what a peer wrote was outside the standing of its agreement when it came: it is kept and marked, and calls nobody.
    ///
    /// Of an agreement that nothing is known of nothing can be said.
    func isOutside(_ received: ReceivedEntry, isDistress: Bool) -> Bool {
        guard case .agreement(let identifier) = received.scope, let standing = standings[identifier],
            standing.isOutside(
                received.entry.type, isDistress: isDistress, receivedUnixSeconds: received.receivedUnixSeconds)
        else { return false }
        if !received.isHistory { context.metrics.exchange.outsideEntries.add(1) }
        return true
    }
}
