import Inquiry
import Testing

/// What a person is told.
struct InquiryErrorTests {
    @Test func saysWhatAndWhere() {
        let error = InquiryError.claim(path: "a.yaml", line: 3, reason: "no kind")
        #expect(error.description.contains("a.yaml:3: no kind"))
    }
}
