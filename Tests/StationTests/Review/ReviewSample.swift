import Foundation
import Separation
import Station

/// A recording of two aircraft that cross 1 NM apart at one level.
enum ReviewSample {
    static let header =
        "time,icao24,lat,lon,velocity,heading,vertrate,callsign,onground,alert,spi,squawk,baroaltitude,geoaltitude,"
        + "lastposupdate,lastcontact"

    static let rows: [String] = (0...60).flatMap { second in
        let time = 1_633_608_000 + second
        let way = Double(second) * 0.003_123_45
        return [
            "\(time),3949ea,\(48.0 + way),2.0,333,0,0,<b>AFR&1,False,False,False,,9144,,\(time),\(time)",
            "\(time),3965af,48.1,\(2.12 - way),222,270,0,,False,False,False,,9144,,\(time),\(time)",
        ]
    }

    static func csv(_ rows: [String]) -> String { ([header] + rows).joined(separator: "\n") + "\n" }
}

/// A folder that is gone when the test is over.
final class TemporaryFolder {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "parley-review-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

    func write(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: url.appending(path: name))
        return path(name)
    }
}
