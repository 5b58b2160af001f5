import ArgumentParser
import Foundation
import Inquiry
import Station

/// `parley extract request`: asks for a release.
struct ExtractRequest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request", abstract: "Ask for a release, to be approved by a spokesperson and an investigator.",
        discussion: "At a running station, as a spokesperson or investigator. What is approved is exactly this query.")

    @OptionGroup var acting: ActingOperator
    @Option(help: "Which entries, such as “from:2015-11-03T09:20:00Z type:message/1”.") var query = ""
    @Option(help: ArgumentHelp("A claim whose findings are to go out with what they rest on.", valueName: "file"))
    var claim: String?

    private struct Made: Decodable {
        var release: String
        var query: String
    }

    func run() async throws {
        try await explained("extract request") {
            let query = ExtractQuery.text(query, withClaim: try claim.map(ExtractMake.sha256))
            let made = try JSONDecoder().decode(
                Made.self,
                from: Data(try await acting.station.send("POST", "/api/releases", try jsonBody(["query": query]))))
            announce("Release \(made.release) is asked for, with the query “\(made.query)”.")
            announce(
                "It goes out when a spokesperson and an investigator have said: parley extract approve \(made.release)")
        }
    }
}

/// `parley extract approve`: approves a release.
struct ExtractApprove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Approve a release, as a spokesperson or as an investigator.",
        discussion: "Each of the two must be somebody else. The approval is an entry of the private record.")

    @OptionGroup var acting: ActingOperator
    @Argument(help: ArgumentHelp("The release.", valueName: "id")) var release: String

    func run() async throws {
        try await explained("extract approve") {
            try await acting.station.send("POST", "/api/releases/\(addressPart(release))/approvals", Array("{}".utf8))
            announce("On record: \(acting.person) approves release \(release).")
        }
    }
}

/// `parley extract releases`: what was asked for and who approved it.
struct ExtractReleases: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "releases", abstract: "Show the releases that were asked for, and who approved them.")

    @OptionGroup var acting: ActingOperator

    private struct Answer: Decodable {
        struct By: Decodable {
            var name: String
            var role: String
        }
        struct Release: Decodable {
            var release: String
            var query: String
            var by: By
            var approvedBy: [By]
            var approved: Bool
        }
        var releases: [Release]
    }

    func run() async throws {
        try await explained("extract releases") {
            let answer = try JSONDecoder().decode(
                Answer.self, from: Data(try await acting.station.get("/api/releases")))
            for one in answer.releases {
                let by = one.approvedBy.map { "\($0.name) (\($0.role))" }.joined(separator: ", ")
                print(
                    "\(one.release)\t\(one.approved ? "approved" : "waits")\t\(one.query)\tasked for by \(one.by.name)"
                        + (by.isEmpty ? "" : "\tapproved by \(by)"))
            }
        }
    }
}
