import Accord
import Exercise

extension ExamplePlan {
    /// The example with two flights of each party: the second ones fly behind their leaders, on the same ways.
    static func fourFlights(_ changes: [(String, String)] = []) throws -> ExercisePlan {
        var text = changed(changes)
        for (name, second, start, behind) in [
            ("VIPER", "VIPER-2", "35.000, 38.200", "35.000, 38.080"),
            ("SOKOL", "SOKOL-2", "35.200, 38.251", "35.200, 38.131"),
        ] {
            let block = participant(name, in: text)
            let copy = block.replacing("  \(name):\n", with: "  \(second):\n").replacing(start, with: behind)
                .replacing("VIPER 11", with: "VIPER 12").replacing("SOKOL 21", with: "SOKOL 22")
                .replacing("ae0011", with: "ae0012").replacing("150021", with: "150022")
            text = text.replacing(block, with: block + copy)
            text = text.replacing("crews: [SOKOL, VIPER,", with: "crews: [\(second), SOKOL, VIPER,")
            text = withWays(of: name, for: second, in: text)
        }
        text = text.replacing("crews: [VIPER, SOKOL]", with: "crews: [VIPER, SOKOL, VIPER-2, SOKOL-2]")
        let reader = PlanReader(text)
        guard let plan = reader.plan, reader.faults.isEmpty else {
            throw ExerciseError.plan(faults: reader.faults.map(\.reason))
        }
        return plan
    }

    /// The lines of a participant.
    private static func participant(_ name: String, in text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.firstIndex(of: "  \(name):") else { return "" }
        let rest = lines[(first + 1)...].prefix { $0.hasPrefix("    ") }
        return ([lines[first]] + rest).joined(separator: "\n") + "\n"
    }

    /// Every way of a flight once more, for another.
    private static func withWays(of name: String, for second: String, in text: String) -> String {
        var lines: [Substring] = []
        var copy: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if !line.hasPrefix("        - ") {
                lines += copy
                copy = line == "      \(name):" ? ["      \(second):"] : []
            } else if !copy.isEmpty {
                copy.append(line)
            }
            lines.append(line)
        }
        return lines.joined(separator: "\n")
    }
}
