import Airspace
import TestSupport
import Testing

@Suite("Geodesics")
struct GeodesicTests {
    static let rows: [[Double]] = GeodesicTable.text.split(separator: "\n").map { line in
        line.split(separator: " ").compactMap { Double($0) }
    }

    @Test("inverse agrees with GeographicLib everywhere", arguments: rows)
    func inverse(row: [Double]) throws {
        try #require(row.count == 7)
        let first = GeodeticPosition(latitudeDegrees: row[0], longitudeDegrees: row[1])
        let second = GeodeticPosition(latitudeDegrees: row[2], longitudeDegrees: row[3])
        let line = Geodesic.inverse(from: first, to: second)
        #expect(abs(line.distanceMetres - row[4]) < 2e-8)
        // Azimuths only where the line is unique and long enough for its direction to be defined.
        let unique = row[4] > 1e-3 && row[4] < 19_990_000 && abs(row[0]) < 89.9999 && abs(row[2]) < 89.9999
        if unique {
            let tolerance = 1e-7 + 1e-5 / row[4]
            #expect(abs(shortWayDegrees(line.initialAzimuthDegrees - row[5])) < tolerance)
            #expect(abs(shortWayDegrees(line.finalAzimuthDegrees - row[6])) < tolerance)
        }
    }

    @Test("direct ends where the inverse problem began", arguments: rows)
    func direct(row: [Double]) throws {
        let first = GeodeticPosition(latitudeDegrees: row[0], longitudeDegrees: row[1])
        let second = GeodeticPosition(latitudeDegrees: row[2], longitudeDegrees: row[3])
        let line = Geodesic.inverse(from: first, to: second)
        let end = Geodesic.direct(
            from: first, azimuthDegrees: line.initialAzimuthDegrees, distanceMetres: line.distanceMetres)
        // A metre in the azimuth's last digits near antipodes is nothing; a wrong branch would be kilometres.
        let miss = EarthCentred(footOf: end.position) - EarthCentred(footOf: second)
        #expect(miss.length < (line.distanceMetres > 19_900_000 ? 1e-3 : 1e-6))
    }

    @Test("direct and inverse undo each other for random lines")
    func roundTrip() {
        var random = SeededRandom(seed: 11)
        for _ in 0..<5_000 {
            let start = GeodeticPosition(
                latitudeDegrees: .random(in: -90...90, using: &random),
                longitudeDegrees: .random(in: -180...180, using: &random))
            let azimuth = Double.random(in: 0..<360, using: &random)
            let metres = Double.random(in: 0...19_000_000, using: &random)
            let end = Geodesic.direct(from: start, azimuthDegrees: azimuth, distanceMetres: metres)
            let line = Geodesic.inverse(from: start, to: end.position)
            #expect(abs(line.distanceMetres - metres) < 5e-8)
            let back = Geodesic.direct(
                from: end.position, azimuthDegrees: end.azimuthDegrees, distanceMetres: -metres)
            let miss = EarthCentred(footOf: back.position) - EarthCentred(footOf: start)
            #expect(miss.length < 2e-7)
        }
    }
}
