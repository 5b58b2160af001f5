import ArgumentParser

/// `parley claim affirm`.
struct ClaimAffirm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "affirm", abstract: "Affirm a claim, or one proposition of it, for this party.",
        discussion: """
            As a spokesperson, at a running station: a signed entry that the other parties of the agreement read.

            parley claim affirm claim.yaml --proposition p1 --as Spencer --data DIR
            """)

    @OptionGroup var options: ClaimAnswerOptions

    func run() async throws { try await options.say("affirm", as: "claim affirm") }
}
