import Accord
import Airspace
import ArgumentParser
import Exercise
import Foundation
import Record
import Station

/// `parley exercise simulate`: a whole run without a station, written into records as both sides would.
struct ExerciseSimulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Run a plan with simulated flights and people, without a station; keep both sides' records.",
        discussion: """
            Both sides follow by the same rules as a live station. With --output each side's private record and the record for the \
            other are written below that directory, with keys of their own, for parley exercise debrief.
            """)

    @Argument(help: ArgumentHelp("The plan.", valueName: "plan.yaml")) var plan: String
    @Option(help: ArgumentHelp("The agreement to hold it against.", valueName: "agreement.yaml"))
    var agreement: String?
    @Option(help: "What the flights' errors are drawn from; without it nobody errs.") var seed: UInt64?
    @Option(help: ArgumentHelp("Where the records go.", valueName: "dir")) var output: String?

    func run() async throws {
        try await exercising {
            let read = try PlanFile(plan, agreement: agreement).flyable()
            var day = try SimulatedDay(read, seed: seed)
            var all: [SimulatedDay.Written] = []
            while let written = day.next() {
                for item in written where !item.isPrivate { report(item, first: day.parties[0]) }
                all += written
            }
            if let output { try await SimulatedRecords(output).write(all, plan: read) }
        }
    }

    /// One line for each act; what both sides write is told once.
    private func report(_ item: SimulatedDay.Written, first: String) {
        let time = UTCTime.string(unixSeconds: item.atUnixSeconds).dropFirst(11).dropLast()
        switch item.draft.body {
        case let body as CheckInBody: announce("\(time) \(item.party) check-in \(body.participant)")
        case let body as CardBody where item.party == first:
            announce("\(time) card \(body.card) \(body.state.rawValue)\(body.reason.map { ": \($0)" } ?? "")")
        case let body as ExchangeBody:
            let codes = body.elements.map(\.code).joined(separator: " ")
            announce("\(time) \(item.party) \(body.participant) \(body.readBack ? "reads back" : "says") \(codes)")
        case let body as AbortBody: announce("\(time) \(item.party) ABORT \(body.reason.rawValue)")
        case let body as RunBody where item.party == first: announce("\(time) run \(body.run) \(body.state.rawValue)")
        default: break
        }
    }
}
