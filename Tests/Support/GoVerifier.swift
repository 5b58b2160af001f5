import Foundation

/// The verifier in `Tests/GoVerifier`, which shares nothing with the project's own code, built from its source for a test.
public struct GoVerifier: Sendable {
    private let program: String

    /// Builds it into a directory; nil where Go or its packages are missing, and that is said.
    ///
    /// - Throws: when it does not build, or a process can't be started.
    public init?(in directory: String) throws {
        let packages = "/usr/share/gocode"
        let go = ["/usr/bin/go", "/usr/local/go/bin/go"].first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let go, FileManager.default.fileExists(atPath: packages + "/src/golang.org/x/mod/sumdb") else {
            print("skipped: Go or golang-golang-x-mod-dev is not installed")
            return nil
        }
        // Beside this folder, wherever the sources are linked to.
        let tests = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent()
        let sources = ["main.go", "extract.go"].map { tests.appendingPathComponent("GoVerifier/\($0)").path }
        program = directory + "/verify"
        let (status, output) = try Self.run(
            go, ["build", "-o", program] + sources,
            environment: ["GO111MODULE": "off", "GOPATH": packages, "GOCACHE": directory + "/cache"])
        guard status == 0 else { throw Failure(description: "the Go verifier does not build: \(output)") }
    }

    /// Why there is no verifier.
    public struct Failure: Error, CustomStringConvertible {
        /// In its own words.
        public let description: String
    }

    /// Runs it; its status, and what it says.
    public func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        try Self.run(program, arguments)
    }

    private static func run(
        _ program: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> (status: Int32, output: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}
