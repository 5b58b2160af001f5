import ArgumentParser
import Station

@main
struct Parley: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parley",
        abstract: "Keeps aircraft apart, and the record straight.",
        discussion: """
            parley watch http://receiver.local/tar1090/data/aircraft.json    shows traffic, and warns before separation is lost
            parley review flight.jsonl.gz --format html -o report.html       measures a recording
            parley station init --name west --data DIR                       makes the station of a party
            parley agreement check FILE                                      says in plain words what an agreement says
            parley record verify DIR --key VKEY                              checks that nothing in a record was changed

            Commands that speak with a running station are given its directory and who acts: --data DIR --as "Anna Admin".
            README.md and docs/ go with the program and lead through all of it.
            """,
        version: WatchStation.version,
        subcommands: [
            WatchCommand.self, StationCommand.self, AgreementCommand.self, DisclosureCommand.self,
            AskCommand.self, AnswerCommand.self, AlertCommand.self, KnownCommand.self, OursCommand.self,
            ZoneCommand.self, DistressCommand.self, LineCommand.self,
            ExerciseCommand.self, ClaimCommand.self, ExtractCommand.self, ReviewCommand.self,
            ProbeCommand.self, RecordCommand.self,
        ])

    /// Reads the arguments and runs what they ask for.
    @MainActor static func main() async {
        do {
            let command = try prepared()
            try await run(command)
        } catch {
            exit(withError: error)
        }
    }

    /// The command that the arguments name, with the process prepared for it.
    ///
    /// Called while the main thread is the only one: what a command that runs long asks of the allocator must be said before another
    /// thread takes an arena of its own.
    private static func prepared() throws -> any ParsableCommand {
        let command = try parseAsRoot()
        if command is any LongRunning { ProcessMemory.giveBack() }
        return command
    }

    private static func run(_ command: sending any ParsableCommand) async throws {
        var command = command
        if var asynchronous = command as? any AsyncParsableCommand {
            try await asynchronous.run()
        } else {
            try command.run()
        }
    }
}

/// A command that runs for days, so that what it frees must go back to the system.
protocol LongRunning {}
