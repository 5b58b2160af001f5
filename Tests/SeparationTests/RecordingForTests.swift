import Airspace
import Foundation
import Separation

/// The plainest reading of the two recordings that there is, so that these tests rest on nothing else.
enum RecordingForTests {
    static func openSky(_ path: String) throws -> [MeasuredReport] {
        let bytes = try TestData.bytes(path)
        var reports: [MeasuredReport] = []
        var columns: [String: Int] = [:]
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            if columns.isEmpty {
                let names = fields.map { String(decoding: $0, as: UTF8.self) }
                columns = Dictionary(uniqueKeysWithValues: zip(names, 0...))
                continue
            }
            func text(_ name: String) -> String {
                columns[name].map { String(decoding: fields[$0], as: UTF8.self) } ?? ""
            }
            guard let time = Double(text("time")) else { continue }
            var position: GeodeticPosition?
            if let latitude = Double(text("lat")), let longitude = Double(text("lon")) {
                position = GeodeticPosition(latitudeDegrees: latitude, longitudeDegrees: longitude)
            }
            reports.append(
                MeasuredReport(
                    timeUnixSeconds: time, identifier: text("icao24"),
                    callsign: text("callsign").trimmingCharacters(in: .whitespaces), position: position,
                    pressureAltitudeFeet: Double(text("baroaltitude")).map { $0 / 0.3048 },
                    isOnGround: text("onground") == "True"))
        }
        return reports
    }

    static func readsb(_ path: String) throws -> [MeasuredReport] {
        try TestData.lines(path).map { line in
            let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
            var position: GeodeticPosition?
            if let latitude = row.lat, let longitude = row.lon {
                position = GeodeticPosition(latitudeDegrees: latitude, longitudeDegrees: longitude)
            }
            return MeasuredReport(
                timeUnixSeconds: row.now - (row.seen_pos ?? 0), identifier: row.hex,
                callsign: row.flight?.trimmingCharacters(in: .whitespaces), position: position,
                pressureAltitudeFeet: row.alt_baro?.feet, isOnGround: row.alt_baro?.feet == nil)
        }
    }

    // swift-format-ignore: AlwaysUseLowerCamelCase
    private struct Row: Decodable {
        var now: Double
        var seen_pos: Double?
        var hex: String
        var flight: String?
        var lat, lon: Double?
        var alt_baro: AltitudeOrGround?
    }

    private struct AltitudeOrGround: Decodable {
        var feet: Double?

        init(from decoder: any Decoder) throws {
            feet = try? decoder.singleValueContainer().decode(Double.self)
        }
    }
}
