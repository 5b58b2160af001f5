import Accord
import Synchronization

/// An agreement of this party as it stands at a moment: what holds, and what may flow under it.
struct StandingAgreement: Sendable {
    /// The version that holds.
    var document: AgreementDocument
    /// What may flow now.
    var flow: AgreementFlow
    /// The other parties of it.
    var peers: [String]
    /// The zones that are active, by identifier: their minima hold.
    var activeZones: Set<String> = []

    /// Its identifier.
    var identifier: String { document.agreement.identifier }
    /// The scope of its records.
    var scope: ChannelScope { .agreement(identifier) }
}

extension AgreementStanding {
    /// Whether a party has put forward or signed any version.
    func hasWritten(_ party: String) -> Bool {
        versions.values.contains { version in
            version.signatures[party] != nil || version.proposals.contains { $0.party == party }
        }
    }
}

/// The agreements that hold now, for everybody in the station to read at any time.
final class AgreementShelf: Sendable {
    private let standing = Mutex<[StandingAgreement]>([])

    /// Those that are in force or suspended, by identifier.
    var current: [StandingAgreement] { standing.withLock { $0 } }

    /// The agreement of an identifier.
    func agreement(_ identifier: String) -> StandingAgreement? { current.first { $0.identifier == identifier } }

    /// Puts up what holds now.
    func put(_ agreements: [StandingAgreement]) {
        standing.withLock { $0 = agreements.sorted { $0.identifier < $1.identifier } }
    }
}
