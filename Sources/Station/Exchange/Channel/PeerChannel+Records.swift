import Accord
import Record

extension PeerChannel {
    /// The key of the record that is to be followed next: where the last one goes on, or the first that the peer has for us.
    func nextPeerRecord() async throws -> VerifierKey? {
        let known = try await context.index.records(peer: peer, scope: scope, direction: .received)
        if let last = known.last {
            if let reason = last.stopped {
                state.alarm = reason
                note(link: .stopped, reason: reason)
                await rest(seconds: 60)
                return nil
            }
            state.notice = last.continuedNote ?? known.dropLast().last?.continuedNote ?? state.notice
            if let next = last.continuedIn { return try check(VerifierKey(next), after: last.origin) }
            guard let next = try await successor(of: last) else { return try key(of: last.origin) }
            return next
        }
        if let origin = offline.keys.min(), let key = try key(of: origin) { return key }
        let offers = try await discover()
        guard let offered = offers.first(where: { (try? check($0)) != nil }) else {
            // A key that nobody has agreed to is named, and not passed over in silence.
            if let wrong = offers.first { _ = try check(wrong) }
            note(link: .waiting, reason: "\(peer) has not opened its side yet")
            return nil
        }
        return offered
    }

    /// The key of the record in which a closed one that was wholly handed on goes on.
    private func successor(of record: HandledRecord) async throws -> VerifierKey? {
        let directory = RecordDirectory(context.directory.peerRecord(record.origin))
        let source = DirectorySource(directory)
        guard record.handled > 0, let newest = try? await source.newestCheckpoint(),
            newest.checkpoint.size >= record.handled
        else { return nil }
        let reader = RecordReader(source: source, trusting: newest.checkpoint, cachedTiles: 4)
        let last = try await reader.entry(at: record.handled - 1)
        guard case .closed(let next)? = try? RotationEntry(last) else { return nil }
        return try check(next, after: record.origin)
    }

    /// The key that a record of the peer is signed with; nil when it is none for us.
    ///
    /// Of one that is here its own checkpoint tells which of the peer's keys it is; of any other it is the present one.
    func key(of origin: String) throws -> VerifierKey? {
        guard let peer = context.register.peer(named: peer) else { return nil }
        let candidates = try peer.keys.reversed().map {
            try VerifierKey(name: origin, kind: .ed25519, publicKey: $0.publicKey)
        }
        let path =
            "\(RecordDirectory(context.directory.peerRecord(origin)).published)/\(RecordResource.checkpoint.path)"
        if candidates.count > 1,
            let bytes = try SystemFiles().read(path, maximumBytes: RecordResource.checkpoint.maximumBytes),
            let signed = try? SignedCheckpoint(bytes),
            let match = candidates.first(where: { (try? signed.verify(by: $0)) != nil })
        {
            return try check(match)
        }
        return try candidates.first.map { try check($0) }
    }

    /// A record that the peer names must be its own, for us, under this scope, and signed with a key of the peer's.
    ///
    /// - Parameter before: the record that it follows: after a change of key none goes back to the key before.
    func check(_ key: VerifierKey, after before: String? = nil) throws -> VerifierKey {
        let origin = try RecordOrigin(parsing: key.name)
        guard origin.writer == peer, origin.reader == context.party, ChannelScope(origin) == scope else {
            throw StationError.peer(name: peer, reason: "“\(key.name)” is no record of this channel")
        }
        let known = context.register.peer(named: peer)
        guard let number = known?.number(ofPublicKey: key.publicKey) else {
            throw StationError.peer(
                name: peer, reason: "\(key.name) is signed with a key that nobody has agreed to")
        }
        if let before, let old = try self.key(of: before), let least = known?.number(ofPublicKey: old.publicKey) {
            guard number >= least else {
                throw StationError.peer(
                    name: peer, reason: "\(key.name) is signed with a key that \(peer) has given up")
            }
        }
        return key
    }
}

extension RecordError {
    /// Whether it tells of our own disk, and not of what the peer has sent.
    var isOfThisDisk: Bool {
        switch self {
        case .stopped, .notWritten, .file, .directory, .locked: true
        default: false
        }
    }
}
