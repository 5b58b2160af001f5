import Airspace
import TestSupport
import Testing

@testable import Separation

@Suite struct SnapshotCSVTests {
    private func read(_ text: String) throws -> SnapshotCSV { try SnapshotCSV(reading: Array(text.utf8)) }

    @Test func headerDecidesTheOrder() throws {
        let csv = try read(
            "\u{FEFF}vs_mps,extra, id ,gs_mps,trk_deg,lon_deg,lat_deg,alt_m\r\n-1.5,x,\"a\",250,45.25,-3e0,+52.125,3048\r\n"
        )
        #expect(csv.faults.isEmpty)
        let sky = csv.snapshot
        #expect(sky.identifiers == ["a"])
        #expect(sky.latitudesDegrees == [52.125] && sky.longitudesDegrees == [-3] && sky.tracksDegrees == [45.25])
        #expect(sky.groundSpeedsMetresPerSecond == [250] && sky.verticalRatesMetresPerSecond == [-1.5])
        #expect(sky.lowestLevelsMetres == [3048] && sky.highestLevelsMetres == [3048])
        #expect(sky.gaps == [[]])
    }

    @Test func aWrongLineIsNamedAndTheRestGoesOn() throws {
        let header = "id,lat_deg,lon_deg,trk_deg,gs_mps,alt_m,vs_mps\n"
        let lines = [
            "good,1,2,3,4,5,6", "good,1,2,3,4,5,6", "nan,nan,2,3,4,5,6", "far,4330,2,3,4,5,6", "short,1,2", "",
            "infinite,1,2,inf,4,5,6", "backwards,1,2,3,-4,5,6", ",1,2,3,4,5,6", "word,1,2,3,fast,5,6",
            "place,,2,3,4,5,6",
            "moon,1,2,3,4,384400000,6", String(repeating: "x", count: 5000), "hover,1,2,,,,", "last,-90,180,0,0,0,0",
        ]
        let csv = try read(header + lines.joined(separator: "\n"))
        #expect(csv.snapshot.identifiers == ["good", "hover", "last"])
        #expect(csv.faults.map(\.line) == [3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14])
        #expect(csv.faultCount == 11)
        #expect(csv.snapshot.gaps == [[], [.velocity, .verticalRate, .level], []])
        #expect(csv.faults[0].description.contains("“good”"))
    }

    @Test(arguments: ["", "id,lat_deg\n", "id,id,lat_deg,lon_deg,trk_deg,gs_mps,alt_m,vs_mps\n", "\u{0}\u{1}\u{2}"])
    func aFileWithoutItsHeaderIsRefused(_ text: String) {
        #expect(throws: DetectionFault.self) { try read(text) }
    }

    @Test func noiseNeverStopsTheReader() throws {
        var random = SeededRandom(seed: 11)
        let header = Array("id,lat_deg,lon_deg,trk_deg,gs_mps,alt_m,vs_mps\n".utf8)
        let alphabet = Array("0123456789.,-+eE\"\n\r nai".utf8) + [0, 0xFF, 0xC3]
        for _ in 0..<300 {
            let noise = (0..<400).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
            let csv = try SnapshotCSV(reading: header + noise + Array("\n\"\nz,1,2,3,4,5,6\n".utf8))
            for latitude in csv.snapshot.latitudesDegrees { #expect(abs(latitude) <= 90) }
        }
    }

    @Test func numbersAreReadToTheLastDigit() throws {
        var random = SeededRandom(seed: 3)
        for round in 0..<2000 {
            let value = random.uniform(-90, 90)
            let text = round % 2 == 0 ? "\(value)" : "\((value * 1e6).rounded() / 1e6)"
            let csv = try read("id,lat_deg,lon_deg,trk_deg,gs_mps,alt_m,vs_mps\na,\(text),0,0,0,0,0")
            #expect(csv.snapshot.latitudesDegrees == [Double(text)])
        }
    }
}

@Suite struct ConflictTableTests {
    @Test func columnsAndOrderAreWhatIsPromised() throws {
        var sky = SkySnapshot()
        for (name, longitude) in [("z", 0.0), ("b", 0.05), ("a,\"1\"", 0.2)] {
            try sky.append(
                name, latitudeDegrees: 0, longitudeDegrees: longitude, trackDegrees: 270,
                groundSpeedMetresPerSecond: longitude * 1000, lowestLevelMetres: 1000, highestLevelMetres: 1000,
                verticalRateMetresPerSecond: 0)
        }
        var detector = ConflictDetector()
        let conflicts = try detector.detect(in: sky, minima: .enRoute, lookahead: TimeSpan(seconds: 60))
        var text = ""
        ConflictTable(conflicts, in: sky).write(as: .csv) { text += $0 }
        let lines = text.split(separator: "\n")
        #expect(
            lines[0]
                == "a,b,inLossNow,secondsToLoss,secondsToLossEnd,secondsToCPA,cpaHorizontalMetres,cpaVerticalMetres")
        #expect(lines[1] == "b,z,true,0.000,60.000,60.000,2565.975,0.000")
        #expect(lines[2].hasPrefix("\"a,\"\"1\"\"\",b,false,49.") && lines[2].hasSuffix(",0.000"))
        var people = ""
        ConflictTable([], in: sky).write(as: .text) { people += $0 }
        #expect(people == "no conflicts\n")
    }
}
