import ArgumentParser
import Foundation
import Station

/// `parley exercise sign`: signs a version of a plan for this party.
struct ExerciseSign: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign", abstract: "Sign a version of a plan for this party, as a planner or administrator.",
        discussion:
            "The whole is said in both languages first. What is signed are the bytes, by the party's identity key.")

    @OptionGroup var acting: ActingOperator

    @Argument(help: ArgumentHelp("The plan.", valueName: "id"))
    var plan: String

    @Option(
        help: ArgumentHelp("The version's hash, or its first digits; needed when there is a choice.", valueName: "hash")
    )
    var sha256: String?

    @Flag(help: "Sign without being asked again.")
    var yes = false

    func run() async throws {
        try await explained("exercise sign") {
            let version = try await PlanView.version(sha256, of: plan, from: acting.station)
            announce(try await PlanView.text(version, of: plan, from: acting.station))
            if !yes {
                FileHandle.standardError.write(Data("Sign version \(version.version) of \(plan)? Type its name: ".utf8))
                guard readLine() == plan else {
                    throw StationError.option(name: "sign", reason: "nothing was signed")
                }
            }
            try await acting.station.send(
                "POST", "/api/exercises/\(addressPart(plan))/sign", try jsonBody(["sha256": version.sha256]))
            announce("Signed: \(plan) version \(version.version), sha256 \(version.sha256).")
        }
    }
}

/// The plans as a station says them.
enum PlanView {
    struct Version: Decodable {
        struct Signature: Decodable { var party: String }
        var sha256: String
        var version: Int
        var signed: [Signature]
    }
    private struct Plan: Decodable {
        var plan: String
        var versions: [Version]
    }
    private struct All: Decodable {
        var party: String
        var plans: [Plan]
    }
    private struct Text: Decodable {
        struct Words: Decodable {
            var en: String
            var ru: String
        }
        struct Section: Decodable {
            var title: Words
            var sentences: [Words]
        }
        var sections: [Section]
    }

    /// The version that is meant: not signed by this party yet, and named by the hash where there are several.
    static func version(_ hash: String?, of plan: String, from station: ControlClient) async throws -> Version {
        let all = try JSONDecoder().decode(All.self, from: Data(try await station.get("/api/exercises")))
        guard let known = all.plans.first(where: { $0.plan == plan }) else {
            throw StationError.option(name: "ID", reason: "there is no plan “\(plan)” here")
        }
        let found = known.versions.filter { version in
            hash.map { version.sha256.hasPrefix($0.lowercased()) }
                ?? !version.signed.contains { $0.party == all.party }
        }
        guard let only = found.first, found.count == 1 else {
            let choice = found.map { String($0.sha256.prefix(12)) }.joined(separator: ", ")
            throw StationError.option(
                name: "--sha256",
                reason: found.isEmpty ? "nothing is open of \(plan) that it names" : "choose one of \(choice)")
        }
        return only
    }

    /// What a version says, in both languages.
    static func text(_ version: Version, of plan: String, from station: ControlClient) async throws -> String {
        let answer = try await station.get("/api/exercises/\(addressPart(plan))/\(version.sha256)")
        let text = try JSONDecoder().decode(Text.self, from: Data(answer))
        return text.sections.map { section in
            (["\(section.title.en) / \(section.title.ru)"] + section.sentences.map { "  \($0.en)\n  \($0.ru)" })
                .joined(separator: "\n")
        }.joined(separator: "\n\n")
    }
}
