import ArgumentParser
import Phraseology

/// `parley line render`: a coded message in words.
struct LineRender: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Put a coded message into words.",
        discussion: """
            parley line render TI.TRAFFIC clock=11 dist=5NM dir=opposite level=FL350 --language ru --spoken

            Without --language every installed language that has the element is shown. To a station (--to station) \
            manoeuvres are worded as requests to pass on: nobody commands the other side's crews.
            """)

    @Argument(help: "The code of the element.")
    var code: String

    @Argument(help: ArgumentHelp("Its values, name=value.", valueName: "name=value"))
    var values: [String] = []

    @Option(help: "The language, by its code: en, ru, tr.")
    var language: String?

    @Flag(help: "As it is said, not as it is written.")
    var spoken = false

    @Option(help: "To whom it is said: crew or station.")
    var to = LineAudience.crew

    func run() throws {
        try checkingLine {
            let element = try MessageElement(code, words: values)
            let style: Style = spoken ? .spoken : .written
            if let language {
                print(try Renderer(LanguageTable.named(language), style: style, audience: to.audience).text(element))
                return
            }
            for table in LanguageTable.installed where table.provenance(element.code) != nil {
                print("\(table.code)  \(try Renderer(table, style: style, audience: to.audience).text(element))")
            }
        }
    }
}
