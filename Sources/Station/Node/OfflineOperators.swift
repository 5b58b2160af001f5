import Accord
import Foundation
import Logging
import Record

/// Adds the first administrator to a node that is not running, for set-ups that no browser is part of.
///
/// Once there is an operator, accounts are changed through the running station only, by an administrator.
public struct OfflineOperators: Sendable {
    private let directory: NodeDirectory

    /// The node in a directory.
    public init(directory: String) { self.directory = NodeDirectory(path: directory) }

    /// Adds the first operator.
    ///
    /// - Throws: `StationError.store` while the station runs, `.refused` once there is an operator or for a name or password that won't do.
    public func addFirst(name: String, password: String) async throws {
        let settings = try NodeSettings.read(from: directory)
        let lock = try OpenedNode.lock(directory)
        defer { lock.release() }
        let clock = NodeClock.system()
        let identity = try SigningKey(readingFrom: directory.identityKey)
        let record = try await PrivateRecord.open(directory: directory, identity: identity, clock: clock)
        do {
            let desk = OperatorDesk(
                store: try OperatorStore(try OpenedNode.database(directory)), hasher: PasswordHasher(), clock: clock,
                log: ActLog(append: { _ = try await record.append($0) }, logger: Logger(label: "parley")))
            guard let link = try await desk.makeFirstLink() else {
                throw StationError.refused(
                    status: 409,
                    reason: "\(settings.name) has operators: start the station and add others as an administrator")
            }
            let opened = try await desk.addFirst(name: name, password: password, link: link, address: nil)
            try await desk.store.endSession(digest: opened.session.identifier)
        } catch let problem as Problem {
            await record.close()
            throw StationError.refused(status: problem.status, reason: "\(problem.title): \(problem.detail)")
        } catch {
            await record.close()
            throw error
        }
        await record.close()
    }
}
