import Airspace
import Surveillance
import Testing

/// What each format says, value by value.
@Suite struct FormatTests {
    @Test func openSkyIsReadInItsColumns() throws {
        let batch = read(Samples.openSky.utf8, as: .openSkyStates)
        #expect(batch.faultCount == 0)
        try #require(batch.reports.count == 4)
        let first = batch.reports[0]
        #expect(first.timeUnixSeconds == 1_633_608_001)
        #expect(first.identifier == "398564")
        #expect(first.callsign == "AFR9455")
        #expect(first.position == GeodeticPosition(latitudeDegrees: 48.3633991823, longitudeDegrees: 1.4134778475))
        #expect(first.pressureAltitudeFeet == 6172.2 / 0.3048)
        #expect(first.ellipsoidHeightFeet == 6300.5 / 0.3048)
        #expect(first.groundSpeedMetresPerSecond == 198.061)
        #expect(first.trackDegrees == 16.272)
        #expect(first.verticalRateMetresPerSecond == -13.0048)
        #expect(first.squawk == "1054")
        #expect(first.isOnGround == false)
        #expect(first.positionUpdatedUnixSeconds == 1_633_608_000)
        let second = batch.reports[1]
        #expect(second.identifier == "39a415")
        #expect(second.squawk == "0054")
        #expect(second.isOnGround == true)
        #expect(second.callsign == "VLJ681N")
        #expect(second.ellipsoidHeightFeet == nil)
        #expect(batch.reports[2].position == nil && batch.reports[2].callsign == nil)
        #expect(batch.reports[3].position?.longitudeDegrees == -178.5)
        #expect(batch.reports[3].squawk == "7700")
    }

    @Test func openSkyColumnsComeInAnyOrder() {
        let batch = read("lon,baroaltitude,icao24,time,lat\r\n2.5,304.8,abcdef,10,1.5\r\n".utf8, as: .openSkyStates)
        #expect(batch.reports.first?.position == GeodeticPosition(latitudeDegrees: 1.5, longitudeDegrees: 2.5))
        #expect(batch.reports.first?.pressureAltitudeFeet == 1_000)
        #expect(batch.faultCount == 0)
    }

    @Test func openSkyFaultsHaveTheirLine() {
        let batch = read(
            """
            time,icao24,lat,lon,velocity,baroaltitude
            1,abcdef,4330.9,2.5,100,300
            2,abcdef,1.5,2.5,NaN,300
            3,abcdef,1.5,2.5
            nonsense
            ,abcdef,1.5,2.5,1,1
            5,xyz,1.5,2.5,1,1
            2,abcdef,1.5,2.5,100,300
            0,abcdef,1.5,2.5,100,300
            6,abcdef,1.5,2.5,100,300
            """.utf8, as: .openSkyStates)
        #expect(batch.reports.map(\.timeUnixSeconds) == [1, 2, 2, 0, 6])
        #expect(batch.reports[0].position == nil)
        #expect(batch.reports[1].groundSpeedMetresPerSecond == nil)
        #expect(batch.faults.map(\.position) == [2, 3, 4, 5, 6, 7, 9])
        #expect(batch.faults.map(\.code) == [.range, .syntax, .syntax, .syntax, .clock, .missingField, .clock])
        #expect(batch.faults[0].description.hasPrefix("sample:2: latitude 4330.9"))
    }

    @Test func openSkyWithoutItsHeaderSaysSo() {
        let batch = read("a,b,c\n1,2,3\n".utf8, as: .openSkyStates)
        #expect(batch.reports.isEmpty)
        #expect(batch.faults.map(\.code) == [.missingField, .missingField])
    }

    @Test func aircraftLinesAreReadWithTheirNestedFields() throws {
        let batch = read(Samples.lines.utf8, as: .aircraftLines)
        #expect(batch.faultCount == 0)
        try #require(batch.reports.count == 5)
        #expect(batch.reports[0].groundSpeedMetresPerSecond.map { abs($0 - 46.3) < 1e-9 } == true)
        #expect(batch.reports[0].callsign == "N611TH")
        let nested = batch.reports[1]
        #expect(nested.timeUnixSeconds == 1_748_719_392)
        #expect(nested.identifier == "~a7f427")
        #expect(nested.ellipsoidHeightFeet == 1_450)
        #expect(nested.trackDegrees == 281.1)
        #expect(nested.squawk == "1200")
        #expect(nested.emitterCategory == "A7")
        #expect(nested.verticalRateMetresPerSecond.map { abs($0 + 1.30048) < 1e-12 } == true)
        #expect(batch.reports[2].isOnGround == true)
        #expect(batch.reports[2].pressureAltitudeFeet == nil && batch.reports[2].callsign == nil)
        #expect(batch.reports[3].timeUnixSeconds == 1_748_719_394)
        #expect(batch.reports[4].timeUnixSeconds == 1_748_719_393)
    }

