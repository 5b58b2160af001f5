import ArgumentParser

/// `parley claim no-comment`.
struct ClaimNoComment: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "no-comment", abstract: "Say for this party that it does not comment on a claim.",
        discussion:
            "As a spokesperson, at a running station: a signed entry that the other parties of the agreement read.")

    @OptionGroup var options: ClaimAnswerOptions

    func run() async throws { try await options.say("no-comment", as: "claim no-comment") }
}
