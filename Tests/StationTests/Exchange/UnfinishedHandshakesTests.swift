import Testing

@testable import Station

@Suite("Strangers at the door") struct UnfinishedHandshakesTests {
    private typealias Handshakes = UnfinishedHandshakes<Int>

    @Test("of one address make each other give way, and nobody else")
    func oneAddress() {
        var handshakes = Handshakes()
        #expect(handshakes.enter(0, from: "peer") == nil)
        for number in 1...Handshakes.mostOfOne { #expect(handshakes.enter(number, from: "stranger") == nil) }
        for number in 1...100 {
            #expect(handshakes.enter(Handshakes.mostOfOne + number, from: "stranger") == number)
        }
        #expect(handshakes.count == Handshakes.mostOfOne + 1)
        #expect(handshakes.enter(1_000, from: "another") == nil)
    }

    @Test("of many addresses leave alone whoever has but one connection")
    func manyAddresses() {
        var handshakes = Handshakes()
        #expect(handshakes.enter(-1, from: "peer") == nil)
        for number in 0..<1_000 {
            let left = handshakes.enter(number, from: "stranger \(number % 20)")
            #expect(left != -1)
            #expect(handshakes.count <= Handshakes.most)
        }
    }

    @Test("take up no room once they have gone")
    func leaving() {
        var handshakes = Handshakes()
        for number in 0..<1_000 {
            #expect(handshakes.enter(number, from: "\(number)") == nil)
            handshakes.leave(number)
        }
        #expect(handshakes.count == 0)
        for number in 0..<Handshakes.most { #expect(handshakes.enter(number, from: "\(number)") == nil) }
        #expect(handshakes.enter(1_000, from: "x") == 0, "the oldest")
    }
}
