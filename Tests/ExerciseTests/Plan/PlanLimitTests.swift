import Accord
import Exercise
import Testing

/// A plan has no more parts than can be briefed; one that has is refused and not cut short.
struct PlanLimitTests {
    private func faults(_ old: String, _ new: String) -> [String] {
        PlanReader(ExamplePlan.changed([(old, new)])).faults.map(\.reason.english)
    }

    @Test func listsHaveAnEnd() {
        let crews = (0..<100).map { "C\($0)" }.joined(separator: ", ")
        #expect(faults("crews: [VIPER, SOKOL]", "crews: [\(crews)]").contains { $0.contains("100 crews") })
        let cards = String(repeating: "  - {id: x, kind: opening, crews: [VIPER]}\n", count: 70)
        #expect(faults("\ncards:\n", "\ncards:\n" + cards).contains { $0.contains("cards here: at most 64") })
        let frequencies = (0..<70).map { "    F\($0): 131.500 MHz\n" }.joined()
        #expect(
            faults("  frequencies:\n", "  frequencies:\n" + frequencies).contains { $0.contains("frequencies here") })
    }
}
