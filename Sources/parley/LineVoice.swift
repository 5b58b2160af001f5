import Foundation

/// What can go wrong with the voice. The caller says it to the person who asked.
enum LineVoiceError: Error, CustomStringConvertible {
    case missing
    case failed(status: Int32)
    case tooFast(wordsPerMinute: Int)
    case output(String)

    var description: String {
        switch self {
        case .missing: "espeak-ng is not installed (apt-get install espeak-ng)"
        case .failed(let status): "espeak-ng failed with status \(status)"
        case .tooFast(let rate):
            "espeak-ng can't speak this at 100 words a minute or less (it spoke \(rate)); nothing was written"
        case .output(let reason): "the sound can't be written: \(reason)"
        }
    }
}

/// espeak-ng, run as a process and measured: no faster than 100 words a minute.
struct LineVoice {
    /// What was spoken.
    struct Spoken {
        let words: Int
        let tenthsOfSeconds: Int
        var wordsPerMinute: Int { tenthsOfSeconds == 0 ? 0 : (words * 600 + tenthsOfSeconds - 1) / tenthsOfSeconds }
    }

    /// Not faster than this: the rate that the Russian rules give for radio (FAP-362).
    static let greatestWordsPerMinute = 100
    /// Nominal speeds and pauses between words (in 10 ms), the fastest first.
    private static let attempts = [
        (speed: 100, gap: 2), (speed: 90, gap: 10), (speed: 80, gap: 25), (speed: 80, gap: 50),
    ]
    private static let greatestSeconds = 30.0

    let language: String

    /// Speaks `text` into a WAV file.
    func speak(_ text: String, to path: String) throws(LineVoiceError) -> Spoken {
        var last = 0
        for attempt in Self.attempts {
            let sound = try synthesise(text, speed: attempt.speed, gap: attempt.gap)
            let spoken = Spoken(
                words: text.split(whereSeparator: \.isWhitespace).count, tenthsOfSeconds: Self.tenths(sound))
            if spoken.tenthsOfSeconds > 0, spoken.wordsPerMinute <= Self.greatestWordsPerMinute {
                do { try sound.write(to: URL(fileURLWithPath: path)) } catch {
                    throw LineVoiceError.output(error.localizedDescription)
                }
                return spoken
            }
            last = spoken.wordsPerMinute
        }
        throw LineVoiceError.tooFast(wordsPerMinute: last)
    }

    private func synthesise(_ text: String, speed: Int, gap: Int) throws(LineVoiceError) -> Data {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("parley-\(UUID().uuidString).wav")
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        // Lower case: words in capitals would be spelled.
        process.arguments = [
            "espeak-ng", "-v", language, "-s", String(speed), "-g", String(gap), "-w", file.path, "--",
            text.lowercased(),
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { throw LineVoiceError.missing }
        let deadline = Date().addingTimeInterval(Self.greatestSeconds)
        while process.isRunning, Date() < deadline { usleep(10_000) }
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
        guard process.terminationStatus != 127 else { throw LineVoiceError.missing }
        guard process.terminationStatus == 0, let sound = try? Data(contentsOf: file) else {
            throw LineVoiceError.failed(status: process.terminationStatus)
        }
        return sound
    }

    /// The length of a PCM WAV file in tenths of a second: bytes after its header by its bytes a second.
    private static func tenths(_ sound: Data) -> Int {
        guard sound.count > 44 else { return 0 }
        let bytes = [UInt8](sound[28..<32])
        let perSecond = Int(bytes[0]) | Int(bytes[1]) << 8 | Int(bytes[2]) << 16 | Int(bytes[3]) << 24
        return perSecond > 0 ? (sound.count - 44) * 10 / perSecond : 0
    }
}
