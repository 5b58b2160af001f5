import Separation
import Testing

@Suite("Emergency codes")
struct EmergencyTests {
    /// One track with a code by second; nil: not heard in that second.
    private func run(_ codes: [String?], rules: AlertRules = .everywhere) throws -> [AlertPicture] {
        var monitor = try ConflictMonitor(rules: rules)
        var flyer = Flyer("a", track: 90)
        var heard = 0
        return codes.enumerated().map { second, code in
            if let code {
                flyer.squawk = code
                heard = second
            }
            var track = flyer.track(at: Double(second), start: AlertScene.start)
            track.lastReportUnixSeconds = AlertScene.start + Double(heard)
            return monitor.step(at: AlertScene.start + Double(second), tracks: [track])
        }
    }

    @Test(
        "A code counts from the second report on",
        arguments: [("7500", "hijack"), ("7600", "radio"), ("7700", "general")])
    func confirmed(code: String, kind: String) throws {
        let pictures = try run(["1000", code, code, code])
        #expect(pictures.map(\.emergencies.count) == [0, 0, 1, 1])
        #expect(pictures[3].emergencies[0].kind.rawValue == kind)
        #expect(pictures[3].emergencies[0].sinceUnixSeconds == AlertScene.start + 1)
        #expect(pictures.flatMap(\.events).map(\.kind) == [.emergency])
    }

    @Test("One corrupt code raises nothing, however long it is the last one heard, and ends nothing")
    func corrupt() throws {
        #expect(try run(["1000", "7700", nil, nil, nil, "1000", "7700", "1000"]).allSatisfy { $0.emergencies.isEmpty })
        let pictures = try run(["7700", "7700", "1000", "7700", "1000", "1000"])
        #expect(pictures.map(\.emergencies.count) == [0, 1, 1, 1, 1, 0])
        #expect(pictures.flatMap(\.events).map(\.kind) == [.emergency, .emergencyEnded])
    }

    @Test("Another emergency code takes over once it is confirmed")
    func change() throws {
        let pictures = try run(["7600", "7600", "7700", "7700"])
        #expect(pictures.map { $0.emergencies.map(\.squawk) } == [[], ["7600"], ["7600"], ["7700"]])
    }

    @Test("An aircraft in emergency that is not heard any more stays, marked as lost")
    func lost() throws {
        var codes: [String?] = ["7700", "7700"]
        codes += Array(repeating: nil, count: 1_900)
        let pictures = try run(codes)
        #expect(!pictures[50].emergencies[0].isLost)
        #expect(pictures[100].emergencies[0].isLost)
        #expect(pictures[1_900].emergencies.isEmpty)
    }

    @Test("Emergencies need no declared volume")
    func everywhere() throws {
        let pictures = try run(["7700", "7700"], rules: AlertRules(minima: ClassMinima(.enRoute)))
        #expect(pictures[1].emergencies.count == 1)
    }
}
