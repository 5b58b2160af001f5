import Accord
import Phraseology

/// Coded messages in the two languages of the page.
enum LineWords {
    /// The languages that every message is shown in.
    static let tables: [LanguageTable] = [.english, .russian]

    /// One text in each language under `name`, `{"en":…,"ru":…}`; a language that has no wording is left out.
    static func write(
        _ name: StaticString, to writer: inout JSONWriter, _ text: (LanguageTable) -> String?
    ) {
        writer.object(name) { object in
            object.field("en", text(.english))
            object.field("ru", text(.russian))
        }
    }

    /// A message in words, as the reader sees it: to a station manoeuvres are requests to pass on.
    static func text(_ message: LineMessage, in table: LanguageTable, to audience: Audience) -> String? {
        guard !message.elements.isEmpty else { return nil }
        return try? Renderer(table, audience: audience).text(LineMessage(message.elements))
    }

    /// The languages in which a message may be voiced.
    static func voiced(_ message: LineMessage, to audience: Audience) -> [String] {
        tables.filter { (try? Renderer($0, style: .spoken, audience: audience).voiceText(message)) != nil }.map(\.code)
    }

    /// Where a read-back differs, value by value, in both languages.
    static func write(_ differences: [ReadBackDifference], to writer: inout JSONWriter) {
        writer.array("differences") { list in
            for difference in differences {
                list.object { object in
                    if case .value(let code, let parameter, _, _) = difference {
                        object.field("code", code)
                        object.field("parameter", parameter)
                    }
                    write("sent", to: &object) { difference.words(in: $0).sent }
                    write("heard", to: &object) { difference.words(in: $0).heard }
                }
            }
        }
    }

    /// A proposal: as commands write it, and in words.
    static func write(_ proposal: LineMessage, _ name: StaticString, to writer: inout JSONWriter) {
        writer.object(name) { object in
            object.field("message", proposal.canonicalText)
            write("words", to: &object) { text(proposal, in: $0, to: .station) }
        }
    }
}

extension Person {
    func writeSpeaker(_ name: StaticString, to writer: inout JSONWriter) {
        writer.object(name) {
            $0.field("name", self.name)
            $0.field("role", role.rawValue)
        }
    }
}
