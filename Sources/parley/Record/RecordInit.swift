import ArgumentParser
import Record

/// `parley record init`: makes a record and its key.
struct RecordInit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a record and its key, and print the verifier key.",
        discussion: """
            DIR/published is what others may see, to be served or copied as it is; DIR/private holds the key, mode 0600. \
            Nothing but the verifier key goes to standard output.
            """)

    @OptionGroup var place: RecordPlace

    @Option(
        help: ArgumentHelp(
            "The name of the record, unique in the world: a host name and a path, without spaces.", valueName: "name"))
    var origin: String

    func run() async throws {
        try await explained {
            let key = try SigningKey(name: origin)
            let writer = try await RecordWriter.create(at: RecordDirectory(place.directory), key: key)
            try await writer.finish()
            print(key.verifierKey)
        }
    }
}
