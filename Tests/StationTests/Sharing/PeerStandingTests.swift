import Accord
import Testing

@testable import Station

/// How the other parties stand, for whoever asks.
@Suite struct PeerStandingTests {
    private static func channel(
        _ peer: String, _ scope: ChannelScope, _ link: ChannelState.Link, reason: String? = nil
    ) -> ChannelState {
        var state = ChannelState(peer: peer, scope: scope)
        (state.link, state.reason) = (link, reason)
        return state
    }

    @Test("The worst channel under an agreement counts, and first contact only as long as there is no other")
    func links() {
        let peers = PeerStanding.all(
            ["EAST", "NORTH", "SOUTH"],
            channels: [
                Self.channel("EAST", .contact, .stopped), Self.channel("EAST", .agreement("A"), .connected),
                Self.channel("EAST", .agreement("B"), .disconnected, reason: "no connection"),
                Self.channel("SOUTH", .contact, .connected),
            ], standings: [], atUnixSeconds: SharingSamples.time)
        #expect(peers.map(\.link) == [.disconnected, .waiting, .connected])
        #expect(peers.map(\.reason) == ["no connection", nil, nil])
    }

    @Test("A station says without an operator who its peers are")
    func answer() async throws {
        let scratch = try Scratch()
        try await NodeHarness.run(in: scratch) { node in
            let client = ControlClient(directory: node.directory.path, as: nil) { _ in "" }
            try await eventually("the socket is there") { (try? await client.get("/api/station")) != nil }
            #expect(String(decoding: try await client.get("/api/station"), as: UTF8.self).contains(#""peers":[]"#))
        }
    }

    @Test("It is written with who has suspended what since when")
    func json() {
        let suspension = PeerStanding.Suspension(party: "EAST", sinceUnixSeconds: 1_700_000_000)
        var writer = JSONWriter()
        PeerStanding(
            name: "EAST", link: .connected,
            agreements: [.init(agreement: "SEINE-1", suspensions: [suspension])]
        ).write(to: &writer)
        #expect(
            writer.text
                == #"{"name":"EAST","link":"connected","agreements":[{"agreement":"SEINE-1","suspended":[{"party":"EAST","since":1700000000}]}]}"#
        )
    }
}
