import Foundation
import Hummingbird
public import Logging
import NIOCore
import Record
import ServiceLifecycle
import UnixSignals

/// A running node of one party: picture and page, operators, records, and the parts that speak with peers.
public struct StationNode: Sendable {
    /// What a node is started with, beside what its directory says.
    public struct Options: Sendable {
        /// The picture: sources, rules, speed, and where the page's files are.
        public var watch: WatchOptions
        /// The directory of the node.
        public var directory: String
        /// Instead of what the settings say.
        public var port: Int?
        /// Instead of what the settings say.
        public var bindAddress: String?
        /// Instead of what the settings say.
        public var peerPort: Int?
        /// Instead of what the settings say.
        public var peerBindAddress: String?
        /// Seconds that the clock is put off, for tests.
        public var clockOffsetSeconds = 0.0
        /// A clock for training, see `NodeClock`; nil: the machine's.
        public var trainingClock: String?
        /// How costly passwords are to guess; tests make them cheap.
        var passwordCost = PasswordHash.Cost.standard
        /// A clock of a test, instead of the machine's.
        var clock: NodeClock?

        /// Options of the node in `directory`.
        public init(watch: WatchOptions, directory: String) {
            self.watch = watch
            self.directory = directory
        }
    }

    /// What the person at the machine is told once the node runs.
    public struct Running: Sendable {
        /// Where operators find the page.
        public var pageAddress: String
        /// The link for the first operator; nil once there is one.
        public var firstOperatorLink: String?
        /// The party.
        public var party: String
    }

    let context: NodeContext
    let desk: OperatorDesk
    let routes: [Route]
    private let settings: NodeSettings
    private let pageServer: NodeServer
    private let controlServer: NodeServer
    private let first: [any Service]
    private let last: [any Service]
    private let logger: Logger
    private let lock: any FileLock

    /// Opens the directory and prepares everything that can fail before anything listens.
    ///
    /// - Throws: `StationError`, `RecordError`, `RecordingError` or `SeparationError`, in words for the person at the machine.
    public init(_ options: Options, logger: Logger) async throws {
        let opened = try await OpenedNode(options, logger: logger)
        let parts = try await NodeAssembly.parts(of: opened)
        let context = opened.context
        self.context = context
        self.logger = logger
        settings = opened.settings
        lock = opened.lock
        desk = opened.desk
        let isLoopback = ["127.0.0.1", "::1", "localhost"].contains(settings.bindAddress)
        let page = SessionGate(desk: desk, transport: isLoopback ? .loopback : .encrypted, party: context.party)
        let control = SessionGate(desk: desk, transport: .control, party: context.party)
        let common =
            opened.watch.routes(desk: desk, log: opened.log) + OperatorRoutes(desk: desk).routes
            + NodeRoutes(opened, isEncrypted: !isLoopback, parts: parts).routes + parts.flatMap(\.routes)
        routes = common + opened.sessionRoutes(page)
        pageServer = try NodeServer(
            responder: opened.responder(routes, page),
            place: .port(host: settings.bindAddress, settings.port),
            certificate: isLoopback ? nil : context.directory, logger: logger)
        controlServer = try NodeServer(
            responder: opened.responder(common + opened.sessionRoutes(control), control),
            place: .socket(path: context.directory.controlSocket), certificate: nil, logger: logger)
        first = opened.watch.first + [PrivateRecordService(record: context.privateRecord)]
        last = opened.watch.last + [context.disk, opened.journal, MemoryService()] + parts.flatMap(\.services)
    }

    /// Listens and works until the process is asked to end (SIGINT, SIGTERM) or the task is cancelled.
    ///
    /// - Parameter onRunning: called once, with what the person at the machine is to be told.
    /// - Throws: `StationError.bind` when an address can't be listened on.
    public func run(onRunning: @escaping @Sendable (Running) async -> Void) async throws {
        let socket = context.directory.controlSocket
        // Left over from a process that was killed: the lock says that nobody listens on it.
        try SystemFiles().remove(socket)
        let link = try await desk.makeFirstLink()
        let pages = pageServer.application { [self] channel in
            let page = pageServer.pageAddress(channel)
            await onRunning(
                Running(pageAddress: page, firstOperatorLink: link.map { "\(page)#first=\($0)" }, party: context.party))
        }
        let control = controlServer.application { _ in _ = chmod(socket, 0o600) }
        let group = ServiceGroup(
            configuration: .init(
                services: first + [control, pages] + last, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        )
        defer {
            try? SystemFiles().remove(socket)
            lock.release()
        }
        do {
            try await group.run()
        } catch let error as IOError {
            throw StationError.bind(
                address: settings.bindAddress, port: settings.port, reason: String(cString: strerror(error.errnoCode)),
                option: "--port")
        }
    }
}

/// Gives the private record back when everything that writes to it has stopped.
private struct PrivateRecordService: Service {
    let record: PrivateRecord

    func run() async throws {
        try? await gracefulShutdown()
        await record.close()
    }
}
