import Accord
import Foundation
import Record
import Testing

@testable import Station

/// A file that is wrong is refused, and the stations that reach each other go on as before.
@Suite("A bad courier file", .timeLimit(.minutes(3))) struct BadCourierTests {
    /// A record of a day that never comes, before all others that are still to follow.
    private static let origin = "parley/EAST/to/WEST/A1/9999-12-31"

    /// A bundle, unpacked, that holds nothing but this head.
    private func bundle(_ head: SignedCheckpoint, in station: TestStation) throws -> String {
        let folder = "\(station.directory.path)/bundle-\(UInt32.random(in: 0 ... .max))"
        try SystemFiles().makeDirectories("\(folder)/\(Self.origin)", permissions: 0o700)
        try Data(head.bytes).write(to: URL(fileURLWithPath: "\(folder)/\(Self.origin)/checkpoint"))
        return folder
    }

    private func head(signedBy key: SigningKey) throws -> SignedCheckpoint {
        try SignedCheckpoint(
            signing: Checkpoint(origin: Self.origin, size: 5, root: .leaf([1])), with: key.renamed(Self.origin))
    }

    @Test("signed by somebody else, or not whole, is refused at once, and the live link goes on")
    func theLinkGoesOn() async throws {
        try await withPair { west, east in
            let channel = try await east.channel(to: west)
            _ = try await channel.append([try message(0, by: "EAST")])
            try await eventually("the first came") { await west.handler.texts.count == 1 }
            let stranger = try SigningKey(name: "EAST")
            let wrong: [(key: SigningKey, fault: String)] = [
                (stranger, "not signed with a key of EAST"), (east.identity, "is not there"),
            ]
            for (number, (key, fault)) in wrong.enumerated() {
                let folder = try bundle(try head(signedBy: key), in: west)
                let incoming = PeerImport(peer: "EAST", party: "WEST", table: try west.part.table)
                do {
                    _ = try await incoming.run(folder)
                    Issue.record("it was taken in")
                } catch { #expect("\(error)".contains(fault), "\(error)") }
                let watched = try await west.channel(to: east)
                #expect(await watched.offline.isEmpty)
                _ = try await channel.append([try message(number + 1, by: "EAST")])
                try await eventually("the next came") { await west.handler.texts.count == number + 2 }
                #expect(await watched.currentState().alarm == nil)
            }
        }
    }
}
