import Accord
import Exercise
import Testing

/// What a person is told.
struct ExerciseErrorTests {
    @Test func saysWhatAndWhere() {
        let error = ExerciseError.plan(faults: [
            BilingualText(english: "no safety controller", russian: "нет руководителя безопасности")
        ])
        #expect(error.description.contains("no safety controller"))
    }
}
