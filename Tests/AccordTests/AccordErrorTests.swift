import Accord
import Testing

/// What a person is told.
struct AccordErrorTests {
    @Test func saysWhatAndWhere() {
        let error = AccordError.entry(type: "track/1", reason: "no latitude")
        #expect(error.description.contains("track/1"))
    }
}
