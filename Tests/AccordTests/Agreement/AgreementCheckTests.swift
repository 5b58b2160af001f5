import Accord
import Testing

/// Every fault is found, with its line.
struct AgreementCheckTests {
    @Test(arguments: ["west-east.agreement.yaml", "east-south.agreement.yaml"])
    func theExamplesHold(name: String) throws {
        let check = AgreementCheck(try ExampleAgreements.bytes(name), nowUnixSeconds: 1_633_608_000)
        #expect(check.faults == [])
        #expect(check.cautions == [], "\(check.cautions)")
        #expect(check.agreement != nil)
    }
}
