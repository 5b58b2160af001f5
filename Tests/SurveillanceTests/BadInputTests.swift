import Airspace
import Surveillance
import TestSupport
import Testing

/// Readers never trap, never lose more than what is broken, and do not care how the bytes are cut.
@Suite struct BadInputTests {
    @Test(arguments: Samples.all.map(\.format)) func chunksMakeNoDifference(_ format: RecordingFormat) throws {
        let text = try #require(Samples.all.first { $0.format == format }?.text)
        let whole = read(text.utf8, as: format)
        #expect(!whole.reports.isEmpty)
        for chunk in Array(1...(isOptimised ? 300 : 20)) + [64, 127, 128] {
            let cut = read(text.utf8, as: format, chunk: chunk)
            #expect(cut.reports == whole.reports, "chunks of \(chunk)")
            #expect(cut.faults == whole.faults, "chunks of \(chunk)")
        }
    }

    @Test(arguments: Samples.all.map(\.format)) func chunksMakeNoDifferenceToBrokenInput(_ format: RecordingFormat)
        throws
    {
        let text = try #require(Samples.all.first { $0.format == format }?.text)
        var generator = SeededRandom(seed: 11)
        for _ in 0..<20 * thoroughness {
            let bytes = mutated(Array(text.utf8), using: &generator)
            let whole = read(bytes, as: format)
            for chunk in [1, 7, 64] {
                let cut = read(bytes, as: format, chunk: chunk)
                #expect(cut.reports == whole.reports)
                #expect(cut.faults == whole.faults)
            }
        }
    }

