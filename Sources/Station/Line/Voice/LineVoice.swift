public import Foundation

/// What can go wrong with the voice. The caller says it to the person who asked.
public enum LineVoiceError: Error, CustomStringConvertible {
    /// espeak-ng is not there.
    case missing
    /// It ended with this status.
    case failed(status: Int32)
    /// It can't speak slowly enough.
    case tooFast(wordsPerMinute: Int)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .missing: "espeak-ng is not installed (apt-get install espeak-ng)"
        case .failed(let status): "espeak-ng failed with status \(status)"
        case .tooFast(let rate):
            "espeak-ng can't speak this at 100 words a minute or less (it spoke \(rate)); nothing was voiced"
        }
    }
}

/// espeak-ng, run as a process and measured: no faster than 100 words a minute. For a speaker-phone; it keys no transmitter.
public struct LineVoice: Sendable {
    /// What was spoken.
    public struct Spoken: Sendable {
        /// How many words.
        public let words: Int
        /// How long it lasts, tenths of a second.
        public let tenthsOfSeconds: Int
        /// A WAV file.
        public let sound: Data

        /// The rate.
        public var wordsPerMinute: Int {
            tenthsOfSeconds == 0 ? 0 : (words * 600 + tenthsOfSeconds - 1) / tenthsOfSeconds
        }
    }

    /// Not faster than this: the rate that the Russian rules give for radio (FAP-362).
    public static let greatestWordsPerMinute = 100
    /// Nominal speeds and pauses between words (in 10 ms), the fastest first.
    private static let attempts = [
        (speed: 100, gap: 2), (speed: 90, gap: 10), (speed: 80, gap: 25), (speed: 80, gap: 50),
    ]
    private static let greatestSeconds = 30.0

    private let language: String

    /// The voice of a language, by its code.
    public init(language: String) { self.language = language }

    /// Speaks a text. Only words that a qualified person has reviewed are given to it (`Renderer.voiceText`).
    public func speak(_ text: String) async throws(LineVoiceError) -> Spoken {
        var last = 0
        for attempt in Self.attempts {
            let sound = try await synthesise(text, speed: attempt.speed, gap: attempt.gap)
            let words = text.split(whereSeparator: \.isWhitespace).count
            let spoken = Spoken(words: words, tenthsOfSeconds: Self.tenths(sound), sound: sound)
            if spoken.tenthsOfSeconds > 0, spoken.wordsPerMinute <= Self.greatestWordsPerMinute { return spoken }
            last = spoken.wordsPerMinute
        }
        throw LineVoiceError.tooFast(wordsPerMinute: last)
    }

    private func synthesise(_ text: String, speed: Int, gap: Int) async throws(LineVoiceError) -> Data {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("parley-\(UUID().uuidString).wav")
        defer { try? FileManager.default.removeItem(at: file) }
        // Lower case: words in capitals would be spelled.
        let status = try await run([
            "espeak-ng", "-v", language, "-s", String(speed), "-g", String(gap), "-w", file.path, "--",
            text.lowercased(),
        ])
        guard status != 127 else { throw LineVoiceError.missing }
        guard status == 0, let sound = try? Data(contentsOf: file) else { throw LineVoiceError.failed(status: status) }
        return sound
    }

    private func run(_ arguments: [String]) async throws(LineVoiceError) -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let (ends, end) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { ended in
            end.yield(ended.terminationStatus)
            end.finish()
        }
        do { try process.run() } catch { throw LineVoiceError.missing }
        let status = try? await withTimeLimit(seconds: Self.greatestSeconds) { await ends.first { _ in true } }
        guard let status = status ?? nil else {
            process.terminate()
            throw LineVoiceError.failed(status: SIGTERM)
        }
        return status
    }

    /// The length of a PCM WAV file in tenths of a second: bytes after its header by its bytes a second.
    private static func tenths(_ sound: Data) -> Int {
        guard sound.count > 44 else { return 0 }
        let bytes = [UInt8](sound[28..<32])
        let perSecond = Int(bytes[0]) | Int(bytes[1]) << 8 | Int(bytes[2]) << 16 | Int(bytes[3]) << 24
        return perSecond > 0 ? (sound.count - 44) * 10 / perSecond : 0
    }
}
