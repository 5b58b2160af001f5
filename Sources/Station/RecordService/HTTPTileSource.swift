import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
public import Record

/// The published part of a record at an address of the web.
///
/// What it fetches is bounded in size and time, and believed by nobody before it was checked.
public struct HTTPTileSource: TileSource {
    /// The address below which the parts are, without a slash at its end.
    public let prefix: String
    private let client: HTTPClient
    private let patience: TimeAmount
    private let gate: IntakeGate?

    /// - Parameters:
    ///   - prefix: `http://` or `https://`, host and, if any, path.
    ///   - patienceSeconds: how long a part may take to arrive.
    /// - Throws: `StationError.source` for any other address.
    public init(_ prefix: String, patienceSeconds: Int64 = 20) throws(StationError) {
        try self.init(prefix, patienceSeconds: patienceSeconds, client: .shared)
    }

    /// - Parameters:
    ///   - client: what asks; it may have certificates of its own.
    ///   - gate: holds back what is fetched; nil for as fast as it comes.
    init(_ prefix: String, patienceSeconds: Int64 = 20, client: HTTPClient, gate: IntakeGate? = nil)
        throws(StationError)
    {
        guard let url = URL(string: prefix), ["http", "https"].contains(url.scheme), url.host != nil, url.query == nil
        else { throw .source(text: prefix, reason: "the address of a record begins with http:// or https://") }
        self.prefix = String(prefix.reversed().drop { $0 == "/" }.reversed())
        self.client = client
        self.gate = gate
        patience = .seconds(patienceSeconds)
    }

    /// The content of a part; nil when the server says that it does not have it.
    ///
    /// - Throws: `StationError.unreachable` when the server can't be reached, answers otherwise, or sends too much.
    public func fetch(_ resource: RecordResource) async throws -> [UInt8]? {
        let address = "\(prefix)/\(resource.path)"
        do {
            let response = try await client.execute(HTTPClientRequest(url: address), timeout: patience)
            switch response.status {
            case .ok:
                let bytes = Array(buffer: try await response.body.collect(upTo: resource.maximumBytes))
                if case .entries(_, let width) = resource { try await gate?.pass(entries: width, bytes: bytes.count) }
                return bytes
            case .notFound, .gone: return nil
            default: throw StationError.unreachable(address: address, reason: "it answers \(response.status)")
            }
        } catch let error as StationError {
            throw error
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw StationError.unreachable(address: address, reason: String(describing: error))
        }
    }
}
