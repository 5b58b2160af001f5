import ArgumentParser
import Station

@main
struct Parley: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parley",
        abstract: "Keeps aircraft apart, and the record straight.",
        version: WatchStation.version,
        subcommands: [
            WatchCommand.self, StationCommand.self, AgreementCommand.self, DisclosureCommand.self,
            AskCommand.self, KnownCommand.self, OursCommand.self, ZoneCommand.self, LineCommand.self,
            ExerciseCommand.self, ClaimCommand.self, ExtractCommand.self, ReviewCommand.self,
            ProbeCommand.self, RecordCommand.self,
        ])
}
