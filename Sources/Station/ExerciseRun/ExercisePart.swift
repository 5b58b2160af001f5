import Accord
import ServiceLifecycle

/// Exercises as a part of the node: their plans, and the run that is followed.
struct ExercisePart: NodePart {
    let routes: [Route]
    let services: [any Service]
    let entryHandlers: [any EntryHandler]

    init(_ context: NodeContext, exchange: ExchangePart, sharing: SharingPart) async {
        let plans = PlanDesk(context, exchange: exchange, shelf: sharing.shelf, sender: sharing.sender)
        let outbox = RunOutbox(context, sender: sharing.sender)
        let desk = RunDesk(
            context, plans: plans, outbox: outbox, shelf: sharing.shelf, exchange: exchange)
        let watch = RunWatch(desk: desk, hub: context.hub)
        await context.runner.add(watch)
        routes =
            PlanRoutes(desk: plans, documents: exchange.documents, context: context).routes
            + RunRoutes(desk: desk).routes
        services = [outbox, watch]
        entryHandlers = [plans, desk]
    }
}

/// Brings the seconds of the picture to the run, flies simulated flights on, and tells the pages.
final class RunWatch: PictureObserver, Service {
    private let desk: RunDesk
    private let hub: EventHub
    private let seconds: AsyncStream<PictureSecond>
    private let waker: AsyncStream<PictureSecond>.Continuation

    /// How often simulated flights are flown on.
    private static let periodMilliseconds = 20
    /// How often pages are told at most.
    private static let tellingPeriod = Duration.milliseconds(200)

    init(desk: RunDesk, hub: EventHub) {
        self.desk = desk
        self.hub = hub
        // A second that was not worked before the next one came is passed over: distances are of now.
        (seconds, waker) = AsyncStream.makeStream(of: PictureSecond.self, bufferingPolicy: .bufferingNewest(1))
    }

    func see(_ second: PictureSecond, isRunUp: Bool) {
        guard !isRunUp else { return }
        waker.yield(second)
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup { group in
                group.addTask { for await second in self.seconds { await self.desk.see(second) } }
                group.addTask {
                    var told = ContinuousClock.now - .seconds(1)
                    while !Task.isCancelled {
                        await self.desk.step()
                        if told.duration(to: .now) >= Self.tellingPeriod, let news = await self.desk.takeNews() {
                            self.hub.publish(event: "exercise", json: news)
                            told = .now
                        }
                        try? await Task.sleep(for: .milliseconds(Self.periodMilliseconds))
                    }
                    self.waker.finish()
                }
            }
        }
    }
}
