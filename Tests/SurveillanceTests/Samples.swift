import Foundation
import Surveillance

/// Small made-up inputs, one for each format, every line with its own traits.
enum Samples {
    static let openSky = """
        time,icao24,lat,lon,velocity,heading,vertrate,callsign,onground,alert,spi,squawk,baroaltitude,geoaltitude,lastposupdate,lastcontact
        1633608001,398564,48.3633991823,1.4134778475,198.061,16.272,-13.0048,AFR9455,False,False,False,1054.0,6172.2,6300.5,1633608000,1633608001
        1633608001,39A415,48.9543798414,-2.3886590255,79.739,248.062,13.0048,VLJ681N ,True,False,False,54.0,304.8,,1633608001,1633608001
        1633608002,3964f5,,,,,,,False,False,False,,,,,1633608002
        1633608003,398564,48.3685455322,181.5,197.547,16.314,,,False,False,False,7700,,6149.34,1633608003,1633608003

        """

    static let lines = """
        {"now":1748719389,"alt_baro":1500,"gscp":90,"lat":36.396309,"lon":-121.406873,"track":280.8,"hex":"a7f426","flight":"N611TH","flightdict":null}
        {"now":1748719393.5,"seen_pos":1.5,"alt_baro":1400,"gs":93,"lat":36.396881,"lon":-121.410542,"track":281.1,"hex":"~a7f427","flight":"N611TH  ","flightdict":{"type":"tisb_icao","alt_geom":1450,"track":11,"squawk":"1200","category":"A7","nav_modes":["vnav","lnav"]},"category":"A7","baro_rate":-256}
        {"now":1748719395,"alt_baro":"ground","lat":36.39711,"lon":-121.411743,"track":null,"hex":"a7f426","flight":"","flightdict":null,"escaped":"a\\"b\\\\"}
        {"now":1748719396,"messages":12,"aircraft":[{"hex":"abcdef","lat":1.5,"lon":2.5,"seen_pos":2,"alt_geom":900},{"hex":"abcdee","flight":"X","seen":3}]}

        """

    static let snapshot = """
        {
          "now": 1700513836.875,
          "messages": 11329251,
          "aircraft": [
            {
              "hex": "a3e31a",
              "type": "adsb_icao",
              "flight": "N35GR   ",
              "alt_baro": 45000,
              "alt_geom": 45700,
              "gs": 489.0,
              "track": 67.26,
              "geom_rate": -128,
              "baro_rate": -64,
              "squawk": "3471",
              "category": "A3",
              "nav_modes": ["autopilot", "althold"],
              "lat": 35.208109,
              "lon": -110.373001,
              "seen_pos": 1.875
            },
            {
              "hex": "ab04bb",
              "lastPosition": {"lat": 1, "lon": 2, "seen_pos": 90},
              "alt_baro": "ground",
              "seen": 0.875
            },
            { "hex": "ab04bc", "lat": 35.5, "lon": -109.8, "alt_baro": 41000 }
          ]
        }

        """

    static let baseStation = """
        MSG,1,1,1,4CA2D6,1,2021/10/07,12:04:14.250,2021/10/07,12:04:14.300,RYR1427 ,,,,,,,,,,,
        MSG,3,1,1,4CA2D6,1,2021/10/07,12:04:14.500,2021/10/07,12:04:14.600,,37000,,,53.02551,-2.91389,,,0,0,0,0
        MSG,4,1,1,4CA2D6,1,2021/10/07,12:04:14.750,2021/10/07,12:04:14.800,,,450.0,90.0,,,-640,,,,,
        MSG,6,1,1,4CA2D6,1,2021/10/07,12:04:15.000,2021/10/07,12:04:15.100,,37025,,,,,,7600,0,1,0,0
        STA,,1,1,4CA2D6,1,2021/10/07,12:04:16.000,2021/10/07,12:04:16.000,RM
        MSG,2,1,1,4CA2D7,1,2021/10/07,12:04:15.000,2021/10/07,12:04:15.100,,0,12,270,53.1,-2.5,,,0,0,0,-1

        """

    static let records = """
        [{"timestamp":1593547585000,"icao24":"3b7777","callsign":"FAF4011","altitude":2550.0,"groundspeed":null,"latitude":null,"longitude":null},
        {"timestamp":"2020-06-30T20:06:26.500Z","icao24":"3b7777","callsign":"FAF4011","altitude":2600.0,"geoaltitude":2700,"groundspeed":100.0,"track":12.5,"vertical_rate":-64,"latitude":43.6,"longitude":4.87,"onground":false,"last_position":1593547586250}]
        """

    static let columns = """
        {"timestamp":{"0":1573481630000,"1":1573481631000,"7":1573481632000},"icao24":{"0":"440549","1":"440549","7":"440549"},
        "altitude":{"0":1550,"1":null,"7":1575},"latitude":{"0":47.45,"1":47.46,"7":95.5},"longitude":{"0":8.55,"1":8.56,"7":8.57},"onground":{"0":true,"1":false,"7":false}}
        """

    /// Every format with a sample of it.
    static let all: [(format: RecordingFormat, text: String)] = [
        (.openSkyStates, openSky), (.aircraftLines, lines), (.aircraftSnapshot, snapshot), (.baseStation, baseStation),
        (.jsonRecords, records), (.jsonColumns, columns),
    ]
}

/// How much is tried: an unoptimised build is fifty times slower, and the optimised one tries the rest.
#if DEBUG
    let isOptimised = false
    let thoroughness = 1
#else
    let isOptimised = true
    let thoroughness = 20
#endif

/// Reads all of `bytes`, in chunks of `chunk` bytes.
func read(_ bytes: some Collection<UInt8>, as format: RecordingFormat, chunk: Int = .max) -> ReportBatch {
    var reader = format.makeReader(source: "sample")
    var batch = ReportBatch()
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
        reader.read(rest.prefix(chunk), into: &batch)
        rest = rest.dropFirst(chunk)
    }
    reader.finish(into: &batch)
    return batch
}

/// Real recordings beside the package; the tests that need them are skipped without.
enum Recordings {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/data")
        .standardizedFileURL
    static let present = FileManager.default.fileExists(atPath: folder.path)
    static func path(_ name: String) -> String { folder.appending(path: "recordings/\(name)").path }
}
