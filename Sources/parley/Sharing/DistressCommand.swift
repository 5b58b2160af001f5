import ArgumentParser
import Foundation
import Separation
import Station

/// `parley distress`: emergencies that people know of and no transponder tells.
struct DistressCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "distress",
        abstract: "Declare an emergency that no transponder tells, and end it.",
        discussion: """
            A MAYDAY that was heard, an uncrewed aircraft that no longer obeys, a crew that no longer answers. It stands above every \
            conflict, and every party that is told of the aircraft is told at once, also while an agreement is suspended. Watch officers \
            and administrators declare and end it.

            Example:
              parley distress declare 3949ea mayday --reason "heard on 121.5" --as "Lt Ivanova" --data DIR
              parley distress over 3949ea --as "Lt Ivanova" --data DIR
            """,
        subcommands: [DistressDeclare.self, DistressOver.self])
}

/// `parley distress declare`.
struct DistressDeclare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "declare", abstract: "Declare an emergency of an aircraft, at once.")
    @OptionGroup var acting: ActingOperator
    @Argument(help: ArgumentHelp("The aircraft, by its identifier in the picture.", valueName: "id")) var track: String
    @Argument(help: ArgumentHelp("mayday, lost-link, lost-communications, 7500, 7600 or 7700.", valueName: "kind"))
    var kind: String
    @Option(help: "How it is known.") var reason: String?

    func validate() throws {
        guard Distress(rawValue: kind) != nil else {
            let kinds = Distress.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("“\(kind)” is no emergency; there are \(kinds)")
        }
    }

    func run() async throws {
        try await explained("distress declare") {
            try await acting.station.send(
                "POST", "/api/distress/\(addressPart(track))", try jsonBody(["kind": kind, "reason": reason]))
            announce("\(track) is in distress (\(kind)) until somebody ends it: parley distress over \(track)")
        }
    }
}

/// `parley distress over`.
struct DistressOver: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "over", abstract: "End an emergency that was declared.")
    @OptionGroup var acting: ActingOperator
    @Argument(help: ArgumentHelp("The aircraft, by its identifier in the picture.", valueName: "id")) var track: String

    func run() async throws {
        try await explained("distress over") {
            try await acting.station.send("DELETE", "/api/distress/\(addressPart(track))", [])
            announce("The emergency of \(track) is over.")
        }
    }
}
