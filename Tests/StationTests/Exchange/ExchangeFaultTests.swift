import Accord
import Foundation
import Record
import Testing

@testable import Station

/// Whether the long form is asked for.
private let isSoak = ProcessInfo.processInfo.environment["PARLEY_SOAK"] != nil

@Suite("The exchange in trouble", .serialized, .timeLimit(.minutes(60)))
struct ExchangeFaultTests {
    @Test("catches up by itself when a line that was cut is restored")
    func cut() async throws {
        try await withLine { west, east, line in
            let channel = try await west.channel(to: east)
            let watched = try await east.channel(to: west)
            for number in 0..<20 { _ = try await channel.append([try message(number)]) }
            try await eventually("they came") { await east.handler.texts.count == 20 }
            line.set(.init(isCut: true))
            for number in 20..<200 { _ = try await channel.append([try message(number)]) }
            try await eventually("it is said on the screen") { await watched.currentState().link != .connected }
            try await Task.sleep(for: .seconds(isSoak ? 600 : 3))
            #expect(await east.handler.texts.count == 20)
            line.set(.init())
            try await eventually("all came", seconds: 90) { await east.handler.texts.count == 200 }
            #expect(await east.handler.texts == (0..<200).map { "number \($0)" })
            try await eventually("and it is said") { await watched.currentState().link == .connected }
        }
    }

    @Test("works over a line with 30 % loss and 2 s of latency")
    func poorLine() async throws {
        try await withLine { west, east, line in
            line.set(.init(latencySeconds: 2, lossShare: 0.3))
            let channel = try await west.channel(to: east)
            let count = isSoak ? 2_000 : 100
            for number in 0..<count { _ = try await channel.append([try message(number)]) }
            try await eventually("all came", seconds: 240) { await east.handler.texts.count == count }
            #expect(await east.handler.texts == (0..<count).map { "number \($0)" })
            try await eventually("receipts come back", seconds: 60) {
                await channel.currentState().seenSize >= UInt64(count)
            }
        }
    }

    @Test("loses nothing and repeats nothing when a station is killed at random moments")
    func kills() async throws {
        let scratch = try Scratch()
        let folder = scratch.path
        let west = try TestStation("WEST", in: folder)
        let east = try TestStation("EAST", in: folder)
        try await west.start()
        try await east.start()
        try await west.know(east)
        try await east.know(west)
        let channel = try await west.channel(to: east)
        _ = try await east.channel(to: west)
        await east.stop()
        let port = east.peerPort
        let sending = Task {
            var number = 0
            while !Task.isCancelled {
                _ = try await channel.append([try message(number)])
                number += 1
                try? await Task.sleep(for: .milliseconds(5))
            }
            return number
        }
        for _ in 0..<(isSoak ? 50 : 3) {
            await #expect(processExitsWith: .signal(SIGKILL)) { [folder = folder as String, port = port as Int] in
                do { try await Self.workUntilKilled(in: folder, port: port) } catch {
                    note("\(error)", in: "\(folder)/EAST.errors")
                    throw error
                }
            }
        }
        #expect(lines(of: "\(folder)/EAST.errors") == [])
        sending.cancel()
        let sent = try await sending.value
        try await east.start()
        let acknowledged = lines(of: "\(folder)/EAST.acknowledged").count
        let durable = try await east.nextNumber()
        #expect(acknowledged > 0 && durable >= acknowledged)
        try await eventually("WEST has all of EAST's") { await west.handler.texts.count == durable }
        let state = await channel.currentState()
        #expect(await west.handler.texts == (0..<durable).map { "number \($0)" }, "\(state)")
        try await eventually("EAST has all of WEST's") { await east.handler.texts.count == sent }
        #expect(await east.handler.texts == (0..<sent).map { "number \($0)" })
        // Over all lives of the process, each message was new once at most, and in order.
        let fresh = lines(of: "\(folder)/EAST.received").compactMap { Int($0.dropFirst("number ".count)) }
        #expect(zip(fresh, fresh.dropFirst()).allSatisfy { $0 < $1 })
        await west.stop()
        await east.stop()
    }

    /// A life of EAST: sends and receives until it is killed in the middle of it.
    private static func workUntilKilled(in folder: String, port: Int) async throws {
        let east = try TestStation("EAST", in: folder, peerPort: port)
        try await east.start()
        let end = Double.random(in: 0.3...2)
        Task {
            try await Task.sleep(for: .seconds(end))
            kill(getpid(), SIGKILL)
        }
        let channel = try await east.part.table.open(to: "WEST", scope: .agreement("A1"))
        var number = try await east.nextNumber()
        while true {
            _ = try await channel.append([try message(number, by: "EAST")])
            note("\(number)", in: "\(folder)/EAST.acknowledged")
            number += 1
        }
    }

    @Test("refuses what it can't write when the disk is full, and goes on when there is room again")
    func fullDisk() async throws {
        let scratch = try Scratch()
        guard Self.run("mount", "-t", "tmpfs", "-o", "size=12m", "none", scratch.path) else {
            print("not tested: a small file system can't be mounted here")
            return
        }
        defer { _ = Self.run("umount", "-l", scratch.path) }
        let elsewhere = try Scratch()
        let west = try TestStation("WEST", in: scratch.path)
        let east = try TestStation("EAST", in: elsewhere.path)
        try await west.start()
        try await east.start()
        try await west.know(east)
        try await east.know(west)
        let toEast = try await west.channel(to: east)
        let toWest = try await east.channel(to: west)
        _ = try await toEast.append([try message(0)])
        let ballast = scratch.path + "/ballast"
        _ = Self.run("dd", "if=/dev/zero", "of=\(ballast)", "bs=64k")
        var refused = 0
        for number in 1..<200 {
            do { _ = try await toEast.append([try message(number)]) } catch {
                refused = number
                break
            }
        }
        #expect(refused > 0)
        for number in 0..<50 { _ = try await toWest.append([try message(number, by: "EAST")]) }
        try await Task.sleep(for: .seconds(2))
        try FileManager.default.removeItem(atPath: ballast)
        // What was refused may have come to the disk all the same: it is then there once, and nothing else is but what was acknowledged.
        let again = refused + 1
        try await eventually("it can be written again") {
            (try? await toEast.append([try message(again)])) != nil
        }
        let wanted = (0...again).filter { $0 != refused }.map { "number \($0)" }
        try await eventually("EAST has all that was acknowledged") {
            await east.handler.texts.last == "number \(again)"
        }
        let texts = await east.handler.texts
        #expect(texts.filter { $0 != "number \(refused)" } == wanted)
        #expect(texts.count <= wanted.count + 1)
        try await eventually("WEST has all of EAST's") { await west.handler.texts.count == 50 }
        #expect(await west.handler.texts == (0..<50).map { "number \($0)" })
        await west.stop()
        await east.stop()
    }

    private static func run(_ command: String...) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    /// Two stations, of which EAST reaches WEST only over a line that can be spoilt.
    private func withLine(_ body: (TestStation, TestStation, Forwarder) async throws -> Void) async throws {
        let scratch = try Scratch()
        let west = try TestStation("WEST", in: scratch.path)
        let east = try TestStation("EAST", in: scratch.path)
        try await west.start()
        try await east.start()
        let line = try await Forwarder.open(to: west.peerPort)
        try await west.know(east)
        try await east.know(west, atPort: line.port)
        _ = try await west.channel(to: east)
        _ = try await east.channel(to: west)
        do { try await body(west, east, line) } catch { Issue.record(error) }
        await west.stop()
        await east.stop()
        await line.close()
    }
}
