import Accord
import Exercise
import Foundation
import Testing

@testable import Station

/// The run that a station follows: who may begin it, what its picture and the other side bring to it.
struct RunDeskTests {
    private let person = RunSamples.officer

    private func scene(_ work: (DeskScene) async throws -> Void) async throws {
        let scratch = try Scratch()
        let scene = try await DeskScene(in: scratch)
        try await work(scene)
        scene.close()
    }

    private func begin(_ scene: DeskScene) async throws -> String {
        try await scene.runs.begin("november-2015", isSimulated: false, silent: nil, by: person)
    }

    @Test("begins what all have signed, in its time, one at a time")
    func beginning() async throws {
        try await scene { scene in
            #expect(await status { _ = try await begin(scene) } == 404)
            try await scene.sign()
            scene.clock.move(by: -7_200)
            #expect(await status { _ = try await begin(scene) } == 409, "the zone is not active yet")
            scene.clock.move(by: 7_200)
            #expect(await status { try await scene.runs.tell(.abort(word: nil, by: person)) } == 409)
            let run = try await begin(scene)
            #expect(try await scene.shown()["id"] as? String == run)
            #expect(await status { _ = try await begin(scene) } == 409)
            try await scene.runs.tell(.end(by: person))
            #expect(try await scene.shown()["phase"] as? String == "ended")
            scene.clock.move(by: 10)
            #expect(try await begin(scene) != run)
        }
    }

    @Test("measures the flights of its picture, and by what both sides show")
    func live() async throws {
        try await scene { scene in
            try await scene.sign()
            _ = try await begin(scene)
            await scene.runs.see(
                RunSamples.second([
                    RunSamples.track("ae0011", north: 35.0), RunSamples.track("150021", north: 35.1, feet: 20_500),
                ]))
            let ranges = try await scene.shown()["ranges"] as? [[String: Any]]
            #expect(ranges?.compactMap { $0["basis"] as? String } == ["own"])
            #expect(abs((ranges?.first?["horizontalNM"] as? Double ?? 0) - 5.99) < 0.02)
            // Now each side shows its own; of ours the station knows which name is which.
            let secrets = PseudonymSecrets(directory: scene.context.directory)
            let name = try secrets.pseudonyms(of: "air-safety-2015").pseudonym(of: "ae0011").pseudonym
            await scene.runs.take(try scene.sent(RunSamples.disclosed(name, rule: "west-kilo", north: 35.0)))
            await scene.runs.take(try scene.received(RunSamples.disclosed("abcd", rule: "east-kilo", north: 35.1)))
            await scene.runs.see(RunSamples.second([RunSamples.track("ae0011", north: 35.0)]))
            let both = try await scene.shown()["ranges"] as? [[String: Any]]
            #expect(both?.compactMap { $0["basis"] as? String }.sorted() == ["own", "shared"])
        }
    }

    @Test("joins what the other side begins, and breaks off when it does")
    func joining() async throws {
        try await scene { scene in
            try await scene.sign()
            let other = Person(name: "Петрова", role: .watchOfficer)
            func run(_ name: String, _ state: RunBody.State) -> RunBody {
                RunBody(plan: "november-2015", run: name, state: state, simulated: false, by: other)
            }
            await scene.runs.take(try scene.received(run("run-7", .started)))
            #expect(try await scene.shown()["leader"] as? String == "EAST")
            // A second one is not followed, and the page says why.
            await scene.runs.take(try scene.received(run("run-8", .started)))
            #expect(try await scene.shown()["id"] as? String == "run-7")
            #expect(String(decoding: await scene.runs.document(), as: UTF8.self).contains("while another run goes on"))
            await scene.runs.take(
                try scene.received(AbortBody(run: "run-8", reason: .buffer, word: nil, by: other)))
            #expect(try await scene.shown()["alarm"] == nil)
            await scene.runs.take(
                try scene.received(AbortBody(run: "run-7", reason: .buffer, word: nil, by: other)))
            #expect((try await scene.shown()["alarm"] as? [String: Any])?["reason"] as? String == "buffer")
            await scene.runs.take(try scene.received(run("run-7", .ended)))
            #expect(try await scene.shown()["phase"] as? String == "ended")
        }
    }

    @Test("begins nothing while a run of its records waits to be taken up")
    func waiting() async throws {
        try await scene { scene in
            try await scene.sign()
            let body = RunBody(plan: "november-2015", run: "run-7", state: .started, simulated: false, by: person)
            await scene.runs.take(try scene.sent(body, isHistory: true))
            // Its own record is not open here, so that it can't have been read to its end.
            await scene.runs.step()
            #expect(try await scene.shown().isEmpty)
            #expect(await status { _ = try await begin(scene) } == 409)
        }
    }

    @Test("shows an abort whatever it knows of the run, and joins no run under another agreement than its plan's")
    func abortOfAnUnknownRun() async throws {
        try await scene { scene in
            try await scene.sign()
            func run(_ name: String, plan: String) -> RunBody {
                RunBody(plan: plan, run: name, state: .started, simulated: false, by: person)
            }
            var stray = try scene.received(run("run-5", plan: "november-2015"))
            stray.scope = .agreement("elsewhere")
            await scene.runs.take(stray)
            #expect(try await scene.shown().isEmpty)
            func document() async -> String { String(decoding: await scene.runs.document(), as: UTF8.self) }
            await scene.runs.take(try scene.received(AbortBody(run: "run-6", reason: .called, word: nil, by: person)))
            #expect(await document().contains("EAST breaks off run-6"))
            // A made-up run of the records is waited for; what comes meanwhile is told all the same.
            await scene.runs.take(try scene.received(run("run-9", plan: "made-up"), at: 4e9, isHistory: true))
            await scene.runs.take(try scene.received(AbortBody(run: "run-7", reason: .called, word: nil, by: person)))
            #expect(await document().contains("EAST breaks off run-7"))
        }
    }
}
