import Accord
import Foundation
import Testing

/// The agreements that come with the project.
enum ExampleAgreements {
    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: project.appendingPathComponent("Examples/\(name)")))
    }

    /// A page of the documentation.
    static func page(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: project.appendingPathComponent("docs/\(name)")), as: UTF8.self)
    }

    private static let project = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func text(_ name: String = "west-east.agreement.yaml") throws -> String {
        String(decoding: try bytes(name), as: UTF8.self)
    }

    static func westEast() throws -> Agreement {
        try AgreementDocument(bytes("west-east.agreement.yaml")).agreement
    }
}
