import ArgumentParser
import Station

/// `parley exercise abort`: breaks the run off, on both screens.
struct ExerciseAbort: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "abort", abstract: "Break the run off: both screens, both languages, and an entry.")

    @OptionGroup var acting: ActingOperator

    @Option(help: "The word that was called.")
    var word: String?

    func run() async throws {
        try await explained("exercise abort") {
            try await acting.station.send("POST", "/api/exercise-run/abort", try jsonBody(["word": word]))
            announce("The run is broken off.")
        }
    }
}
