import Synchronization

/// Why a peer is held to less than the usual pace.
enum IntakeHold: Sendable, Hashable {
    /// The disk of this station is nearly full.
    case disk
    /// The peer has sent more than it may on one day.
    case quota

    /// The reason in words short enough for a screen.
    func words(of peer: String) -> String {
        switch self {
        case .disk: "\(peer) is read slowly: the disk of this station is nearly full"
        case .quota: "\(peer) is read slowly until midnight UTC: it has sent more than it may on one day"
        }
    }
}

/// How much of one peer is taken on one UTC day at the usual pace. Pure: the time is given.
struct IntakeQuota: Sendable {
    /// What one peer may send on one day unless the settings say otherwise, bytes: two thousand aircraft with a report a second, day and
    /// night, are seven tenths of it. At full pace a flood would bring as much in two hours.
    static let usualBytesPerDay = 100 << 30

    private let bytesPerDay: Int
    private var day = -Double.infinity
    private var bytes = 0

    /// Nothing has come yet.
    init(bytesPerDay: Int = usualBytesPerDay) { self.bytesPerDay = bytesPerDay }

    /// Counts what came, and says whether it is beyond the quota of that day. A clock that goes back begins no new day.
    mutating func take(bytes more: Int, atUnixSeconds now: Double) -> Bool {
        let today = (now / 86_400).rounded(.down)
        if today > day {
            day = today
            bytes = 0
        }
        bytes += more
        return bytes > bytesPerDay
    }
}

/// The quotas of all peers, across the channels with each. They are of this run of the station.
final class IntakeQuotas: Sendable {
    private let quotas = Mutex<[String: IntakeQuota]>([:])
    private let bytesPerDay: Int

    /// Quotas of so much for each peer.
    init(bytesPerDay: Int = IntakeQuota.usualBytesPerDay) { self.bytesPerDay = bytesPerDay }

    /// Counts what came of a peer, and says whether that is beyond its quota.
    func take(bytes: Int, of peer: String, atUnixSeconds now: Double) -> Bool {
        quotas.withLock {
            $0[peer, default: IntakeQuota(bytesPerDay: bytesPerDay)].take(bytes: bytes, atUnixSeconds: now)
        }
    }
}
