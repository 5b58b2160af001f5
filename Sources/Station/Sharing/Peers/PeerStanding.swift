import Accord

/// Another party as it stands with us: how it reaches us, and what rests between us and it.
struct PeerStanding: Sendable, Equatable {
    /// A party that has suspended an agreement.
    struct Suspension: Sendable, Equatable {
        /// The party.
        var party: String
        /// Since when, Unix seconds.
        var sinceUnixSeconds: Double
    }

    /// An agreement with it that holds.
    struct Held: Sendable, Equatable {
        /// The agreement.
        var agreement: String
        /// Who has suspended it, the first first; empty: it is in force.
        var suspensions: [Suspension]
    }

    /// Its name.
    var name: String
    /// How its records reach us: as the worst of them does.
    var link: ChannelState.Link
    /// Why they do not, in plain words.
    var reason: String?
    /// The agreements that hold.
    var agreements: [Held]

    /// All peers as they stand at a time.
    static func all(
        _ peers: [String], channels: [ChannelState], standings: some Collection<AgreementStanding>,
        atUnixSeconds time: Double
    ) -> [PeerStanding] {
        peers.map { peer in
            let own = channels.filter { $0.peer == peer }
            // First contact is over once an agreement has a channel of its own.
            let under = own.filter { $0.scope != .contact }
            let worst = (under.isEmpty ? own : under).max { $0.link.severity < $1.link.severity }
            let held = standings.filter { standing in
                switch standing.state(atUnixSeconds: time) {
                case .inForce, .suspended:
                    standing.version(atUnixSeconds: time)?.agreement.party(peer) != nil
                default: false
                }
            }
            return PeerStanding(
                name: peer, link: worst?.link ?? .waiting, reason: worst?.alarm ?? worst?.reason,
                agreements: held.map { Held($0, atUnixSeconds: time) }.sorted { $0.agreement < $1.agreement })
        }
    }

    /// Writes it as the interface describes `PeerStanding`.
    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("name", name)
            $0.field("link", link.rawValue)
            $0.field("reason", reason)
            $0.array("agreements") { list in
                for held in agreements {
                    list.object {
                        $0.field("agreement", held.agreement)
                        $0.array("suspended") { list in
                            for one in held.suspensions {
                                list.object {
                                    $0.field("party", one.party)
                                    $0.field("since", one.sinceUnixSeconds, decimals: 3)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

extension PeerStanding.Held {
    /// An agreement as it stands at a time.
    fileprivate init(_ standing: AgreementStanding, atUnixSeconds time: Double) {
        agreement = standing.identifier
        suspensions = standing.suspended(atUnixSeconds: time).map {
            PeerStanding.Suspension(party: $0.party, sinceUnixSeconds: $0.sinceUnixSeconds)
        }
    }
}

extension ChannelState.Link {
    /// How bad it is, the worst highest.
    fileprivate var severity: Int {
        switch self {
        case .connected: 0
        case .waiting: 1
        case .behind: 2
        case .disconnected: 3
        case .stopped: 4
        }
    }
}
