import Accord
import ArgumentParser

/// `parley line check`: the line itself.
struct LineCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the line with a person at each end, answer a check, or declare the line's state.",
        discussion: """
            parley line check --data DIR --as Harris --to east                          ask: how do you read?
            parley line check --data DIR --as Petrova --to west --answer WEST-1103-9 --readability 5
            parley line check --data DIR --as Petrova --to west --state suspended --reason "order 7"
            parley line check --data DIR --as Petrova --to west --state restored

            Stations check the line by themselves at the interval that the agreement names. A suspension is signed and \
            shown on both screens; the line goes on working.
            """)

    @OptionGroup var line: LineStation

    @Option(help: ArgumentHelp("The check of the peer that is answered.", valueName: "identifier"))
    var answer: String?

    @Option(help: "How well it was read: 1 unreadable to 5 perfectly readable.")
    var readability: Int?

    @Option(help: "What this party declares the line to be: normal, degraded, suspended or restored.")
    var state: String?

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String?

    func validate() throws {
        if (answer == nil) != (readability == nil) { throw ValidationError("--answer and --readability go together") }
        if let readability, !(1...5).contains(readability) { throw ValidationError("--readability is 1 to 5") }
        if let state, LineStateBody.State(rawValue: state) == nil {
            throw ValidationError("--state is normal, degraded, suspended or restored")
        }
        if state != nil, answer != nil { throw ValidationError("--state and --answer are two commands") }
    }

    func run() async throws {
        if let state {
            var body: [String: Any] = ["state": state]
            if let reason { body["reason"] = reason }
            try await line.act("state", body)
            print("\(state): signed")
        } else if let answer, let readability {
            try await line.act("checks/\(LineStation.escaped(answer))/answer", ["readability": readability])
            print("readability \(readability): signed")
        } else {
            // The identifier alone, for whoever goes on with it; what it means, for whoever reads.
            print(try LineStation.field("check", of: try await line.act("checks", ["person": true])))
            tell("Asked how the line is read; parley line log shows the answer.")
        }
    }
}
