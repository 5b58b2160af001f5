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
    /// The answer is kept only if it grants a stamp over this very file; whose key signed it, the reader checks with the authority's certificate.
    /// - Throws: `InquiryError.evidence` when openssl or the authority fails; the extract itself is whole without it.
    func stamp(_ file: String) async throws {
        let query = file + ".tsq"
        let answer = file + ".tsr"
        do {
            guard try openssl(["-query", "-data", file, "-sha256", "-cert", "-out", query]).status == 0,
                let body = FileManager.default.contents(atPath: query)
            else { throw failed("openssl made no query") }
            try await ask(body).write(to: URL(filePath: answer), options: .atomic)
            try check(answer, against: body)
        } catch {
            for leftover in [query, answer] { try? FileManager.default.removeItem(atPath: leftover) }
            throw error as? InquiryError ?? failed(String(describing: error))
        }
    }

    private func ask(_ query: Data) async throws -> Data {
        guard let url = URL(string: address), ["http", "https"].contains(url.scheme?.lowercased()), url.host != nil
        else { throw failed("this is no http or https address") }
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/timestamp-query")
        request.body = .bytes(Array(query))
        do {
            // The body may come slowly: the time is for all of it.
            return try await withTimeLimit { [request] in
                let response = try await HTTPClient.shared.execute(request, timeout: Self.patience)
                guard response.status == .ok else { throw failed("it answers \(response.status)") }
                return Data(try await response.body.collect(upTo: Self.maximumAnswerBytes).readableBytesView)
            }
        } catch let error as InquiryError {
            throw error
        } catch is NIOTooManyBytesError {
            throw failed("its answer is longer than \(Self.maximumAnswerBytes) bytes")
        } catch let error as HTTPClientError
            where [.readTimeout, .deadlineExceeded, .connectTimeout].contains(error)
        {
            throw failed("it has not answered within \(Self.patience.nanoseconds / 1_000_000_000) seconds")
        } catch { throw failed("it can't be reached: \(error)") }
    }

    private func withTimeLimit(_ work: @escaping @Sendable () async throws -> Data) async throws -> Data {
        try await withThrowingTaskGroup(of: Data.self) { group in
            group.addTask(operation: work)
            group.addTask {
                try await Task.sleep(for: .nanoseconds(Self.patience.nanoseconds))
                throw HTTPClientError.deadlineExceeded
            }
            defer { group.cancelAll() }
            return try await group.next() ?? Data()
        }
    }

    /// Whether the answer grants a stamp, and over what the query asked for.
    private func check(_ answer: String, against query: Data) throws {
        let shown = try openssl(["-reply", "-in", answer, "-text"])
        guard shown.status == 0 else { throw failed("its answer is no time stamp") }
        let lines = shown.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        guard lines.contains(where: { $0.hasPrefix("Status: Granted") }) else {
            let reason = lines.first { $0.hasPrefix("Status description:") } ?? lines.first { $0.hasPrefix("Status:") }
            throw failed("it refused\(reason.map { " (\($0))" } ?? "")")
        }
        let asked = try openssl(["-query", "-in", answer.dropLast(1) + "q", "-text"])
        guard asked.status == 0, Self.imprint(asked.output) == Self.imprint(shown.output),
            !Self.imprint(shown.output).isEmpty
        else { throw failed("its stamp is over something else") }
    }

    /// The lines of the hash in openssl's words.
    private static func imprint(_ text: String) -> [Substring] {
        let lines = text.split(separator: "\n").drop { !$0.contains("Message data:") }.dropFirst()
        return Array(lines.prefix { $0.hasPrefix("    ") })
    }

    private func openssl(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl", "ts"] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { throw failed("openssl can't be started") }
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        if process.terminationStatus == 127 { throw failed("openssl is not installed") }
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }

    private func failed(_ reason: String) -> InquiryError {
        .evidence(name: address, reason: "gave no time stamp: \(reason); the extract is whole without it")
    }
}
