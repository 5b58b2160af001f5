import ArgumentParser

/// `parley station`: the node of one party.
struct StationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "station",
        abstract: "The node of one party: its picture, its operators, its records, its peers.",
        discussion: """
            parley station init --name west --data DIR    makes it
            parley station up --data DIR SOURCE           runs it
            docs/station.md tells how to run one for real.
            """,
        subcommands: [
            StationInit.self, StationUp.self, StationStatus.self, StationOperator.self, StationShift.self,
            StationStorage.self, StationBackup.self, StationRestore.self, StationReindex.self,
            PeerCommand.self, StationKey.self,
        ])
}

/// Where a node is.
struct NodePlace: ParsableArguments {
    @Option(help: ArgumentHelp("The directory of the node.", valueName: "dir"))
    var data: String
}
