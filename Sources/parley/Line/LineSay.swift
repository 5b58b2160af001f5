import ArgumentParser
import Foundation
import Phraseology
import Station

/// `parley line say`: a message as a sound file, for a speaker-phone.
struct LineSay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "say",
        abstract: "Voice a message into a WAV file, at no more than 100 words a minute.",
        discussion: """
            parley line say "MAN.TURN_HDG dir=left hdg=270" --language ru --output turn.wav

            The voice is espeak-ng's. Wordings that no qualified person has reviewed are not voiced. A synthetic voice \
            never keys a transmitter: the file is for a speaker-phone.
            """)

    @Argument(help: ArgumentHelp("The message, “CODE name=value …; CODE …”.", valueName: "message"))
    var message: [String]

    @Option(help: "The language, by its code.")
    var language: String

    @Option(help: ArgumentHelp("The WAV file to write.", valueName: "file"))
    var output: String

    @Option(help: "To whom it is said: crew, in the words of the catalogue, or station, manoeuvres as requests.")
    var to = LineAudience.crew

    func run() async throws {
        let (table, words) = try checkingLine {
            let table = try LanguageTable.named(language)
            let message = try LineMessage(parsing: message.joined(separator: " "))
            return (table, try Renderer(table, style: .spoken, audience: to.audience).voiceText(message))
        }
        do {
            let spoken = try await LineVoice(language: table.code).speak(words)
            try spoken.sound.write(to: URL(fileURLWithPath: output))
            print(
                "\(output): \(spoken.words) words in \(spoken.tenthsOfSeconds / 10).\(spoken.tenthsOfSeconds % 10) s, \(spoken.wordsPerMinute) a minute"
            )
        } catch let error as LineVoiceError {
            throw ValidationError(error.description)
        } catch {
            throw ValidationError("the sound can't be written to \(output): \(error.localizedDescription)")
        }
    }
}
