import Accord
import Testing

/// The names of records.
struct RecordOriginTests {
    @Test(arguments: [
        "parley/WEST/to/EAST/contact/2015-11-03", "parley/WEST/to/EAST/SKY-1/2015-11-03",
        "parley/WEST/private/2015-11-03", "parley/WEST/private/2015-11-03.2",
    ])
    func readsWhatItWrites(text: String) throws { #expect(try RecordOrigin(parsing: text).description == text) }

    @Test(arguments: [
        "", "parley", "parley/WEST/to/WEST/contact/2015-11-03", "parley/WEST/to/EAST/contact/2015-02-30",
        "parley/WEST/private/2015-11-03.1", "parley/WEST/private/2015-11-03.02", "parley/../private/2015-11-03",
        "parley/WEST/to/EAST/a b/2015-11-03", "parley/WEST/to/EAST/2015-11-03", "parley/WEST/private/2015-11-03.",
        "parley/WEST/private/2015-11-03.99999999999999999999", "parley/W+/private/2015-11-03",
    ])
    func refusesTheRest(text: String) {
        #expect(throws: AccordError.self) { _ = try RecordOrigin(parsing: text) }
    }

    @Test func takesTheDayOfATime() throws {
        let origin = try RecordOrigin(
            writer: "WEST", scope: .agreement(reader: "EAST", identifier: "SKY-1"), dayOfUnixSeconds: 1_446_542_645)
        #expect(origin.description == "parley/WEST/to/EAST/SKY-1/2015-11-03")
    }
}
