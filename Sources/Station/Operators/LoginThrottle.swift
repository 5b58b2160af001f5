/// Slows down guessing: per account and per address, whether or not there is such an account.
///
/// A few mistakes are free, since people make them; then each further one doubles the wait, up to a bound that keeps an officer
/// from being shut out for long by somebody else's guesses. State is bounded: the keys that have been quiet longest go first.
struct LoginThrottle: Sendable {
    /// How one kind of key is held back.
    struct Policy: Sendable {
        /// Mistakes that cost nothing.
        var freeMistakes: Int
        /// The wait after the first that does, seconds.
        var firstWaitSeconds: Double
        /// The longest wait, seconds.
        var longestWaitSeconds: Double
    }

    /// For one name: from 2 s to 5 minutes.
    static let account = Policy(freeMistakes: 5, firstWaitSeconds: 2, longestWaitSeconds: 300)
    /// For one address, from which several people may come: from 2 s to an hour.
    static let address = Policy(freeMistakes: 20, firstWaitSeconds: 2, longestWaitSeconds: 3_600)
    /// For this machine itself, from which all its officers come: one person's mistakes keep nobody from the watch for long.
    static let machine = Policy(freeMistakes: 20, firstWaitSeconds: 2, longestWaitSeconds: 60)
    /// Mistakes are forgotten after so long without one, seconds.
    static let memorySeconds = 3_600.0
    /// More keys than this are not remembered.
    static let mostKeys = 4_096

    private enum Key: Hashable, Sendable {
        case account(String)
        case address(String)

        var policy: Policy {
            switch self {
            case .account: LoginThrottle.account
            case .address("127.0.0.1"), .address("::1"): LoginThrottle.machine
            case .address: LoginThrottle.address
            }
        }
    }

    private struct Mistakes: Sendable {
        var count = 0
        var lastUnixSeconds: Double
        var blockedUntilUnixSeconds: Double
    }

    private var mistakes: [Key: Mistakes] = [:]

    /// How many seconds this attempt must wait; nil: it may be made now, and its outcome is to be told.
    ///
    /// - Parameter account: nil for an attempt that is at no account: the link of the first operator.
    func waitSeconds(account: String?, address: String?, at unixSeconds: Double) -> Double? {
        let waits = Self.keys(account, address).compactMap { key in
            mistakes[key].map { $0.blockedUntilUnixSeconds - unixSeconds }
        }
        // Bounded, so that a clock that was set back can't shut anybody out.
        let wait = min(waits.max() ?? 0, Self.address.longestWaitSeconds)
        return wait > 0 ? wait : nil
    }

    /// Notes an attempt before its outcome is known, so that many at once count as many. ``succeeded(account:address:)`` takes it back.
    mutating func attempted(account: String?, address: String?, at unixSeconds: Double) {
        for key in Self.keys(account, address) {
            var known = mistakes[key] ?? Mistakes(lastUnixSeconds: unixSeconds, blockedUntilUnixSeconds: 0)
            if unixSeconds - known.lastUnixSeconds > Self.memorySeconds { known.count = 0 }
            known.count += 1
            known.lastUnixSeconds = unixSeconds
            let beyond = known.count - key.policy.freeMistakes
            if beyond > 0 {
                let doubled = key.policy.firstWaitSeconds * Double(1 << min(beyond - 1, 20))
                known.blockedUntilUnixSeconds = unixSeconds + min(doubled, key.policy.longestWaitSeconds)
            }
            mistakes[key] = known
        }
        forgetQuietest()
    }

    /// The right password was given: the account begins anew, and the attempt does not count against the address.
    mutating func succeeded(account: String?, address: String?) {
        if let account { mistakes[.account(account)] = nil }
        guard let address, var known = mistakes[.address(address)] else { return }
        known.count = max(0, known.count - 1)
        if known.count <= Self.address.freeMistakes { known.blockedUntilUnixSeconds = 0 }
        mistakes[.address(address)] = known.count == 0 ? nil : known
    }

    private static func keys(_ account: String?, _ address: String?) -> [Key] {
        (account.map { [.account($0)] } ?? []) + (address.map { [.address($0)] } ?? [])
    }

    private mutating func forgetQuietest() {
        guard mistakes.count > Self.mostKeys else { return }
        let quietest = mistakes.sorted { $0.value.lastUnixSeconds < $1.value.lastUnixSeconds }
        for (key, _) in quietest.prefix(Self.mostKeys / 4) { mistakes[key] = nil }
    }
}
