import ArgumentParser

/// `parley record`: a sequence of entries that nobody can rewrite and anybody can check.
struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Keep a record that nobody can rewrite, and check anybody's.",
        discussion: """
            A record is an append-only signed log in the formats of the public transparency logs (C2SP tlog-tiles), so \
            that tools which are not ours verify it too.

              parley record init flights --origin example.org/flights    prints the verifier key: give it to your peers
              echo 'runway 09 closed' | parley record append flights     prints the indexes once they are durable
              parley record verify flights --key example.org/flights+…   says what was proved, and what was not
            """,
        subcommands: [
            RecordInit.self, RecordAppend.self, RecordShow.self, RecordCheckpoint.self, RecordKey.self,
            RecordProve.self, RecordVerify.self, RecordFork.self, RecordCosign.self, RecordWitness.self,
            RecordServe.self, RecordFollow.self, RecordRotate.self, RecordRetain.self,
        ])
}

/// The directory of a record on this machine, as every subcommand takes it.
struct RecordPlace: ParsableArguments {
    @Argument(help: ArgumentHelp("The directory of the record.", valueName: "dir"), completion: .directory)
    var directory: String
}
