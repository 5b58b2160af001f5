import ArgumentParser
import Foundation
import Record
import Station

/// Runs the work of a subcommand and turns what goes wrong into one plain line on standard error and status 1.
func explained(_ command: String = "record", _ work: () async throws -> Void) async throws {
    do {
        try await work()
    } catch let error as RecordError {
        try fail(command, "\(error)")
    } catch let error as StationError {
        try fail(command, "\(error)")
    } catch let error as RecordingError {
        try fail(command, "\(error)")
    }
}

private func fail(_ command: String, _ reason: String) throws -> Never {
    tell("parley \(command): \(reason)")
    throw ExitCode.failure
}

/// Says something to the person at the terminal, beside the output. What a peer has put into it is not obeyed.
func tell(_ text: String) { FileHandle.standardError.write(Data((TerminalText.lines(text) + "\n").utf8)) }

/// Prints a line at once, so that whoever waits for it at the other end of a pipe sees it. What a peer has put into it is not obeyed.
func announce(_ line: String) { output(Array((TerminalText.lines(line) + "\n").utf8)) }

/// Writes bytes to standard output as they are.
func output(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }
