import Airspace
import Foundation
import Station

/// Where an agreement stands, as the station says it.
struct AgreementView: Decodable {
    struct Suspension: Decodable {
        var party: String
        var reason: String
        var since: Double
    }
    struct Ending: Decodable {
        var party: String
        var reason: String
        var at: Double
    }
    struct Signature: Decodable {
        var party: String
        var at: Double
    }
    struct Proposal: Decodable {
        var party: String
        var at: Double
        var note: String?
    }
    struct Version: Decodable {
        var sha256: String
        var version: Int
        var parties: [String]
        var signed: [Signature]
        var proposals: [Proposal]
    }

    var agreement: String
    var state: String
    var version: Int?
    var sha256: String?
    var titleEn: String?
    var titleRu: String?
    var parties: [String]?
    var suspensions: [Suspension]
    var ending: Ending?
    var open: [Version]

    private struct All: Decodable { var agreements: [AgreementView] }

    /// All agreements of a station.
    static func all(from station: ControlClient) async throws -> [AgreementView] {
        let answer = try await station.get("/api/agreements")
        return try JSONDecoder().decode(All.self, from: Data(answer)).agreements
    }

    /// One agreement.
    ///
    /// - Throws: `StationError.option` when there is none of that name.
    static func fetch(_ identifier: String, from station: ControlClient) async throws -> AgreementView {
        guard let found = try await all(from: station).first(where: { $0.agreement == identifier }) else {
            throw StationError.option(name: "ID", reason: "there is no agreement “\(identifier)”")
        }
        return found
    }

    /// The open version of a hash, or of its first digits; without one the newest.
    ///
    /// - Parameter isUnasked: nobody is asked before it is used: then it must be the only one, or named.
    /// - Throws: `StationError.option` when there is none, or a choice.
    func open(_ hash: String?, isUnasked: Bool = false) throws -> Version {
        let found = open.filter { version in hash.map { version.sha256.hasPrefix($0.lowercased()) } ?? true }
        guard let first = found.first else {
            throw StationError.option(name: "--sha256", reason: "nothing is open under \(agreement) that it names")
        }
        guard found.count == 1 || hash == nil && !isUnasked && found.allSatisfy({ $0.version <= first.version }) else {
            throw StationError.option(
                name: "--sha256",
                reason: "choose one of \(found.map { String($0.sha256.prefix(12)) }.joined(separator: ", "))")
        }
        return first
    }

    /// A few lines in English.
    var summary: String {
        var lines = ["\(agreement): \(state.replacingOccurrences(of: "-", with: " "))"]
        if let version, let sha256 {
            lines.append("  version \(version), sha256 \(sha256)")
            lines.append("  \(titleEn ?? "") / \(titleRu ?? "")")
            lines.append("  parties: \((parties ?? []).joined(separator: ", "))")
        }
        for suspension in suspensions {
            let since = UTCTime.string(unixSeconds: suspension.since)
            lines.append("  suspended by \(suspension.party) since \(since): \(suspension.reason)")
        }
        if let ending {
            lines.append("  ended by \(ending.party) at \(UTCTime.string(unixSeconds: ending.at)): \(ending.reason)")
        }
        for version in open {
            let signed = version.signed.map(\.party)
            let missing = version.parties.filter { !signed.contains($0) }
            lines.append("  open: version \(version.version), sha256 \(version.sha256)")
            for proposal in version.proposals {
                let at = UTCTime.string(unixSeconds: proposal.at)
                lines.append("    put forward by \(proposal.party) at \(at)\(proposal.note.map { ": \($0)" } ?? "")")
            }
            lines.append("    signed by \(signed.isEmpty ? "nobody" : signed.joined(separator: ", "))")
            if !missing.isEmpty { lines.append("    not yet by \(missing.joined(separator: ", "))") }
        }
        return lines.joined(separator: "\n")
    }
}

/// What a version says, in both languages.
struct AgreementText: Decodable {
    struct Clause: Decodable {
        var keys: String
        var en: String
        var ru: String
    }
    struct Difference: Decodable {
        var keys: String
        var beforeEn: String?
        var beforeRu: String?
        var afterEn: String?
        var afterRu: String?
    }

    struct Caution: Decodable {
        var line: Int?
        var keys: String
        var reason: String
    }

    var sha256: String
    var document: String
    var clauses: [Clause]
    var cautions: [Caution]
    var comparedVersion: Int?
    var differences: [Difference]?

    /// A version of an agreement.
    static func fetch(_ sha256: String, of identifier: String, from station: ControlClient) async throws
        -> AgreementText
    {
        let answer = try await station.get("/api/agreements/\(addressPart(identifier))/\(addressPart(sha256))")
        return try JSONDecoder().decode(AgreementText.self, from: Data(answer))
    }

    /// Every clause in English and in Russian, and what is other than before.
    var wholeText: String {
        let clauses = clauses.map { "\($0.en)\n\($0.ru)" }.joined(separator: "\n\n")
        return differences == nil ? clauses : clauses + "\n\n" + differencesText
    }

    /// What is allowed and yet worth a second thought, a line each.
    var cautionsText: String {
        cautions.map { caution in
            let place = [caution.line.map { "line \($0)" }, caution.keys.isEmpty ? nil : caution.keys]
            return "caution: \(place.compactMap { $0 }.joined(separator: ", ")): \(caution.reason)"
        }.joined(separator: "\n")
    }

    /// What is other than in the version that it is compared with.
    var differencesText: String {
        guard let differences, let comparedVersion else { return "" }
        if differences.isEmpty { return "Nothing that the clauses say differs from version \(comparedVersion)." }
        let lines = differences.map { difference in
            var lines = ["\(difference.keys)"]
            if let before = difference.beforeEn { lines.append("  before: \(before)") }
            lines.append("  now:    \(difference.afterEn ?? "(no such clause)")")
            if let before = difference.beforeRu { lines.append("  было:   \(before)") }
            lines.append("  стало:  \(difference.afterRu ?? "(статьи нет)")")
            return lines.joined(separator: "\n")
        }
        return "Other than in version \(comparedVersion):\n" + lines.joined(separator: "\n")
    }
}
