import Foundation
import Station

/// Asks for passwords without showing them.
enum PasswordPrompt {
    /// The password of an operator: the first line of the file that an environment variable names, else what is typed at the terminal.
    ///
    /// - Throws: `StationError.option` where there is neither.
    static func password(of name: String, file variable: String, prompt: String? = nil) throws -> String {
        if let path = ProcessInfo.processInfo.environment[variable] {
            guard let text = try? String(contentsOfFile: path, encoding: .utf8),
                let line = text.split(separator: "\n", omittingEmptySubsequences: false).first, !line.isEmpty
            else { throw StationError.option(name: variable, reason: "\(path) holds no password in its first line") }
            return String(line)
        }
        return try ask(prompt ?? "Password of \(name): ")
    }

    /// A new password, typed twice at a terminal.
    static func newPassword(of name: String, file variable: String) throws -> String {
        let first = try password(of: name, file: variable, prompt: "New password of \(name): ")
        guard ProcessInfo.processInfo.environment[variable] == nil else { return first }
        guard try ask("The same again: ") == first else {
            throw StationError.option(name: "password", reason: "the two are not the same")
        }
        return first
    }

    private static func ask(_ prompt: String) throws -> String {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard terminal >= 0 else {
            throw StationError.option(
                name: "password", reason: "there is no terminal to ask at: name a file in PARLEY_PASSWORD_FILE")
        }
        defer { close(terminal) }
        var before = termios()
        guard tcgetattr(terminal, &before) == 0 else {
            throw StationError.option(name: "password", reason: "the terminal can't be kept from showing it")
        }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        guard tcsetattr(terminal, TCSAFLUSH, &silent) == 0 else {
            throw StationError.option(name: "password", reason: "the terminal can't be kept from showing it")
        }
        defer { tcsetattr(terminal, TCSAFLUSH, &before) }
        let handle = FileHandle(fileDescriptor: terminal, closeOnDealloc: false)
        handle.write(Data(prompt.utf8))
        var bytes: [UInt8] = []
        while bytes.count < 2_048, let byte = try handle.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") {
            bytes.append(byte)
        }
        handle.write(Data("\n".utf8))
        guard let text = String(validating: bytes, as: UTF8.self), !text.isEmpty else {
            throw StationError.option(name: "password", reason: "nothing was typed")
        }
        return text
    }
}
