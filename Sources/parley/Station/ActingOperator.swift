import ArgumentParser
import Foundation
import Station

/// As whom a command speaks with the station.
struct ActingOperator: ParsableArguments {
    @OptionGroup var place: NodePlace

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "The operator who acts. The password is asked for, or read from the file that PARLEY_PASSWORD_FILE names; "
                + "the session is kept for the shift.", valueName: "name"))
    var person: String

    /// The station, as that operator.
    var station: ControlClient {
        ControlClient(directory: place.data, as: person) { name in
            try PasswordPrompt.password(of: name, file: "PARLEY_PASSWORD_FILE")
        }
    }
}
