/// A witness: cosigns checkpoints of the logs it knows, and of each only growth that extends all it cosigned before.
///
/// Deciding, storing and cosigning are one step for each request: no other comes between.
public actor Witness {
    private let executor = BlockingExecutor(label: "record.witness")
    private let key: SigningKey
    private let directory: String
    private let files: any FileLayer
    private let lock: any FileLock
    private var state: WitnessState

    /// Runs on a thread of its own, as every answer waits for the disk.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// The key that checks the cosignatures of this witness.
    public nonisolated var cosignatureKey: VerifierKey { key.cosignatureKey }

    /// A witness that keeps what it knows in a directory.
    ///
    /// Throws ``RecordError/locked(path:)`` while another one works on the same directory: two could be led to cosign two
    /// histories.
    public init(
        _ directory: String, key: SigningKey, logs: [VerifierKey], files: any FileLayer = SystemFiles()
    ) throws(RecordError) {
        self.directory = directory
        self.key = key
        self.files = files
        try files.makeDirectories(directory, permissions: 0o700)
        lock = try files.lock(Path.join(directory, "lock"))
        var state = WitnessState(logs: logs)
        for log in logs {
            let path = Self.path(of: log.name, in: directory)
            guard let bytes = try files.read(path, maximumBytes: SignedNote.maximumBytes) else { continue }
            let signed = try SignedCheckpoint(bytes)
            guard signed.checkpoint.origin.utf8.elementsEqual(log.name.utf8) else {
                throw .damaged(path: path, reason: "it is a checkpoint of \(signed.checkpoint.origin)")
            }
            state.record(signed)
        }
        self.state = state
    }

    /// Answers one call; the time goes into the cosignature.
    public func addCheckpoint(_ body: [UInt8], timeUnixSeconds: UInt64) -> WitnessResponse {
        let request: WitnessRequest
        do throws(RecordError) { request = try WitnessRequest(body) } catch {
            return .badRequest(reason: error.description)
        }
        switch state.decide(request) {
        case .refuse(let response): return response
        case .accept(let signed):
            do throws(RecordError) {
                let cosignature = try key.cosign(signed.note.text, timeUnixSeconds: timeUnixSeconds)
                // Stored before it is sent: what is cosigned is never forgotten.
                let path = Self.path(of: signed.checkpoint.origin, in: directory)
                try files.replaceDurably(path, with: signed.bytes, permissions: 0o600)
                state.record(signed)
                return .cosigned([cosignature])
            } catch {
                return .unavailable(reason: error.description)
            }
        }
    }

    /// Gives the directory back.
    public func finish() { lock.release() }

    private static func path(of origin: String, in directory: String) -> String {
        Path.join(directory, TreeHash.plain(Array(origin.utf8)).hexadecimal)
    }
}
