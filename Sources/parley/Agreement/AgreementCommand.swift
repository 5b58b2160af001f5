import Accord
import ArgumentParser
import Foundation

/// `parley agreement`: what parties agree on, before anybody signs it and after.
struct AgreementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement",
        abstract: "Check, compare and try agreements; put them forward, sign, suspend and end them.",
        subcommands: [
            AgreementCheckCommand.self, AgreementDiffCommand.self, AgreementTryCommand.self, AgreementPropose.self,
            AgreementCounter.self, AgreementSign.self, AgreementShow.self, AgreementAmend.self, AgreementSuspend.self,
            AgreementResume.self, AgreementEnd.self, AgreementMeeting.self,
        ])
}

/// The language of a restatement.
enum RestatementLanguage: String, ExpressibleByArgument, CaseIterable {
    case en, ru, both

    var languages: [AccordLanguage] {
        switch self {
        case .en: [.english]
        case .ru: [.russian]
        case .both: [.english, .russian]
        }
    }
}

/// A file of an agreement.
struct AgreementFile {
    let path: String
    let bytes: [UInt8]

    init(path: String) throws {
        self.path = path
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ValidationError("\(path) can't be read")
        }
        bytes = Array(data)
    }

    /// What it says, without regard to its term; every fault goes to the standard error stream.
    func agreement() throws -> Agreement {
        do { return try AgreementDocument(bytes).agreement } catch {
            say([error.description.split(separator: "\n").map { "\(path): \($0)" }.joined(separator: "\n")])
            throw ExitCode(1)
        }
    }

    /// Writes lines to the standard error stream.
    func say(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    }
}
