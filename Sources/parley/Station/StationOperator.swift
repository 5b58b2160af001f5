import ArgumentParser
import Foundation
import Station

/// `parley station operator`: the accounts of the operators.
struct StationOperator: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "operator", abstract: "Add, list and disable operators, and set passwords.",
        discussion: """
            Roles: administrator, watch-officer, planner, spokesperson, investigator, observer. docs/station.md has what each may do.
            """,
        subcommands: [OperatorAdd.self, OperatorList.self, OperatorDisable.self, OperatorPassword.self])
}

/// One part of an address, percent-encoded.
func addressPart(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
}

/// JSON of text fields; nil is left out.
func jsonBody(_ fields: [String: String?]) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(fields.compactMapValues { $0 }))
}

/// `parley station operator add`.
struct OperatorAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add an operator.",
        discussion: """
            The password of the new operator is asked for, or read from the file that PARLEY_NEW_PASSWORD_FILE names. Without \
            --as it adds the first administrator to a station that is not running and has no operators yet.
            """)

    @OptionGroup var place: NodePlace

    @Argument(help: "The name, as it shall stand in the record.")
    var name: String

    @Option(help: "What the operator may do; needed with --as. The first one is an administrator.")
    var role: String?

    @Option(name: .customLong("as"), help: ArgumentHelp("The administrator who adds.", valueName: "name"))
    var person: String?

    func run() async throws {
        try await explained("station operator") {
            guard person == nil || role != nil else {
                throw StationError.option(
                    name: "--role",
                    reason:
                        "say what \(name) may do: administrator, watch-officer, planner, spokesperson, investigator or observer"
                )
            }
            guard person != nil || ["administrator", nil].contains(role) else {
                throw StationError.option(
                    name: "--as", reason: "the first operator is an administrator; name one for others")
            }
            let password = try PasswordPrompt.newPassword(of: name, file: "PARLEY_NEW_PASSWORD_FILE")
            guard let person else {
                try await OfflineOperators(directory: place.data).addFirst(name: name, password: password)
                return announce("\(name) is the first operator, an administrator.")
            }
            let station = ControlClient(directory: place.data, as: person) { name in
                try PasswordPrompt.password(of: name, file: "PARLEY_PASSWORD_FILE")
            }
            try await station.send(
                "POST", "/api/operators", jsonBody(["name": name, "role": role, "password": password]))
            announce("\(name) is added as \(role ?? "").")
        }
    }
}

/// `parley station operator list`.
struct OperatorList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the operators.")

    @OptionGroup var acting: ActingOperator

    private struct Answer: Decodable {
        struct Account: Decodable {
            var name: String
            var role: String
            var lastSignIn: Double?
            var disabled: Bool
        }
        var operators: [Account]
    }

    func run() async throws {
        try await explained("station operator") {
            let answer = try await acting.station.get("/api/operators")
            for account in try JSONDecoder().decode(Answer.self, from: Data(answer)).operators {
                let last = account.lastSignIn.map { Date(timeIntervalSince1970: $0).formatted(.iso8601) } ?? "never"
                announce("\(account.name)\t\(account.role)\t\(account.disabled ? "disabled" : "signed in: \(last)")")
            }
        }
    }
}

/// `parley station operator disable`.
struct OperatorDisable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Disable an operator for good; names stay, since entries hold them.")

    @OptionGroup var acting: ActingOperator

    @Argument(help: "Whom.")
    var name: String

    func run() async throws {
        try await explained("station operator") {
            try await acting.station.send("POST", "/api/operators/\(addressPart(name))/disable", [])
            announce("\(name) is disabled, and signed out everywhere.")
        }
    }
}

/// `parley station operator password`.
struct OperatorPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: "Set a password: the own one, or as an administrator another's.")

    @OptionGroup var acting: ActingOperator

    @Argument(help: "Whose.")
    var name: String

    func run() async throws {
        try await explained("station operator") {
            let isOwn = name.lowercased() == acting.person.lowercased()
            let present =
                isOwn
                ? try PasswordPrompt.password(of: name, file: "PARLEY_PASSWORD_FILE", prompt: "Present password: ")
                : nil
            let password = try PasswordPrompt.newPassword(of: name, file: "PARLEY_NEW_PASSWORD_FILE")
            try await acting.station.send(
                "PUT", "/api/operators/\(addressPart(name))/password",
                jsonBody(["password": password, "present": present]))
            announce("The password of \(name) is set; all sessions of that name have ended.")
        }
    }
}
