/// Why a station can't start or go on. Every one says what the person at the machine is to do.
public enum StationError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A source that is none of the kinds that can be read.
    case source(text: String, reason: String)
    /// Sources that can't be in one picture.
    case mixedSources(recording: String, live: String)
    /// Nothing in the recordings could be used.
    case emptyRecording(paths: [String], firstFault: String?)
    /// A rules file with a fault; `line` counts from 1.
    case rules(path: String, line: Int?, reason: String)
    /// The files of the page were not found in any of these places.
    case pageMissing(searched: [String])
    /// A file or directory of a station is not as it must be; `reason` says what is wrong and what to do.
    case store(path: String, reason: String)
    /// The address can't be listened on; `option` names another.
    case bind(address: String, port: Int, reason: String, option: String)
    /// An address of the web that does not give what was asked.
    case unreachable(address: String, reason: String)
    /// A stream that breaks its own format; it is given up and may be asked for again.
    case stream(reason: String)
    /// The station of a directory that a command wants to speak with does not answer.
    case control(path: String, reason: String)
    /// The station answered, and refused; `reason` is its words.
    case refused(status: Int, reason: String)
    /// A backup that can't be made or restored.
    case backup(path: String, reason: String)
    /// An option that can't be.
    case option(name: String, reason: String)
    /// A peer with whom something can't be done.
    case peer(name: String, reason: String)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .source(let text, let reason): "“\(text)” can't be watched: \(reason)"
        case .mixedSources(let recording, let live):
            "\(recording) is a recording and \(live) is live: their times differ, so watch them in two stations"
        case .emptyRecording(let paths, let fault):
            "nothing in \(paths.joined(separator: ", ")) could be used"
                + (fault.map { "; the first fault: \($0)" } ?? "")
        case .rules(let path, let line, let reason): "\(path)\(line.map { ":\($0)" } ?? ""): \(reason)"
        case .pageMissing(let searched):
            "the files of the page were not found; name their directory with --web (looked in \(searched.joined(separator: ", ")))"
        case .store(let path, let reason): "\(path): \(reason)"
        case .bind(let address, let port, let reason, let option):
            "\(address):\(port) can't be listened on: \(reason); another can be given with \(option)"
        case .unreachable(let address, let reason): "\(address) can't be read: \(reason)"
        case .stream(let reason): "the stream of events is broken: \(reason)"
        case .control(let path, let reason): "\(path): \(reason)"
        case .refused(_, let reason): reason
        case .backup(let path, let reason): "\(path): \(reason)"
        case .option(let name, let reason): "\(name): \(reason)"
        case .peer(let name, let reason): "\(name): \(reason)"
        }
    }
}
