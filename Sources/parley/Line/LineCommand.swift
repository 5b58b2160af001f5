import ArgumentParser
import Foundation
import Phraseology

/// `parley line`: say it by code, hear it back.
struct LineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "line",
        abstract: "Coded messages in several languages: send, answer, check, print, render, understand, voice.",
        discussion: """
            send, read, reply, check, log and enter speak with the station that runs in --data; the others work offline. \
            docs/line.md has the whole catalogue.
            """,
        subcommands: [
            LineSend.self, LineRead.self, LineReply.self, LineCheckCommand.self, LineLog.self, LineEnter.self,
            LineRender.self, LineParse.self, LineSheet.self, LineSay.self, LineCatalogue.self,
        ])
}

/// Shows a fault of the message as a fault of the command's arguments.
func checkingLine<Result>(_ body: () throws -> Result) throws -> Result {
    do {
        return try body()
    } catch let error as PhraseologyError {
        throw ValidationError(error.description)
    }
}

/// Writes one line to the standard error stream.
func complainLine(_ text: String) { tell(text) }

/// To whom a message is said.
enum LineAudience: String, ExpressibleByArgument, CaseIterable {
    case crew
    case station

    var audience: Audience { self == .crew ? .crew : .station }
}
