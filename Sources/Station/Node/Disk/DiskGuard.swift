import Foundation
import Logging
import ServiceLifecycle
import Synchronization

/// Looks after the room on the disk: measures it each second, tells the pages and the log when it runs short, and says what may not be
/// written any more.
final class DiskGuard: Service {
    private let directory: NodeDirectory
    private let room: Mutex<DiskRoom>
    private let metrics: StationMetrics
    private let hub: EventHub
    private let logger: Logger
    private static let period = Duration.seconds(1)

    /// - Parameter minimumFreeBytes: nil: the usual minimum of the file system.
    init(
        _ directory: NodeDirectory, minimumFreeBytes: UInt64?, metrics: StationMetrics, hub: EventHub, logger: Logger
    ) {
        self.directory = directory
        self.metrics = metrics
        self.hub = hub
        self.logger = logger
        let size = Self.measure(directory.path)?.size ?? 0
        room = Mutex(DiskRoom(minimumBytes: minimumFreeBytes ?? DiskRoom.usualMinimum(ofBytes: size)))
        look()
    }

    /// How it stands.
    var current: DiskRoom { room.withLock { $0 } }

    /// Whether what may be left out is left out.
    var isShort: Bool { current.state == .short }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await Task.sleep(for: Self.period)
                self.look()
            }
        }
    }

    private func look() {
        guard let free = Self.measure(directory.path)?.free else { return }
        let (hasChanged, now) = room.withLock { ($0.take(freeBytes: free), $0) }
        metrics.diskFreeBytes.set(Int(clamping: now.freeBytes))
        metrics.diskMinimumBytes.set(Int(clamping: now.minimumBytes))
        guard hasChanged else { return }
        let details: Logger.Metadata = [
            "directory": "\(directory.path)", "free": "\(now.freeBytes)", "minimum": "\(now.minimumBytes)",
        ]
        switch now.state {
        case .short:
            logger.critical(
                "the disk is nearly full: own tracks are not written down, and peers are read slowly",
                metadata: details)
        case .low: logger.warning("the disk is getting full", metadata: details)
        case .enough: logger.notice("there is room on the disk again", metadata: details)
        }
        var writer = JSONWriter()
        writer.object { now.writeFields(to: &$0) }
        hub.publish(event: "disk", json: writer.bytes)
    }

    /// What is free for us and what there is in all, bytes; nil when the system doesn't say.
    private static func measure(_ path: String) -> (free: UInt64, size: UInt64)? {
        var answer = statvfs()
        guard statvfs(path, &answer) == 0 else { return nil }
        let unit = UInt64(answer.f_frsize)
        return (UInt64(answer.f_bavail) &* unit, UInt64(answer.f_blocks) &* unit)
    }
}

extension DiskRoom {
    /// As pages and commands read it.
    func writeFields(to writer: inout JSONWriter) {
        writer.field("state", state.rawValue)
        writer.field("freeBytes", Int(clamping: freeBytes))
        writer.field("minimumBytes", Int(clamping: minimumBytes))
    }
}
