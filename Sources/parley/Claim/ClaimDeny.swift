import ArgumentParser

/// `parley claim deny`.
struct ClaimDeny: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deny", abstract: "Deny a claim, or one proposition of it, for this party.",
        discussion:
            "As a spokesperson, at a running station: a signed entry that the other parties of the agreement read.")

    @OptionGroup var options: ClaimAnswerOptions

    func run() async throws { try await options.say("deny", as: "claim deny") }
}
