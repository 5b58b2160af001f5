import ArgumentParser
import Separation
import Station

/// What every command that shows a picture asks of it: its rules, its replay and its page.
struct ViewOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Where and between whom which minima hold, and where alarms are.", valueName: "file"))
    var rules: String?

    @Option(help: ArgumentHelp("Distances to be kept, instead of those of the rules: 5NM,1000ft.", valueName: "h,v"))
    var minima: String?

    @Option(
        help: ArgumentHelp(
            "How far ahead conflicts are predicted, instead of what the rules say: 300s.", valueName: "span"))
    var lookahead: String?

    @Option(help: "How many times as fast as the clock a recording is replayed, 0.1 to 1000.")
    var speed = 1.0

    @Option(
        help: ArgumentHelp(
            "Where the replay begins: 2021-10-07T12:04:14Z, or 12:04:14 on the first day.", valueName: "time"))
    var start: String?

    @Option(help: ArgumentHelp("The files of the page, if they are not found by themselves.", valueName: "dir"))
    var web: String?

    /// The options of a watch over these sources.
    ///
    /// - Throws: what is wrong with a source or with the rules, in words for the person at the machine.
    func watch(_ sources: [String]) throws -> WatchOptions {
        var options = WatchOptions(
            sources: try sources.map { try WatchSource(parsing: $0) },
            rules: try RulesFile.rules(path: rules, minima: minima, lookahead: lookahead))
        options.speed = speed
        options.start = start
        options.webDirectory = web
        return options
    }
}