    @Test(arguments: Samples.all.map(\.format)) func anEndAnywhereCostsAtMostTheLastReports(_ format: RecordingFormat)
        throws
    {
        let bytes = Array(try #require(Samples.all.first { $0.format == format }?.text).utf8)
        let whole = read(bytes, as: format)
        for end in stride(from: 0, to: bytes.count, by: isOptimised ? 1 : 7) {
            let batch = read(bytes[..<end], as: format)
            #expect(batch.reports.count <= whole.reports.count)
            if format != .jsonColumns, batch.reports.count > 1 {
                #expect(Array(whole.reports.prefix(batch.reports.count - 1)) == batch.reports.dropLast(), "at \(end)")
            }
        }
    }

    @Test(arguments: Samples.all.map(\.format)) func mutationsNeverTrapAndValuesStayPlausible(_ format: RecordingFormat)
        throws
    {
        let bytes = Array(try #require(Samples.all.first { $0.format == format }?.text).utf8)
        var generator = SeededRandom(seed: 3)
        for _ in 0..<100 * thoroughness {
            let batch = read(mutated(bytes, using: &generator), as: format, chunk: 97)
            for report in batch.reports {
                #expect(report.timeUnixSeconds >= 0 && report.timeUnixSeconds < 4.2e9)
                if let position = report.position {
                    #expect(abs(position.latitudeDegrees) <= 90 && abs(position.longitudeDegrees) <= 180)
                }
                if let feet = report.pressureAltitudeFeet { #expect(abs(feet) <= 150_000) }
            }
        }
    }

    /// A kilobyte of noise between two lines or objects costs a fault or a few, and at most the report on each side of it.
    @Test(arguments: [RecordingFormat.openSkyStates, .aircraftLines, .baseStation, .jsonRecords, .aircraftSnapshot])
    func noiseInTheMiddleCostsOnlyItsNeighbours(_ format: RecordingFormat) {
        for seed in 0..<3 * thoroughness {
            var generator = SeededRandom(seed: UInt64(seed))
            let noise = (0..<1_024).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let (bytes, places) = long(format, count: 200)
            let place = places[100] + seed
            let batch = read(bytes[..<place] + noise + bytes[place...], as: format, chunk: 4_096)
            #expect(batch.reports.count >= 197, "\(format), seed \(seed): \(batch.reports.count)")
            #expect(batch.reports.count <= 201)
            #expect(batch.faultCount > 0)
            #expect(batch.reports.last?.timeUnixSeconds == (format == .aircraftSnapshot ? 1_000 : 1_199))
        }
    }

    @Test func endlessLinesAndObjectsAreBounded() {
        let line = read(
            Array(repeating: UInt8(ascii: "a"), count: 100_000) + Array("\n".utf8), as: .baseStation, chunk: 999)
        #expect(line.faults.map(\.code) == [.oversize])
        let start = Array("[{\"icao24\":\"".utf8)
        let object = read(start + Array(repeating: UInt8(ascii: "a"), count: 100_000), as: .jsonRecords, chunk: 999)
        #expect(object.reports.isEmpty && object.faultCount >= 1)
        let deep = read(Array(repeating: UInt8(ascii: "{"), count: 100_000), as: .jsonRecords, chunk: 999)
        #expect(deep.reports.isEmpty && deep.faultCount >= 1)
    }

    /// Where in the text an object stands must not be counted from the start for each: receivers write all aircraft in one line.
    @Test func allAircraftInOneLineCostNoMoreThanEachInItsOwn() {
        func seconds(_ separator: String) -> Double {
            let object = "{\"hex\":\"abcdef\",\"lat\":48.5,\"lon\":2.25}"
            let objects = Array(repeating: object, count: 3_000).joined(separator: "," + separator)
            let bytes = Array("{\"now\":1000,\"aircraft\":[\(objects),\(separator){\"hex\":1}]}".utf8)
            return (0..<3).map { _ in
                let clock = ContinuousClock()
                let start = clock.now
                let batch = read(bytes, as: .aircraftSnapshot)
                #expect(batch.reports.count == 3_000)
                #expect(batch.faults.map(\.position) == [separator.isEmpty ? 1 : 3_001])
                return (clock.now - start) / .seconds(1)
            }.min() ?? .infinity
        }
        let apart = seconds("\n")
        let together = seconds("")
        #expect(together < 4 * apart)
    }

    @Test func afterAnEndlessLineTheNextOneCounts() {
        let good = "MSG,3,1,1,4CA2D6,1,2021/10/07,12:04:14.5,,,,37000,,,53.0,-2.9,,,0,0,0,0\n"
        for (length, chunk) in [1_100, 1_500, 5_000].flatMap({ length in
            [1, 100, 500, 1_000, 1_024, 5_100, .max].map { (length, $0) }
        }) {
            let bytes = Array((good + String(repeating: "a", count: length) + "\n" + good + "rubbish\n" + good).utf8)
            let batch = read(bytes, as: .baseStation, chunk: min(chunk, bytes.count))
            #expect(batch.reports.count == 3, "chunks of \(chunk)")
            #expect(batch.faults.map(\.position) == [2, 4], "chunks of \(chunk)")
            #expect(batch.faults.map(\.code) == [.oversize, .syntax])
        }
    }

    @Test(arguments: [RecordingFormat.aircraftSnapshot, .jsonRecords, .jsonColumns])
    func objectsThatAreGivenUpAreGivenUpAtTheSamePlace(_ format: RecordingFormat) {
        let deep = Array(repeating: UInt8(ascii: "{"), count: 100)
        let wide = Array("{\"a\":\"".utf8) + Array(repeating: UInt8(ascii: "b"), count: 40_000)
        let good = Array("{\"icao24\":\"abcdef\",\"timestamp\":5}".utf8)
        for bytes in [
            deep + Array("\u{7}\"]}".utf8) + deep + good, wide + good, wide + Array("\"}".utf8) + good + deep,
        ] {
            let whole = read(bytes, as: format)
            for chunk in [1, 63, 64, 65, 1_000] {
                let cut = read(bytes, as: format, chunk: chunk)
                #expect(cut.reports == whole.reports && cut.faults == whole.faults, "chunks of \(chunk)")
            }
        }
    }

    /// A recording of `count` reports, one a second from 1,000 on, and where each begins.
    private func long(_ format: RecordingFormat, count: Int) -> (bytes: [UInt8], places: [Int]) {
        var bytes: [UInt8] = []
        var places: [Int] = []
        switch format {
        case .openSkyStates: bytes += Array("time,icao24,lat,lon,baroaltitude\n".utf8)
        case .jsonRecords: bytes += Array("[".utf8)
        case .aircraftSnapshot: bytes += Array("{\"now\":1000,\"aircraft\":[\n".utf8)
        default: break
        }
        for index in 0..<count {
            places.append(bytes.count)
            let time = 1_000 + index
            let line =
                switch format {
                case .openSkyStates: "\(time),abcdef,48.5,2.25,3048\n"
                case .baseStation:
                    "MSG,3,1,1,4CA2D6,1,1970/01/01,00:\(time / 60):\(time % 60 < 10 ? "0" : "")\(time % 60),,,,37000,,,53.0,-2.9,,,0,0,0,0\n"
                case .aircraftSnapshot: "{\"hex\":\"abcdef\",\"lat\":48.5,\"lon\":2.25},\n"
                case .jsonRecords: "{\"timestamp\":\(time),\"icao24\":\"abcdef\",\"latitude\":48.5,\"longitude\":2.25},"
                default: "{\"now\":\(time),\"hex\":\"abcdef\",\"lat\":48.5,\"lon\":2.25}\n"
                }
            bytes += Array(line.utf8)
        }
        if format == .jsonRecords { bytes[bytes.count - 1] = UInt8(ascii: "]") }
        if format == .aircraftSnapshot {
            bytes.removeLast(2)
            bytes += Array("]}".utf8)
        }
        return (bytes, places)
    }

    /// Some bytes changed, some cut out, some doubled.
    private func mutated(_ bytes: [UInt8], using generator: inout SeededRandom) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            let end = min(bytes.count, place + Int.random(in: 1...20, using: &generator))
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes.replaceSubrange(place..<end, with: [])
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
            default: bytes[place] = Array("{}[]\",:\\\n-.eN0".utf8).randomElement(using: &generator) ?? 0
            }
            if bytes.isEmpty { return [0] }
        }
        return bytes
    }
}
