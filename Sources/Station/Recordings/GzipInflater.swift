import CZlib

/// Inflates gzip (RFC 1952) in bounded pieces, one member after another: the only file that touches zlib.
final class GzipInflater {
    /// What came of a call.
    enum Outcome: Equatable {
        /// All input was used, or the output is full.
        case going
        /// A member ended just before the input that is left.
        case memberEnded
        /// The input is not deflated data, or its check sum is wrong; nothing more comes of it.
        case corrupt(String)
    }

    private var stream = z_stream()
    private let isReady: Bool

    init() {
        // 15 bits of window, and 16 to expect a gzip header.
        isReady =
            inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit { inflateEnd(&stream) }

    /// Inflates from `input` into `output`; says how much of each was used.
    func inflate(
        _ input: UnsafeMutableBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> (used: Int, made: Int, outcome: Outcome) {
        guard isReady else { return (0, 0, .corrupt("zlib has no memory")) }
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        let status = CZlib.inflate(&stream, Z_NO_FLUSH)
        let used = input.count - Int(stream.avail_in)
        let made = output.count - Int(stream.avail_out)
        switch status {
        case Z_OK, Z_BUF_ERROR: return (used, made, .going)
        case Z_STREAM_END: return (used, made, .memberEnded)
        default:
            let reason = stream.msg.map { String(cString: $0) } ?? "zlib error \(status)"
            return (used, made, .corrupt(reason))
        }
    }

    /// Makes ready for the next member.
    func startMember() { inflateReset(&stream) }
}
