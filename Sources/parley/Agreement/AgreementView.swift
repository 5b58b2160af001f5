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
        var ends: Double
    }
    struct Meeting: Decodable {
        var party: String
        var held: Double
        var place: String
        var present: [String]
        var agreed: [String]
        var open: [String]

        /// What is said of it, a line each.
        var lines: [String] {
            ["meeting of \(UTCTime.string(unixSeconds: held)), \(place), entered by \(party)"]
                + (present.isEmpty ? [] : ["  present: \(present.joined(separator: "; "))"])
                + agreed.map { "  agreed: \($0)" } + open.map { "  open: \($0)" }
        }
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
    var meetings: [Meeting]

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
            let (said, ends) = (UTCTime.string(unixSeconds: ending.at), UTCTime.string(unixSeconds: ending.ends))
            lines.append("  ended by \(ending.party) at \(said), over on \(ends): \(ending.reason)")
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

    /// What the parties' people said face to face, the last ones; empty when no meeting is on record.
    var meetingsText: String { meetings.flatMap(\.lines).map { "  \($0)" }.joined(separator: "\n") }
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

        /// Before and now, in both languages.
        var text: String {
            var lines = ["\(keys)"]
            if let beforeEn { lines.append("  before: \(beforeEn)") }
            lines.append("  now:    \(afterEn ?? "(no such clause)")")
            if let beforeRu { lines.append("  было:   \(beforeRu)") }
            lines.append("  стало:  \(afterRu ?? "(статьи нет)")")
            return lines.joined(separator: "\n")
        }
    }

    struct Comparison: Decodable {
        var comparedWith: String
        var comparedVersion: Int
        var differences: [Difference]

        /// What is other, clause by clause, in both languages.
        var text: String {
            let name = "version \(comparedVersion) (\(comparedWith.prefix(12)))"
            if differences.isEmpty { return "Nothing that the clauses say differs from \(name)." }
            return "Other than in \(name):\n" + differences.map(\.text).joined(separator: "\n")
        }
    }

    struct Caution: Decodable {
        var line: Int?
        var keys: String
        var reason: String
        /// The reason in Russian.
        var reasonRu: String

        /// The caution in English, and beneath it in Russian.
        var text: String {
            func said(_ caution: String, _ word: String, _ reason: String) -> String {
                let place = [line.map { "\(word) \($0)" }, keys.isEmpty ? nil : keys]
                return "\(caution): \(place.compactMap { $0 }.joined(separator: ", ")): \(reason)"
            }
            return said("caution", "line", reason) + "\n" + said("предупреждение", "строка", reasonRu)
        }
    }

    var sha256: String
    var document: String
    var clauses: [Clause]
    var cautions: [Caution]
    var comparedWith: String?
    /// Against the version that holds.
    var comparedVersion: Int?
    var differences: [Difference]?
    /// Against the version that it answers.
    var answered: Comparison?

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
        let differences = differencesText
        return differences.isEmpty ? clauses : clauses + "\n\n" + differences
    }

    /// What is allowed and yet worth a second thought, a line each in both languages.
    var cautionsText: String { cautions.map(\.text).joined(separator: "\n") }

    /// What is other than in the version that holds, and than in the one that it answers.
    var differencesText: String {
        var comparisons: [Comparison] = []
        if let comparedWith, let comparedVersion, let differences {
            comparisons.append(
                Comparison(comparedWith: comparedWith, comparedVersion: comparedVersion, differences: differences))
        }
        if let answered, answered.comparedWith != comparedWith { comparisons.append(answered) }
        return comparisons.map(\.text).joined(separator: "\n\n")
    }
}
