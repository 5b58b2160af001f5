#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A progress bar on the standard error stream, if that is a terminal; nothing otherwise.
public struct ReviewProgress {
    private let isTerminal: Bool
    private var shown = -1

    /// A bar that has not been shown.
    public init() { isTerminal = isatty(STDERR_FILENO) == 1 }

    /// Shows how far it is, 0 to 1; nil: it is not known.
    public mutating func show(_ fraction: Double?, _ doing: String) {
        guard isTerminal else { return }
        let percent = fraction.map { Int(min(max($0, 0), 1) * 100) } ?? 0
        guard percent != shown else { return }
        shown = percent
        let filled = percent * 30 / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        write("\r\(bar) \(percent) % \(doing)\u{1B}[K")
    }

    /// Takes the bar away.
    public mutating func clear() {
        guard isTerminal, shown >= 0 else { return }
        shown = -1
        write("\r\u{1B}[K")
    }

    private func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { systemWrite($0) }
            if count <= 0 { return }
            bytes = bytes.dropFirst(count)
        }
    }

    private func systemWrite(_ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
            Musl.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
        #else
            Darwin.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
        #endif
    }
}
