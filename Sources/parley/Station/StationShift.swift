import ArgumentParser
import Station

/// `parley station shift`: one officer relieves another.
struct StationShift: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shift", abstract: "Hand a watch over.", subcommands: [ShiftHandOver.self])
}

/// `parley station shift hand-over`.
struct ShiftHandOver: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hand-over", abstract: "Hand the watch over: both officers give their own password.",
        discussion: """
            Passwords are asked for one after the other, or read from the files that PARLEY_PASSWORD_FILE and \
            PARLEY_RELIEVING_PASSWORD_FILE name. The entry is in the private record.
            """)

    @OptionGroup var place: NodePlace

    @Option(name: .customLong("as"), help: ArgumentHelp("The officer who hands over.", valueName: "name"))
    var leaving: String

    @Option(name: .customLong("to"), help: ArgumentHelp("The officer who takes over.", valueName: "name"))
    var relieving: String

    @Option(help: "The post.")
    var post = "watch"

    @Option(help: "What the next officer must know.")
    var notes: String?

    func run() async throws {
        try await explained("station shift") {
            let (leaving, relieving) = (leaving, relieving)
            let station = ControlClient(directory: place.data, as: leaving) { name in
                let file = name == relieving ? "PARLEY_RELIEVING_PASSWORD_FILE" : "PARLEY_PASSWORD_FILE"
                return try PasswordPrompt.password(of: name, file: file)
            }
            try await station.handOver(post: post, to: relieving, notes: notes)
            announce("\(relieving) has the \(post); both have signed.")
        }
    }
}
