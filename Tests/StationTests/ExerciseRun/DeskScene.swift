import Accord
import Foundation
import Record
import Testing

@testable import Station

/// The desks of a station of WEST, under the agreement of November 2015 with EAST, without a network: what EAST writes is handed in.
struct DeskScene {
    let context: NodeContext
    let exchange: ExchangePart
    let shelf = AgreementShelf()
    let sender: AgreementSender
    let clock: MovableClock
    let plans: PlanDesk
    let runs: RunDesk
    private let eastKey: SigningKey
    private let opened: OpenedNode

    init(in scratch: Scratch) async throws {
        let path = scratch.path + "/west"
        _ = try NodeSetup(NodeSetup.Request(name: "west", directory: path))
        _ = try scratch.write("<!doctype html>", to: "index.html")
        var watch = WatchOptions(sources: [], rules: alertingRules())
        watch.webDirectory = scratch.path
        clock = MovableClock(RunSamples.time)
        var options = StationNode.Options(watch: watch, directory: path)
        options.clock = clock.clock
        options.passwordCost = cheapCost
        opened = try await OpenedNode(options, logger: silentLogger)
        context = opened.context
        exchange = try ExchangePart(context) { [] }
        sender = AgreementSender(channels: exchange.table)
        shelf.put([try RunSamples.standing()])
        eastKey = try SigningKey(name: "EAST")
        let certificate = try NodeCertificate(party: "EAST", addresses: [], nowUnixSeconds: RunSamples.time)
        let files = (certificate: scratch.path + "/east.pem", key: scratch.path + "/east.key")
        try PrivateFile.write(Array(certificate.certificate.utf8), to: files.certificate)
        try PrivateFile.write(Array(certificate.key.utf8), to: files.key)
        _ = try exchange.register.add(
            key: eastKey.verifierKey,
            certificate: try StationCertificate(certificate: files.certificate, key: files.key).certificate,
            address: ListenAddress(host: "127.0.0.1", port: 1), nowUnixSeconds: RunSamples.time)
        plans = PlanDesk(context, exchange: exchange, shelf: shelf, sender: sender)
        runs = RunDesk(
            context, plans: plans, outbox: RunOutbox(context, sender: sender), shelf: shelf, exchange: exchange)
    }

    /// An entry of EAST, as the exchange hands it on.
    func received(_ body: some EntryBody, at time: Double? = nil, isHistory: Bool = false) throws -> ReceivedEntry {
        ReceivedEntry(
            peer: "EAST", scope: .agreement("air-safety-2015"),
            reference: EntryReference(origin: "parley/EAST/to/WEST/air-safety-2015/2015-11-03", index: 1),
            entry: try entry(body, at: time), receivedUnixSeconds: clock.clock.now(), isLate: false,
            isHistory: isHistory)
    }

    /// An entry of WEST, as it comes back from its own record.
    func sent(_ body: some EntryBody, at time: Double? = nil, isHistory: Bool = false) throws -> SentEntry {
        SentEntry(
            peer: "EAST", scope: .agreement("air-safety-2015"),
            reference: EntryReference(origin: "parley/WEST/to/EAST/air-safety-2015/2015-11-03", index: 1),
            entry: try entry(body, at: time), isHistory: isHistory)
    }

    private func entry(_ body: some EntryBody, at time: Double?) throws -> Entry {
        try Entry(
            EntryDraft(body).bytes(
                atUnixSeconds: time ?? clock.clock.now(), salt: [UInt8](repeating: 1, count: 16)))
    }

    /// Both have signed the example's plan.
    func sign(_ changes: [(String, String)] = []) async throws {
        let bytes = Array(try RunSamples.planText(changes).utf8)
        let sha256 = try await exchange.documents.keep(bytes).sha256
        let person = RunSamples.officer
        await plans.take(
            try received(PlanProposedBody(sha256: sha256, plan: "november-2015", version: 1, note: nil, by: person)))
        let signature = DocumentSignature(kind: .plan, identifier: "november-2015", version: 1, sha256: sha256)
        func body(_ key: SigningKey) throws -> PlanSignedBody {
            PlanSignedBody(
                sha256: sha256, plan: "november-2015", version: 1, signature: try signature.sign(with: key), by: person)
        }
        await plans.take(try received(try body(eastKey)))
        await plans.take(try sent(try body(context.identity)))
    }

    /// What pages are shown of the run.
    func shown() async throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(await runs.document())) as? [String: Any]
        return object?["run"] as? [String: Any] ?? [:]
    }

    func close() { opened.lock.release() }
}

/// The HTTP status with which something is refused; nil: it is done.
func status(_ work: () async throws -> Void) async -> Int? {
    do {
        try await work()
        return nil
    } catch { return (error as? Problem)?.status }
}
