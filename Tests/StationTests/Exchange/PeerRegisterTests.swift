import GRDB
import NIOSSL
import Record
import Testing

@testable import Station

@Suite("The register of peers")
struct PeerRegisterTests {
    private static let start = 1_790_000_000.0
    private static let day = 86_400.0

    private let scratch: Scratch
    private let database: DatabasePool
    private let register: PeerRegister
    private let key: VerifierKey
    private let old: [UInt8]
    private let new: [UInt8]

    init() throws {
        scratch = try Scratch()
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        database = try DatabasePool(path: scratch.path + "/peers.sqlite", configuration: configuration)
        register = try PeerRegister(database, party: "WEST")
        key = try SigningKey(name: "EAST").verifierKey
        old = try Self.certificate()
        new = try Self.certificate()
        try add(old, at: Self.start)
    }

    private static func certificate() throws -> [UInt8] {
        let made = try NodeCertificate(party: "EAST", addresses: [], nowUnixSeconds: start)
        return try NIOSSLCertificate(bytes: Array(made.certificate.utf8), format: .pem).toDERBytes()
    }

    private func add(_ certificate: [UInt8], at time: Double) throws {
        try register.add(
            key: key, certificate: certificate, address: ListenAddress(host: "east.example.org", port: 8481),
            nowUnixSeconds: time)
    }

    /// Whether a certificate is taken at a time, by the register and by one that is read anew from the disk.
    private func accepts(_ certificate: [UInt8], at time: Double) throws -> Bool {
        let found = register.peer(withCertificate: certificate, atUnixSeconds: time) != nil
        let again = try PeerRegister(database, party: "WEST").peer(withCertificate: certificate, atUnixSeconds: time)
        #expect((again != nil) == found, "the disk says something else")
        return found
    }

    @Test("takes the old certificate until a day after the station was seen with the new one")
    func switched() throws {
        try add(new, at: Self.start + Self.day)
        // The station turns to it a week later.
        let turn = Self.start + 8 * Self.day
        #expect(try accepts(old, at: turn) && accepts(new, at: turn))
        try register.note(old, ofPeer: "EAST", nowUnixSeconds: turn - 60)
        #expect(try accepts(old, at: turn + 2 * Self.day), "the old one alone ends nothing")
        try register.note(new, ofPeer: "EAST", nowUnixSeconds: turn)
        #expect(try accepts(old, at: turn + Self.day - 1))
        #expect(try !accepts(old, at: turn + Self.day))
        // Seen again and again, the day is still that of the first time.
        try register.note(new, ofPeer: "EAST", nowUnixSeconds: turn + 1_000)
        #expect(try !accepts(old, at: turn + Self.day))
        #expect(try accepts(new, at: turn + 100 * Self.day))
    }

    @Test("takes the old certificate for thirty days when the station is never seen with the new one")
    func neverSwitched() throws {
        try add(new, at: Self.start)
        #expect(try accepts(old, at: Self.start + 30 * Self.day - 1))
        #expect(try !accepts(old, at: Self.start + 30 * Self.day))
        // Given another address, it does not begin anew.
        try add(new, at: Self.start + 20 * Self.day)
        #expect(try !accepts(old, at: Self.start + 30 * Self.day))
    }

    @Test("does not end a certificate that is newer than the one that was seen")
    func newest() throws {
        let next = try Self.certificate()
        try add(new, at: Self.start)
        try add(next, at: Self.start)
        try register.note(new, ofPeer: "EAST", nowUnixSeconds: Self.start)
        #expect(try !accepts(old, at: Self.start + Self.day))
        #expect(try accepts(new, at: Self.start + 29 * Self.day))
        #expect(try accepts(next, at: Self.start + 100 * Self.day))
        try register.note(new, ofPeer: "SOUTH", nowUnixSeconds: Self.start)
    }
}
