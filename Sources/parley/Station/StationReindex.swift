import ArgumentParser
import Station

/// `parley station reindex`: rebuilds what the database knows of the records.
struct StationReindex: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reindex", abstract: "Rebuild the index of a node that is not running from its records.",
        discussion: "Operators are the one thing that no record can bring back: they stay as they are.")

    @OptionGroup var place: NodePlace

    func run() async throws {
        try await explained("station reindex") {
            let entries = try await NodeReindex(directory: place.data).run()
            announce("\(entries) entries are in the index.")
        }
    }
}
