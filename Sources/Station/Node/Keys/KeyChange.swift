public import Foundation
import Record

/// The change of a station's record key and certificate: made ready, named by an amendment that all parties sign with the keys that they
/// have, and then taken up by the station, which begins new records with it.
public struct KeyChange: Sendable {
    /// What is changed.
    public enum Part: String, Sendable, CaseIterable {
        /// The key that signs records and documents.
        case record
        /// The TLS certificate.
        case certificate
        /// Both.
        case both
    }

    /// How the keys stand.
    public struct Standing: Sendable, Equatable {
        /// The party.
        public var party: String
        /// The record key in use.
        public var key: String
        /// The SHA-256 of the certificate in use, hexadecimal.
        public var certificateSHA256: String
        /// The record key that is made ready; nil: none.
        public var nextKey: String?
        /// The file of the certificate that is made ready, PEM, and its SHA-256; nil: none.
        public var nextCertificate: (path: String, sha256: String)?
        /// Whether every agreement in force names what is made ready, as the running station saw it.
        public var isAgreed = false

        /// Whether two standings say the same.
        public static func == (left: Standing, right: Standing) -> Bool {
            left.party == right.party && left.key == right.key && left.certificateSHA256 == right.certificateSHA256
                && left.nextKey == right.nextKey && left.nextCertificate?.sha256 == right.nextCertificate?.sha256
                && left.isAgreed == right.isAgreed
        }
    }

    private let directory: NodeDirectory

    /// The keys of the node in a directory.
    public init(directory: String) { self.directory = NodeDirectory(path: directory) }

    init(_ directory: NodeDirectory) { self.directory = directory }

    /// How the keys stand.
    ///
    /// - Throws: `StationError.store` when there is no node, `RecordError` for a key that can't be read.
    public func standing() throws -> Standing {
        let settings = try NodeSettings.read(from: directory)
        var standing = Standing(
            party: settings.name, key: try SigningKey(readingFrom: directory.identityKey).verifierKey.description,
            certificateSHA256: try NodeCertificate.fingerprint(pem: try PrivateFile.read(directory.certificate) ?? []))
        standing.nextKey = try nextKey()?.description
        standing.nextCertificate = try nextCertificate().map { (directory.next.certificate, $0) }
        standing.isAgreed = try agreed() == mark()
        return standing
    }

    /// Makes keys ready. Nothing uses them before ``take(even:)``; the station may run meanwhile.
    ///
    /// - Throws: `StationError.store` when some are ready already: throw them away first, or take them.
    public func prepare(_ part: Part, now: Date = Date()) throws -> Standing {
        let settings = try NodeSettings.read(from: directory)
        let next = directory.next
        guard try nextKey() == nil, try nextCertificate() == nil else {
            throw StationError.store(
                path: next.directory, reason: "a change is made ready there already; take it, or remove that directory")
        }
        try SystemFiles().makeDirectories(next.directory, permissions: 0o700)
        if part != .certificate { try SigningKey(name: settings.name).write(to: next.identityKey) }
        if part != .record {
            let made = try NodeCertificate(
                party: settings.name, addresses: settings.addresses, nowUnixSeconds: now.timeIntervalSince1970)
            try PrivateFile.write(Array(made.key.utf8), to: next.certificateKey)
            try PrivateFile.write(Array(made.certificate.utf8), to: next.certificate)
        }
        return try standing()
    }

    /// Takes up what is made ready, while the station is stopped. Broken off, the same call takes it up where it was.
    ///
    /// - Parameter even: also when the agreements don't name it yet; peers then follow nothing that comes after.
    /// - Throws: `StationError.store` when the station runs, nothing is ready, or the agreements don't name it.
    public func take(even isUnagreed: Bool = false) throws -> Standing {
        let before = try standing()
        let next = directory.next
        guard before.nextKey != nil || before.nextCertificate != nil else {
            throw StationError.store(
                path: next.directory, reason: "no change of keys is made ready; parley station key new does that")
        }
        guard before.isAgreed || isUnagreed else {
            throw StationError.store(
                path: next.directory,
                reason: """
                    no amendment that all have signed names these keys for every agreement in force, as far as the running \
                    station saw, so peers would follow nothing signed with them. Let all sign one, with the station running, \
                    or take them with --even-unagreed, as without an agreement in force; every peer must then add this station anew
                    """)
        }
        let lock = try OpenedNode.lock(directory)
        defer { lock.release() }
        let files = SystemFiles()
        // The mark is of what was ready before, and goes first: broken off, the rest is asked for again with `even`.
        let isMarked = before.isAgreed
        if before.nextKey != nil {
            var former = try formerKeys().map(\.description)
            if !former.contains(before.key) { former.append(before.key) }
            try PrivateFile.write(Array((former.joined(separator: "\n") + "\n").utf8), to: directory.formerKeys)
        }
        for (made, place) in [
            (next.certificateKey, directory.certificateKey), (next.certificate, directory.certificate),
            (next.identityKey, directory.identityKey),
        ] where FileManager.default.fileExists(atPath: made) {
            try files.rename(made, to: place)
            if isMarked { try markAgreed() }
        }
        try files.remove(next.agreed)
        try files.removeEmptyDirectory(next.directory)
        try files.synchroniseFileSystem(of: directory.keys)
        return try standing()
    }

    /// Notes that every agreement in force names what is made ready.
    func markAgreed() throws {
        guard let mark = try mark() else { return }
        try PrivateFile.write(Array(mark.utf8), to: directory.next.agreed)
    }

    /// The record key that is made ready.
    func nextKey() throws -> VerifierKey? {
        guard FileManager.default.fileExists(atPath: directory.next.identityKey) else { return nil }
        return try SigningKey(readingFrom: directory.next.identityKey).verifierKey
    }

    /// The SHA-256 of the certificate that is made ready.
    func nextCertificate() throws -> String? {
        guard let pem = try PrivateFile.read(directory.next.certificate) else { return nil }
        return try NodeCertificate.fingerprint(pem: pem)
    }

    /// The keys that were in use before, the oldest first.
    func formerKeys() throws -> [VerifierKey] {
        let bytes = try PrivateFile.read(directory.formerKeys) ?? []
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { try? VerifierKey(String($0)) }
    }

    private func agreed() throws -> String? {
        try PrivateFile.read(directory.next.agreed).map { String(decoding: $0, as: UTF8.self) }
    }

    /// What is made ready, as the mark names it; nil when nothing is.
    private func mark() throws -> String? {
        let (key, certificate) = (try nextKey()?.description, try nextCertificate())
        return key == nil && certificate == nil ? nil : "\(key ?? "-")\n\(certificate ?? "-")\n"
    }
}

extension NodeDirectory {
    /// The places of keys that are made ready.
    struct Next: Sendable {
        let directory: String
        var identityKey: String { "\(directory)/identity.key" }
        var certificateKey: String { "\(directory)/tls.key" }
        var certificate: String { "\(directory)/tls.pem" }
        /// Written by the running station once all agreements in force name them.
        var agreed: String { "\(directory)/agreed" }
    }

    /// Keys that are made ready and not in use yet, mode 0700.
    var next: Next { Next(directory: "\(keys)/next") }
    /// The verifier keys that this party had before, one a line.
    var formerKeys: String { "\(keys)/former" }
}
