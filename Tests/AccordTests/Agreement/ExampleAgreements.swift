import Accord
import Foundation
import Testing

/// The agreements that come with the project.
enum ExampleAgreements {
    static func bytes(_ name: String) throws -> [UInt8] {
        let directory = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Examples")
        return Array(try Data(contentsOf: directory.appendingPathComponent(name)))
    }

    static func text(_ name: String = "west-east.agreement.yaml") throws -> String {
        String(decoding: try bytes(name), as: UTF8.self)
    }

    static func westEast() throws -> Agreement {
        try AgreementDocument(bytes("west-east.agreement.yaml")).agreement
    }
}