    @Test func aQuotedAltitudeIsNone() {
        let batch = read(#"{"now":5,"hex":"abcdef","lat":1,"lon":2,"alt_baro":"0"}"#.utf8, as: .aircraftLines)
        #expect(batch.reports.count == 1 && batch.reports[0].pressureAltitudeFeet == nil)
        #expect(batch.faults.map(\.code) == [.range])
    }

    @Test func aSnapshotGivesEachAircraftItsTime() throws {
        let batch = read(Samples.snapshot.utf8, as: .aircraftSnapshot)
        #expect(batch.faultCount == 0)
        try #require(batch.reports.count == 3)
        #expect(batch.reports[0].timeUnixSeconds == 1_700_513_835)
        #expect(batch.reports[0].verticalRateMetresPerSecond.map { abs($0 + 0.32512) < 1e-12 } == true)
        #expect(batch.reports[1].timeUnixSeconds == 1_700_513_836)
        #expect(batch.reports[1].position == nil && batch.reports[1].isOnGround == true)
        #expect(batch.reports[2].timeUnixSeconds == 1_700_513_836.875)
    }

    @Test func baseStationLinesAreReadByMessageType() throws {
        let batch = read(Samples.baseStation.utf8, as: .baseStation)
        #expect(batch.faultCount == 0)
        try #require(batch.reports.count == 5)
        #expect(batch.reports[0].callsign == "RYR1427")
        #expect(batch.reports[1].timeUnixSeconds == 1_633_608_254.5)
        #expect(batch.reports[1].pressureAltitudeFeet == 37_000)
        #expect(batch.reports[1].position == GeodeticPosition(latitudeDegrees: 53.02551, longitudeDegrees: -2.91389))
        #expect(batch.reports[2].trackDegrees == 90)
        #expect(batch.reports[2].verticalRateMetresPerSecond.map { abs($0 + 3.2512) < 1e-12 } == true)
        #expect(batch.reports[3].squawk == "7600")
        #expect(batch.reports[4].isOnGround == true)
    }

    @Test func baseStationTimesAreBroughtToUTC() {
        var batch = ReportBatch()
        var reader = LineReader(BaseStationFormat(utcOffsetSeconds: 7_200), source: "sample")
        reader.read("MSG,3,1,1,4CA2D6,1,2021/10/07,12:04:14.5,,,,37000,,,53.0,-2.9,,,0,0,0,0\n".utf8, into: &batch)
        reader.read("MSG,3,1,1,4CA2D6,1,,,,,,37000,,,53.0,-2.9,,,0,0,0,0\n".utf8, into: &batch)
        reader.format.receivedUnixSeconds = 1_633_601_060
        reader.read("MSG,3,1,1,4CA2D6,1,,,,,,37000,,,53.0,-2.9,,,0,0,0,0\n".utf8, into: &batch)
        #expect(batch.reports.map(\.timeUnixSeconds) == [1_633_601_054.5, 1_633_601_060])
        #expect(batch.faults.map(\.code) == [.clock])
    }

    @Test func dataFramesAreReadByRecordsAndByColumns() throws {
        let records = read(Samples.records.utf8, as: .jsonRecords)
        #expect(records.faultCount == 0)
        try #require(records.reports.count == 2)
        #expect(records.reports[0].timeUnixSeconds == 1_593_547_585)
        #expect(records.reports[0].position == nil)
        #expect(records.reports[1].timeUnixSeconds == 1_593_547_586.5)
        #expect(records.reports[1].positionUpdatedUnixSeconds == 1_593_547_586.25)
        #expect(records.reports[1].ellipsoidHeightFeet == 2_700)
        let columns = read(Samples.columns.utf8, as: .jsonColumns)
        try #require(columns.reports.count == 3)
        #expect(columns.reports.map(\.pressureAltitudeFeet) == [1_550, nil, 1_575])
        #expect(columns.reports.map(\.isOnGround) == [true, false, false])
        #expect(columns.reports.map { $0.position?.latitudeDegrees } == [47.45, 47.46, nil])
        #expect(columns.faults.map(\.code) == [.range])
    }

    @Test(arguments: Samples.all.map(\.format)) func formatsAreToldByTheirContent(_ format: RecordingFormat) throws {
        let text = try #require(Samples.all.first { $0.format == format }?.text)
        #expect(RecordingFormat.sniff(name: "x.csv", start: Array(text.utf8).span) == format)
        #expect(RecordingFormat.sniff(name: "x", start: Array(text.utf8).span) == format)
    }

    @Test func namesDecideWhereTheContentDoesNot() {
        let empty: [UInt8] = []
        #expect(RecordingFormat.sniff(name: "a/B.CSV.GZ", start: empty.span) == .openSkyStates)
        #expect(RecordingFormat.sniff(name: "b.jsonl", start: empty.span) == .aircraftLines)
        #expect(RecordingFormat.sniff(name: "b.bin", start: Array("\u{1}".utf8).span) == nil)
    }
}
