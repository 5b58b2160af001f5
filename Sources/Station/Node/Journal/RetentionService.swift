import Logging
import ServiceLifecycle

/// Applies the retention of own tracks as days end: what is kept longer than a station says is not kept by forgetting to ask.
struct RetentionService: Service {
    let retention: RecordRetention
    /// The retention, days.
    let days: Double
    let logger: Logger

    /// A station that has just started has other things to do.
    private static let firstPause = Duration.seconds(120)
    private static let pause = Duration.seconds(3_600)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var pause = Self.firstPause
            while (try? await Task.sleep(for: pause)) != nil {
                await apply()
                pause = Self.pause
            }
        }
    }

    /// Applies it once, unless the clock can't be trusted yet.
    func apply() async {
        do {
            guard try retention.trustsClock() else { return }
            let dropped = try await retention.apply(days: days)
            guard dropped > 0 else { return }
            logger.notice("own tracks were kept long enough", metadata: ["dropped": "\(dropped)", "days": "\(days)"])
        } catch is CancellationError {
            // The station stops; the next one goes on.
        } catch {
            logger.error("the retention was not applied", metadata: ["error": "\(error)"])
        }
    }
}
