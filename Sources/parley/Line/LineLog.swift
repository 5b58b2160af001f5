import Airspace
import ArgumentParser
import Foundation
import Station

/// How `parley line log` prints.
enum LineLogFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case jsonl
    case html
}

/// `parley line log`: the journal of the watch.
struct LineLog: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Print the journal of the line: both languages, every time that was signed.",
        discussion: """
            parley line log --data DIR --as Harris --to east --format html > watch.html
            """)

    @OptionGroup var line: LineStation

    @Option(help: "text, jsonl, or html: one page to be printed.")
    var format = LineLogFormat.text

    @Option(help: ArgumentHelp("From when on, 2015-11-03T00:00:00Z; without it the last 24 hours.", valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("Until when.", valueName: "time"))
    var until: String?

    @Flag(help: "Automatic checks that were answered well, too.")
    var everyCheck = false

    func run() async throws {
        func seconds(_ text: String?) throws -> String? {
            guard let text else { return nil }
            do { return String(try UTCTime.unixSeconds(parsing: text)) } catch {
                throw ValidationError("“\(text)” is no time such as 2015-11-03T09:24:05Z")
            }
        }
        let since = try seconds(from) ?? String((Date().timeIntervalSince1970 - 86_400).rounded())
        let journal = try await line.get(
            "\(LineStation.escaped(line.peer))/log",
            [
                ("format", format.rawValue), ("from", since), ("to", try seconds(until)),
                ("checks", everyCheck ? "all" : nil),
            ])
        // Text is for a terminal; what is for programs stays as it is.
        guard format == .text else { return output(journal) }
        output(Array(TerminalText.lines(String(decoding: journal, as: UTF8.self)).utf8))
    }
}
