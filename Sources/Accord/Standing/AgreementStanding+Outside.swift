extension AgreementStanding {
    /// A party that has not yet seen that an agreement was suspended or ended, or whose clock is a little off, is not at fault,
    /// seconds.
    public static let graceSeconds = 10.0

    /// Whether an entry of a party that came at a time was not to be written then, nor shortly before or after.
    ///
    /// Such an entry stays what it is, as evidence of what was sent. It calls nobody.
    ///
    /// - Parameters:
    ///   - type: its type.
    ///   - isDistress: whether it speaks of distress (``EntryPermission/isDistress(_:)``).
    ///   - time: when it came, Unix seconds, by the clock of the station that received it.
    public func isOutside(_ type: String, isDistress: Bool, receivedUnixSeconds time: Double) -> Bool {
        [time, time - Self.graceSeconds, time + Self.graceSeconds].allSatisfy { moment in
            !EntryPermission.mayWrite(
                type, isDistress: isDistress, in: .agreement, flow: flow(atUnixSeconds: moment))
        }
    }
}
