import Airspace
import ArgumentParser
import Foundation
import Station

/// `parley ours`: the list of this party's own aircraft.
struct OursCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ours",
        abstract:
            "Keep the list of this party's own aircraft: nothing else is ours, and nothing else is ever disclosed.",
        subcommands: [OursList.self, OursAdd.self, OursRemove.self], defaultSubcommand: OursList.self)

    fileprivate struct Listed: Decodable {
        struct Line: Decodable {
            struct By: Decodable { var name: String }
            var number: Int
            var pattern: String
            var from: Double?
            var until: Double?
            var note: String
            var by: By
        }
        var ours: [Line]

        func show() {
            for line in ours {
                let from = line.from.map { " from \(UTCTime.string(unixSeconds: $0))" } ?? ""
                let until = line.until.map { " until \(UTCTime.string(unixSeconds: $0))" } ?? ""
                print("\(line.number)\t\(line.pattern)\(from)\(until)\t\(line.by.name)\t\(line.note)")
            }
        }
    }
}

/// `parley ours list`.
struct OursList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Show the list.")
    @OptionGroup var acting: ActingOperator

    func run() async throws {
        try await explained("ours list") {
            let answer = try await acting.station.get("/api/ours")
            try JSONDecoder().decode(OursCommand.Listed.self, from: Data(answer)).show()
        }
    }
}

/// `parley ours add`.
struct OursAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Put an address, a call sign or the beginning of call signs on the list.",
        discussion: """
            parley ours add 3949ea --note "trainer" --as "Col West" --data DIR
            parley ours add 'WEST*' --from 2015-11-03T06:00:00Z --until 2015-11-03T18:00:00Z --as "Col West" --data DIR

            The quotes keep the shell from reading the star as names of files.
            """)
    @OptionGroup var acting: ActingOperator

    @Argument(help: ArgumentHelp("3949ea, WEST11, WEST*, or id: and an identifier.", valueName: "pattern"))
    var pattern: String

    @Option(help: ArgumentHelp("From when it is ours.", valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("Until when.", valueName: "time"))
    var until: String?

    @Option(help: "A remark.")
    var note: String?

    private struct Body: Encodable {
        var pattern: String
        var from: Double?
        var until: Double?
        var note: String?
    }

    func run() async throws {
        try await explained("ours add") {
            func time(_ text: String?, _ name: String) throws -> Double? {
                guard let text else { return nil }
                guard let time = try? UTCTime.unixSeconds(parsing: text) else {
                    throw StationError.option(name: name, reason: "“\(text)” is no time, such as 2015-11-03T09:00:00Z")
                }
                return time
            }
            let body = Body(
                pattern: pattern, from: try time(from, "--from"), until: try time(until, "--until"), note: note)
            let answer = try await acting.station.send("POST", "/api/ours", Array(try JSONEncoder().encode(body)))
            try JSONDecoder().decode(OursCommand.Listed.self, from: Data(answer)).show()
        }
    }
}

/// `parley ours remove`.
struct OursRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "Take a line off the list.")
    @OptionGroup var acting: ActingOperator

    @Argument(help: "The number of the line.")
    var number: Int

    func run() async throws {
        try await explained("ours remove") {
            try await acting.station.send("DELETE", "/api/ours/\(number)", jsonBody([:]))
            announce("Line \(number) is off the list.")
        }
    }
}
