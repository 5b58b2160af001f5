import Exercise
import Foundation
import Testing

/// The plan in Examples/november-2015, and changes of it.
enum ExamplePlan {
    static let text: String = {
        var directory = URL(fileURLWithPath: #filePath)
        for _ in 0..<12 {
            directory.deleteLastPathComponent()
            let file = directory.appendingPathComponent("Examples/november-2015/plan.yaml")
            if let text = try? String(contentsOf: file, encoding: .utf8) { return text }
        }
        return ""
    }()

    /// The plan, with pieces of its text replaced.
    static func plan(_ changes: [(String, String)] = []) throws -> ExercisePlan {
        let reader = PlanReader(changed(changes))
        #expect(reader.faults.isEmpty, "\(reader.faults)")
        return try #require(reader.plan)
    }

    static func changed(_ changes: [(String, String)]) -> String {
        var text = Self.text
        for (old, new) in changes {
            guard let range = text.range(of: old) else {
                Issue.record("the example has no “\(old)”")
                continue
            }
            text.replaceSubrange(range, with: new)
        }
        return text
    }

    /// The number of the first line that holds `words`, from 1.
    static func line(of words: String, in text: String) -> Int? {
        text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(words) }.map { $0 + 1 }
    }
}
