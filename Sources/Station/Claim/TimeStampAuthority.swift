import AsyncHTTPClient
import Foundation
import Inquiry
import NIOCore
import NIOHTTP1

/// Asks an authority for a time stamp (RFC 3161) over a file, through openssl: it shows that the file was there by then.
struct TimeStampAuthority {
    /// Its address.
    let address: String

    /// The longest answer that is read.
    private static let maximumAnswerBytes = 64 << 10
    private static let patience = TimeAmount.seconds(20)

    /// Writes the query and the answer beside the file, as `.tsq` and `.tsr`; `openssl ts -verify` checks them.
    ///
    /// - Throws: `InquiryError.extract` when openssl or the authority fails; the extract itself is whole without it.
    func stamp(_ file: String) async throws {
        let query = file + ".tsq"
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl", "ts", "-query", "-data", file, "-sha256", "-cert", "-out", query]
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { throw failed("openssl can't be started") }
        process.waitUntilExit()
        guard process.terminationStatus == 0, let body = FileManager.default.contents(atPath: query) else {
            throw failed("openssl made no query")
        }
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/timestamp-query")
        request.body = .bytes(Array(body))
        do {
            let response = try await HTTPClient.shared.execute(request, timeout: Self.patience)
            guard response.status == .ok else { throw failed("it answers \(response.status)") }
            let answer = try await response.body.collect(upTo: Self.maximumAnswerBytes)
            try Data(answer.readableBytesView).write(to: URL(filePath: file + ".tsr"), options: .atomic)
        } catch let error as InquiryError {
            throw error
        } catch { throw failed(String(describing: error)) }
    }

    private func failed(_ reason: String) -> InquiryError {
        .evidence(name: address, reason: "gave no time stamp: \(reason); the extract is whole without it")
    }
}
