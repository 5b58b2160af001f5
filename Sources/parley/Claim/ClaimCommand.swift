import ArgumentParser

/// `parley claim`: what is said about what happened, held against what is known.
struct ClaimCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim", abstract: "Hold what is said against what is known.",
        subcommands: [
            ClaimCheckCommand.self, ClaimIndexCommand.self, ClaimAffirm.self, ClaimDeny.self, ClaimNoComment.self,
        ])
}
