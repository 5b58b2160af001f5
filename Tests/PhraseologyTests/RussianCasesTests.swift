import Foundation
import Testing

@testable import Phraseology

/// Every counted noun in every case after 0 to 125, the awkward ends and round thousands, against num2words and
/// pymorphy3 (`Tests/Phraseology/check_russian.py`).
@Suite struct RussianCasesTests {
    private static let numbers =
        Array(0...125) + [200, 211, 221, 500, 999, 1_000, 1_001, 1_011, 2_000, 5_000, 7_800, 21_000]

    /// Lines of unit, case, number and what is said.
    static func table() -> String {
        CountedUnit.allCases.flatMap { unit in
            GrammaticalCase.allCases.flatMap { form in
                numbers.map { number in
                    let said = Russian().count(ExactDecimal(significand: number), of: unit, in: form, .spoken)
                    return "\(unit.rawValue)\t\(form.rawValue)\t\(number)\t\(said)\n"
                }
            }
        }.joined()
    }

    @Test func theAwkwardEnds() {
        func said(_ number: Int, _ form: GrammaticalCase, _ unit: CountedUnit = .nauticalMile) -> String {
            Russian().count(ExactDecimal(significand: number), of: unit, in: form, .spoken)
        }
        #expect(said(11, .nominative) == "ОДИННАДЦАТЬ МОРСКИХ МИЛЬ")
        #expect(said(12, .nominative) == "ДВЕНАДЦАТЬ МОРСКИХ МИЛЬ")
        #expect(said(21, .nominative) == "ДВАДЦАТЬ ОДНА МОРСКАЯ МИЛЯ")
        #expect(said(21, .accusative) == "ДВАДЦАТЬ ОДНУ МОРСКУЮ МИЛЮ")
        #expect(said(22, .nominative) == "ДВАДЦАТЬ ДВЕ МОРСКИЕ МИЛИ")
        #expect(said(101, .genitive) == "СТА ОДНОЙ МОРСКОЙ МИЛИ")
        #expect(said(111, .nominative) == "СТО ОДИННАДЦАТЬ МОРСКИХ МИЛЬ")
        #expect(said(5, .prepositional) == "ПЯТИ МОРСКИХ МИЛЯХ")
        #expect(said(1_000, .dative, .metre) == "ОДНОЙ ТЫСЯЧЕ МЕТРОВ")
        #expect(said(2, .instrumental, .knot) == "ДВУМЯ УЗЛАМИ")
        #expect(said(40, .genitive, .hectopascal) == "СОРОКА ГЕКТОПАСКАЛЕЙ")
    }

    @Test func independentLibrariesAgree() throws {
        // The optimised tests reach this file through a link.
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent()
        let input = FileManager.default.temporaryDirectory.appendingPathComponent("russian-\(UUID().uuidString).tsv")
        defer { try? FileManager.default.removeItem(at: input) }
        try Self.table().write(to: input, atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        // The interpreter that has the libraries: from the environment, from the project's set-up, or the system's.
        let own = root.deletingLastPathComponent().appendingPathComponent(".setup/python/bin/python3").path
        let python =
            ProcessInfo.processInfo.environment["PARLEY_PYTHON"]
            ?? (FileManager.default.isExecutableFile(atPath: own) ? own : "python3")
        process.arguments = [python, root.appendingPathComponent("Phraseology/check_russian.py").path]
        process.standardInput = try FileHandle(forReadingFrom: input)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        switch process.terminationStatus {
        case 77, 127: print("skipped: the Russian cross-check needs num2words and pymorphy3: \(said)")
        case let status: #expect(status == 0, "\(said)")
        }
    }
}
