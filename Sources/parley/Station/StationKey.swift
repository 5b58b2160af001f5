import ArgumentParser
import Foundation
import Station

/// `parley station key`: the record key and the certificate of the station, and how they are changed.
struct StationKey: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Show the keys of the station, and change them through an amendment.",
        discussion: """
            1. parley station key new       makes new ones ready; the station may run.
            2. Put them into the next version of every agreement in force (parley agreement amend), and let all sign it.
            3. parley station key switch    takes them up; the station is stopped for it.
            4. Make a new backup: peers follow nothing that is signed with the keys of an older one.
            What was signed before stays readable with the old key; new records begin with the new one.
            """,
        subcommands: [KeyShow.self, KeyNew.self, KeySwitch.self])
}

/// `parley station key show`.
private struct KeyShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the keys in use, and those that are made ready.")

    @OptionGroup var place: NodePlace

    func run() async throws {
        try await explained("station key show") { say(try KeyChange(directory: place.data).standing()) }
    }
}

/// `parley station key new`.
private struct KeyNew: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Make a new record key and certificate ready.")

    @OptionGroup var place: NodePlace

    @Option(help: "What is changed: record, certificate or both.")
    var part = ChangedPart.both

    func run() async throws {
        try await explained("station key new") {
            let standing = try KeyChange(directory: place.data).prepare(part.part)
            say(standing)
            announce("Now let the next version of every agreement say of \(standing.party):")
            if let key = standing.nextKey { announce("    key: \(key)") }
            if let certificate = standing.nextCertificate {
                let pem = try String(contentsOfFile: certificate.path, encoding: .utf8)
                announce("    certificate: |")
                for line in pem.split(separator: "\n") { announce("      \(line)") }
            }
        }
    }
}

/// `parley station key switch`.
private struct KeySwitch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "switch", abstract: "Take up the keys that are made ready, while the station is stopped.",
        discussion: """
            Peers take the old certificate for a day after they have seen the new one, and for 30 days at most after the amendment \
            came into force. A peer without an agreement in force learns nothing of the change: it must remove this station and add \
            it anew. docs/station.md leads through both.
            """)

    @OptionGroup var place: NodePlace

    @Flag(
        help: """
            Also when no amendment names them, as without an agreement in force: peers then follow nothing that this station \
            writes until they have removed it and added it anew.
            """)
    var evenUnagreed = false

    func run() async throws {
        try await explained("station key switch") {
            say(try KeyChange(directory: place.data).take(even: evenUnagreed))
            announce("Start the station: it begins new records with the new key. Then make a new backup.")
        }
    }
}

/// What is changed, as it is written on the command line.
private enum ChangedPart: String, ExpressibleByArgument {
    case record, certificate, both

    var part: KeyChange.Part {
        switch self {
        case .record: .record
        case .certificate: .certificate
        case .both: .both
        }
    }
}

private func say(_ standing: KeyChange.Standing) {
    announce(
        """
        Verifier key         \(standing.key)
        Certificate SHA-256  \(standing.certificateSHA256)
        """)
    if let key = standing.nextKey { announce("Made ready: key      \(key)") }
    if let certificate = standing.nextCertificate {
        announce("Made ready: SHA-256  \(certificate.sha256), \(certificate.path)")
    }
    if standing.nextKey != nil || standing.nextCertificate != nil {
        announce(
            standing.isAgreed
                ? "All agreements in force name them: stop the station, then parley station key switch."
                : "No agreement that all have signed names them yet.")
    }
}
