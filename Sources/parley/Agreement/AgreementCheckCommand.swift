import Accord
import ArgumentParser
import Foundation
import Station

/// `parley agreement check FILE`: every fault with its line, and when all is well what it says in plain words.
struct AgreementCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Explain every fault of an agreement with its line, and say it in plain English and Russian.",
        discussion: """
            Faults and cautions go to the standard error stream, the restatement to the standard output. The status is 1 when there is a \
            fault; a caution is something that may be signed and is worth a second thought. docs/agreement.md describes the format.
            """)

    @Argument(help: ArgumentHelp("The agreement, YAML.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("en, ru or both.", valueName: "language"))
    var language = RestatementLanguage.both

    func run() throws {
        let file = try AgreementFile(path: file)
        let check = AgreementCheck(
            file.bytes, nowUnixSeconds: Date().timeIntervalSince1970, certificateTerm: CertificateTerm.of)
        file.say(check.lines(in: language.languages).map { "\(file.path): \($0)" })
        guard check.faults.isEmpty, let agreement = check.agreement else { throw ExitCode(1) }
        let restatement = Restatement(agreement)
        let texts = language.languages.map { restatement.text(in: $0) }
        print(texts.joined(separator: "\n\n"), terminator: "")
        print("\nsha256 \(AgreementDocument.sha256(of: file.bytes))")
    }
}
