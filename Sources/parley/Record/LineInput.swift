import Foundation
import Glibc
import Synchronization

/// The lines of a file or of standard input, gathered while nobody waits for them.
///
/// A thread reads ahead of the consumer, up to a bound: what has come while one batch was on its way to the disk is the
/// next batch, so a slow disk makes larger batches and not a longer queue.
final class LineInput: Sendable {
    private struct State {
        var lines: [[UInt8]] = []
        var bytes = 0
        var isAtEnd = false
        var failure: Int32 = 0
    }

    /// Read ahead at most so much.
    private static let aheadBytes = 8 << 20
    private static let aheadLines = 16_384
    private let state = Mutex(State())
    private let filled = DispatchSemaphore(value: 0)
    private let drained = DispatchSemaphore(value: 0)

    /// Starts to read a descriptor.
    init(descriptor: Int32) {
        Thread { self.read(descriptor) }.start()
    }

    /// All lines that have come since the last call, at least one; nil at the end. Blocks until there is something.
    ///
    /// A last line without a line break is a line too.
    /// - Throws: the system's error when reading failed.
    func nextBatch() throws -> [[UInt8]]? {
        while true {
            let (lines, isAtEnd, failure) = state.withLock { state in
                defer {
                    state.lines = []
                    state.bytes = 0
                }
                return (state.lines, state.isAtEnd, state.failure)
            }
            if !lines.isEmpty {
                drained.signal()
                return lines
            }
            if failure != 0 { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
            if isAtEnd { return nil }
            filled.wait()
        }
    }

    private func read(_ descriptor: Int32) {
        var buffer = [UInt8](repeating: 0, count: 256 << 10)
        var rest: [UInt8] = []
        while true {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return end(rest, failure: count < 0 ? errno : 0) }
            var lines: [[UInt8]] = []
            var start = 0
            while let newline = buffer[start..<count].firstIndex(of: UInt8(ascii: "\n")) {
                lines.append(rest.isEmpty ? Array(buffer[start..<newline]) : rest + buffer[start..<newline])
                rest.removeAll(keepingCapacity: true)
                start = newline + 1
            }
            rest += buffer[start..<count]
            hand(over: lines)
        }
    }

    private func hand(over lines: [[UInt8]]) {
        guard !lines.isEmpty else { return }
        let isFull = state.withLock { state in
            state.lines += lines
            state.bytes += lines.reduce(0) { $0 + $1.count }
            return state.bytes > Self.aheadBytes || state.lines.count > Self.aheadLines
        }
        filled.signal()
        if isFull { drained.wait() }
    }

    private func end(_ rest: [UInt8], failure: Int32) {
        state.withLock {
            if !rest.isEmpty { $0.lines.append(rest) }
            $0.isAtEnd = true
            $0.failure = failure
        }
        filled.signal()
    }
}
