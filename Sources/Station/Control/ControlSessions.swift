import Foundation
import Record

/// The sessions of commands, in the user's state directory by the XDG Base Directory Specification, each in a file of mode 0600.
struct ControlSessions: Sendable {
    private let directory: String

    init() {
        let environment = ProcessInfo.processInfo.environment
        let base = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        directory = (base ?? (environment["HOME"] ?? "/tmp") + "/.local/state") + "/parley/sessions"
    }

    /// The session of an operator with the node in a directory; nil when there is none.
    func token(of person: String, in node: String) throws -> String? {
        try PrivateFile.read(path(person, node), maximumBytes: 4_096).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Keeps a session.
    func keep(_ token: String, of person: String, in node: String) throws {
        try SystemFiles().makeDirectories(directory, permissions: 0o700)
        try PrivateFile.write(Array(token.utf8), to: path(person, node))
    }

    /// Forgets a session.
    func forget(_ person: String, in node: String) throws { try SystemFiles().remove(path(person, node)) }

    private func path(_ person: String, _ node: String) -> String {
        let place = URL(fileURLWithPath: node).resolvingSymlinksInPath().path
        let name = Secrets.digest("\(place)\n\(OperatorAccount.key(person))", purpose: "control session")
        return "\(directory)/\(name.prefix(32))"
    }
}
