import Foundation
import Hummingbird
import Record

/// The stream of `/tail?from=N`: every entry from an index on, then each new one as soon as it is covered.
///
/// Events are `entry` (its index as the event's id, its bytes in base64) and `checkpoint` (the signed checkpoint that
/// covers all entries sent so far, in base64). A client that was cut off asks again with `Last-Event-ID`.
struct RecordTail: Sendable {
    /// Where the entries come from.
    let source: DirectorySource
    /// Tells when there are more.
    let watch: CheckpointWatch
    /// The first index that the client wants.
    let from: UInt64
    /// A stream that has nothing to say shows a sign of life after this.
    var heartbeat = Duration.seconds(5)

    /// Entries are sent in pieces of about this many bytes.
    private static let pieceBytes = 64 << 10

    /// Writes events until the client goes away or the service stops.
    func write(to writer: inout any ResponseBodyWriter) async throws {
        var next = from
        var announced: [UInt8] = []
        var lastWrite = ContinuousClock.now
        for await _ in watch.changes() {
            let newest = watch.newest
            if newest.isEmpty || newest == announced {
                guard lastWrite.duration(to: .now) > heartbeat else { continue }
                try await writer.write(ByteBuffer(string: ": heartbeat\n\n"))
            } else {
                let signed = try SignedCheckpoint(newest)
                next = try await write(from: next, upTo: signed.checkpoint, to: &writer)
                try await writer.write(Self.event("checkpoint", id: nil, newest))
                announced = newest
            }
            lastWrite = .now
        }
        try await writer.finish(nil)
    }

    private func write(
        from first: UInt64, upTo checkpoint: Checkpoint, to writer: inout any ResponseBodyWriter
    ) async throws -> UInt64 {
        guard first < checkpoint.size else { return first }
        // What is read here is our own; it is checked all the same, so that damage is never passed on.
        let reader = RecordReader(source: source, trusting: checkpoint, cachedTiles: 4)
        var next = first
        var piece = ByteBuffer()
        while next < checkpoint.size {
            let entries: [[UInt8]]
            if let bundle = try await reader.bundle(at: next >> 8) {
                entries = (Int(next & 0xFF)..<bundle.count).map { bundle.entry($0) }
            } else {
                entries = [try await reader.entry(at: next)]
            }
            for entry in entries {
                piece.writeImmutableBuffer(Self.event("entry", id: next, entry))
                next += 1
                if piece.readableBytes > Self.pieceBytes {
                    try await writer.write(piece)
                    piece.clear()
                }
            }
        }
        if piece.readableBytes > 0 { try await writer.write(piece) }
        return next
    }

    private static func event(_ name: String, id: UInt64?, _ bytes: [UInt8]) -> ByteBuffer {
        let identifier = id.map { "id: \($0)\n" } ?? ""
        return ByteBuffer(string: "event: \(name)\n\(identifier)data: \(Data(bytes).base64EncodedString())\n\n")
    }
}
