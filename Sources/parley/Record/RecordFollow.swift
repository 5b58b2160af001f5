import ArgumentParser
import Foundation
import Record
import Station

/// `parley record follow`: a verified, cosigned copy of somebody else's record.
struct RecordFollow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow",
        abstract: "Keep a copy of a record at an address: verified before it is stored, stored before it is cosigned.",
        discussion: """
            Takes up where it was after any break, of the network or of itself. A history that was rewritten is refused, and \
            both signed checkpoints are kept.
            """)

    @Argument(help: ArgumentHelp("The address of the record.", valueName: "address")) var address: String
    @Argument(help: ArgumentHelp("Where to keep the copy.", valueName: "dir"), completion: .directory)
    var directory: String
    @Option(help: ArgumentHelp("The verifier key of the record.", valueName: "vkey")) var key: String
    @Option(help: ArgumentHelp("The private key to cosign with.", valueName: "file")) var cosigner: String?
    @Flag(help: "Stop when the copy is up to date, instead of following on.") var once = false

    func run() async throws {
        try await explained {
            let replica = try await Replica(
                RecordDirectory(directory), following: try VerifierKey(key),
                cosigner: try cosigner.map { try SigningKey(readingFrom: $0) })
            let follower = try ReplicaFollower(replica, address: address)
            do {
                if once {
                    let outcome = try await follower.catchUp()
                    print("\(outcome.checkpoint?.checkpoint.size ?? 0) entries are here, verified.")
                } else {
                    try await follower.run { event in tell(event.description) }
                }
            } catch {
                try? await replica.finish()
                throw error
            }
            try await replica.finish()
        }
    }
}
