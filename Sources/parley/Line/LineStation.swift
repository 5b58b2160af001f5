import ArgumentParser
import Foundation
import Station

/// Whom a command speaks to: the station as an operator, and the peer at the other end of the line.
struct LineStation: ParsableArguments {
    @OptionGroup var acting: ActingOperator

    @Option(help: ArgumentHelp("The party at the other end of the line.", valueName: "party"))
    var to: String

    /// The peer as its station is named, in any case.
    var peer: String { to.uppercased() }

    /// Reads from the line's part of the interface.
    func get(_ path: String, _ query: [(name: String, value: String?)] = []) async throws -> [UInt8] {
        try await acting.station.get("/api/line/" + path + Self.text(of: query))
    }

    /// Asks the station to do something on the line with the peer; what it answers.
    @discardableResult
    func act(_ path: String, _ body: [String: Any]) async throws -> [UInt8] {
        let bytes = Array(try JSONSerialization.data(withJSONObject: body, options: [.sortedKeys]))
        return try await acting.station.send("POST", "/api/line/\(Self.escaped(peer))/\(path)", bytes)
    }

    /// A part of an address.
    static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    private static func text(of query: [(name: String, value: String?)]) -> String {
        let parts = query.compactMap { part in part.value.map { "\(part.name)=\(escaped($0))" } }
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }

    /// One field of an answer.
    static func field(_ name: String, of answer: [UInt8]) throws -> String {
        let object = try JSONSerialization.jsonObject(with: Data(answer)) as? [String: Any]
        guard let value = object?[name] as? String else {
            throw ValidationError("the station's answer has no “\(name)”")
        }
        return value
    }
}
