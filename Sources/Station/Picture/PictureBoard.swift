import Synchronization

/// Where the latest picture hangs for everybody to read; only the runner puts up another.
final class PictureBoard: Sendable {
    private let snapshot = Mutex(PictureSnapshot())
    private let written = Mutex<(sequence: Int, json: [UInt8])?>(nil)

    /// The latest picture.
    var current: PictureSnapshot { snapshot.withLock { $0 } }

    /// Puts up a picture.
    func put(_ newer: PictureSnapshot) {
        snapshot.withLock { $0 = newer }
    }

    /// The latest picture as JSON, written once however many ask for it.
    func wholePicture() -> (sequence: Int, json: [UInt8]) {
        let current = current
        return written.withLock { written in
            if let written, written.sequence == current.sequence { return written }
            var writer = JSONWriter(reserving: 1024 + current.tracks.count * 400)
            current.write(to: &writer)
            written = (current.sequence, writer.bytes)
            return (current.sequence, writer.bytes)
        }
    }
}
