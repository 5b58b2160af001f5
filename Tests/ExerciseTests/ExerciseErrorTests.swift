import Exercise
import Testing

/// What a person is told.
struct ExerciseErrorTests {
    @Test func saysWhatAndWhere() {
        let error = ExerciseError.plan(faults: ["no safety controller"])
        #expect(error.description.contains("no safety controller"))
    }
}
