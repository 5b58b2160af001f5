import ArgumentParser
import Foundation
import Record

/// `parley record rotate`: closes a record and continues it in a new one.
struct RecordRotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Close a record and continue it in a new one, with the same key or a new one.",
        discussion: """
            The last entry of the old record names the new one, the first entry of the new one names the final checkpoint of \
            the old. Broken off, the same command takes it up where it was. Prints the verifier key of the new record.

            parley record rotate flights flights-2 --origin example.org/flights-2 --new-key
            """)

    @OptionGroup var place: RecordPlace
    @Argument(help: ArgumentHelp("The directory of the new record.", valueName: "new dir"), completion: .directory)
    var next: String
    @Option(help: ArgumentHelp("The name of the new record, another than the old one's.", valueName: "name"))
    var origin: String
    @Flag(help: "Make a new private key instead of keeping the present one.") var newKey = false

    func run() async throws {
        try await explained {
            let old = try await RecordWriter.open(RecordDirectory(place.directory))
            do {
                let next = try await old.rotate(
                    into: RecordDirectory(next), origin: origin, key: newKey ? try SigningKey(name: origin) : nil,
                    time: Self.now())
                print(next.key.verifierKey)
                try await next.finish()
            } catch {
                try? await old.finish()
                throw error
            }
            try await old.finish()
        }
    }

    private static func now() -> String {
        Date().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}

/// `parley record retain`: drops old entries, never hashes.
struct RecordRetain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retain",
        abstract: "Drop the entries before an index; their hashes stay, and the rest still verifies.",
        discussion: """
            Entries go in bundles of 256 whole; the first and the last entry of a record stay, and so does each one named \
            with --keep. verify says what is no longer there.

            parley record retain flights --before 100000 --keep 51712
            """)

    @OptionGroup var place: RecordPlace
    @Option(help: "Entries before this index may go.") var before: UInt64
    @Option(help: "The index of an entry that stays; once for each.") var keep: [UInt64] = []

    func run() async throws {
        try await explained {
            let dropped = try RecordDirectory(place.directory).dropBundles(before: before, keeping: Set(keep))
            print(
                dropped.isEmpty
                    ? "Nothing was dropped." : "Dropped: entries \(dropped.lowerBound) to \(dropped.upperBound - 1).")
        }
    }
}
