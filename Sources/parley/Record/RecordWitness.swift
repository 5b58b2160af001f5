import ArgumentParser
import Record
import Station

/// `parley record witness`: cosigns what only grows.
struct RecordWitness: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness",
        abstract: "Cosign checkpoints of the records named, and of each only consistent growth.",
        discussion: """
            Answers POST /add-checkpoint as C2SP tlog-witness has it. What was cosigned is stored before it is sent, so \
            that neither a kill nor a restart can make this witness cosign a second history. The key is made on the first \
            start; the verifier key of its cosignatures is printed first.
            """)

    @Option(help: ArgumentHelp("Where to listen.", valueName: "host:port")) var listen = "127.0.0.1:8491"
    @Option(help: ArgumentHelp("The file of the witness's private key; made when it is not there.", valueName: "file"))
    var key: String
    @Option(help: ArgumentHelp("The name of the witness, for a key that is made now.", valueName: "name"))
    var name: String?
    @Option(help: ArgumentHelp("The verifier key of a record to be witnessed; once for each.", valueName: "vkey"))
    var log: [String]
    @Option(help: ArgumentHelp("Where to keep what was seen; FILE.state beside the key without it.", valueName: "dir"))
    var state: String?

    func run() async throws {
        try await explained {
            let signing = try signingKey()
            let witness = try Witness(
                state ?? key + ".state", key: signing, logs: try log.map { try VerifierKey($0) })
            announce("\(signing.cosignatureKey)")
            let server = WitnessServer(witness, at: try ListenAddress(parsing: listen), logger: quietLogger())
            try await server.run { tell("The witness is at http://\($0)/") }
        }
    }

    private func signingKey() throws -> SigningKey {
        do {
            return try SigningKey(readingFrom: key)
        } catch RecordError.missing {
            guard let name else {
                throw RecordError.directory(
                    path: key, reason: "is not there; --name NAME makes a key for a witness of that name")
            }
            let made = try SigningKey(name: name)
            try made.write(to: key)
            return made
        }
    }
}
