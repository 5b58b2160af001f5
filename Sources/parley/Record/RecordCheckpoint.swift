import ArgumentParser
import Record

/// `parley record checkpoint`: the newest signed checkpoint.
struct RecordCheckpoint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint", abstract: "Print the newest signed checkpoint.")

    @OptionGroup var place: RecordPlace

    @Flag(help: "The newest one that carries cosignatures.") var cosigned = false

    func run() async throws {
        try await explained {
            try RecordDirectory(place.directory).mend()
            let source = try DirectorySource(place.directory)
            let resource: RecordResource = cosigned ? .cosignedCheckpoint : .checkpoint
            guard let bytes = try await source.fetch(resource) else {
                throw RecordError.missing(path: resource.path)
            }
            output(bytes)
        }
    }
}

/// `parley record key`: the verifier key.
struct RecordKey: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Print the verifier key of a record whose private key is here.")

    @OptionGroup var place: RecordPlace
    @Flag(help: "The key that checks its cosignatures as a witness.") var cosignature = false

    func run() async throws {
        try await explained {
            let key = try SigningKey(readingFrom: RecordDirectory(place.directory).key)
            print(cosignature ? key.cosignatureKey : key.verifierKey)
        }
    }
}
