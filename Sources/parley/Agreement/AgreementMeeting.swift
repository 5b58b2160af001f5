import Airspace
import ArgumentParser
import Foundation
import Station

/// `parley agreement meeting`: puts a meeting on record.
struct AgreementMeeting: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meeting", abstract: "Put a meeting on record: who was there, what was agreed, what stays open.",
        discussion: """
            parley agreement meeting SEINE-1 --held 2015-11-03T09:00:00Z --place "by telephone" --present "Col West" \\
                --present "Col East" --agreed "line checks every 15 min" --open "frequency for drones" --as "Col West" --data DIR
            """)

    @OptionGroup var acting: ActingOperator

    @Argument(help: ArgumentHelp("The agreement.", valueName: "id"))
    var identifier: String

    @Option(help: ArgumentHelp("When it was held, 2015-11-03T09:00:00Z.", valueName: "time"))
    var held: String

    @Option(help: "Where.")
    var place: String

    @Option(help: "Who was there; may be given several times.")
    var present: [String]

    @Option(help: "What was agreed; may be given several times.")
    var agreed: [String] = []

    @Option(help: "What stays open; may be given several times.")
    var open: [String] = []

    private struct Body: Encodable {
        var held: Double
        var place: String
        var present: [String]
        var agreed: [String]
        var open: [String]
    }

    func run() async throws {
        try await explained("agreement meeting") {
            guard let time = try? UTCTime.unixSeconds(parsing: held) else {
                throw StationError.option(name: "--held", reason: "“\(held)” is no time, such as 2015-11-03T09:00:00Z")
            }
            let body = Body(held: time, place: place, present: present, agreed: agreed, open: open)
            try await acting.station.send(
                "POST", "/api/agreements/\(addressPart(identifier))/meetings", Array(try JSONEncoder().encode(body)))
            announce("The meeting is on the record of \(identifier).")
        }
    }
}
