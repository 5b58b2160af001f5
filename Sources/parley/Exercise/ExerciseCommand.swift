import ArgumentParser

/// `parley exercise`: plan, rehearse, run and debrief.
struct ExerciseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exercise",
        abstract: "Plan an exercise, rehearse it, follow it while it is flown, and debrief it.",
        discussion: """
            A plan is a YAML file that all parties sign; docs/exercise.md leads through it. Check and rehearse it before \
            anyone flies. Propose, sign, run and abort speak to the party's running station; nothing else needs one.

            Try it:
              parley exercise check Examples/november-2015/plan.yaml
              parley exercise rehearse Examples/november-2015/plan.yaml --format html --output rehearsal.html
            """,
        subcommands: [
            ExerciseCheck.self, ExerciseShow.self, ExerciseRehearse.self, ExerciseDrill.self, ExercisePropose.self,
            ExerciseSign.self, ExerciseRunCommand.self, ExerciseAbort.self, ExerciseSimulate.self, ExerciseDebrief.self,
        ])
}
