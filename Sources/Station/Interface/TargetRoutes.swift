import Accord
import Airspace
import Hummingbird
import Separation

/// Targets that don't broadcast, entered by hand.
struct TargetRoutes: Sendable {
    let runner: PictureRunner
    var log: ActLog?

    var routes: [Route] {
        [
            Route(method: "POST", template: "/api/targets", roles: [.watchOfficer]) { call in
                try call.allowQuery()
                let track = try await runner.enterTarget(Self.entry(call), identifier: nil)
                await note("entered", track, call)
                return Answers.json(status: .created) { track.write(to: &$0) }
            },
            Route(method: "PUT", template: "/api/targets/{id}", roles: [.watchOfficer]) { call in
                try call.allowQuery()
                let track = try await runner.enterTarget(Self.entry(call), identifier: call.parameters[0])
                await note("refreshed", track, call)
                return Answers.json { track.write(to: &$0) }
            },
            Route(method: "DELETE", template: "/api/targets/{id}", roles: [.watchOfficer]) { call in
                try call.allowQuery()
                guard await runner.cancelTarget(call.parameters[0]) else {
                    throw Problem.notFound("no target is named “\(call.parameters[0].prefix(64))”")
                }
                await log?.done("target", about: call.parameters[0], details: "cancelled", by: call.person)
                return Answers.done
            },
        ]
    }

    private func note(_ what: String, _ track: PictureTrack, _ call: Call) async {
        var writer = JSONWriter()
        track.write(to: &writer)
        await log?.done("target", about: track.identifier, details: "\(what): \(writer.text)", by: call.person)
    }

    /// A target as a person enters it.
    struct Entry: Sendable {
        /// Where it was seen.
        enum Place: Sendable {
            case position(GeodeticPosition)
            case bearing(from: GeodeticPosition, degrees: Double, rangeMetres: Double)
            case bearingFromTrack(String, degrees: Double, rangeMetres: Double)
        }

        var callsign: String?
        var aircraftClass: AircraftClass
        var place: Place
        var altitudeFeet: Double?
        var trackDegrees: Double?
        var groundSpeedMetresPerSecond: Double?
        var timeUnixSeconds: Double?
        var source: String
        var by: String
        var errorMetres: Double
    }

    private static let fields: Set<String> = [
        "callsign", "class", "lat", "lon", "from", "fromTrack", "bearing", "rangeMetres", "altFt", "trk", "gs", "time",
        "source", "by", "errorMetres",
    ]

    private static func entry(_ call: Call) throws(Problem) -> Entry {
        let fields = try RequestFields(call.body, known: fields)
        var aircraftClass = AircraftClass.unknown
        if let name = try fields.optionalText("class") {
            guard let known = AircraftClass(rawValue: name) else {
                throw fields.missing(
                    "class", "one of \(AircraftClass.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            aircraftClass = known
        }
        return Entry(
            callsign: try fields.optionalText("callsign", maximum: 32), aircraftClass: aircraftClass,
            place: try place(fields), altitudeFeet: try fields.optionalNumber("altFt", in: -1_500...150_000),
            trackDegrees: try fields.optionalNumber("trk", in: 0...360),
            groundSpeedMetresPerSecond: try fields.optionalNumber("gs", in: 0...1_500),
            timeUnixSeconds: try fields.optionalNumber("time", in: -1e11...1e11),
            source: try fields.text("source", maximum: 100), by: try call.actor(fields),
            errorMetres: try fields.number("errorMetres", in: 0...200_000))
    }

    private static func place(_ fields: RequestFields) throws(Problem) -> Entry.Place {
        if fields.has("from") || fields.has("fromTrack") {
            let bearing = try fields.number("bearing", in: 0...360)
            let range = try fields.number("rangeMetres", in: 0...1_000_000)
            if fields.has("lat") || fields.has("lon") || (fields.has("from") && fields.has("fromTrack")) {
                throw Problem.badRequest("give one place: lat and lon, or from, or fromTrack")
            }
            if fields.has("fromTrack") {
                return .bearingFromTrack(try fields.identifier("fromTrack"), degrees: bearing, rangeMetres: range)
            }
            guard let from = try fields.optionalObject("from", known: ["lat", "lon"]) else {
                throw fields.missing("from", "an object with lat and lon")
            }
            return .bearing(from: try position(from), degrees: bearing, rangeMetres: range)
        }
        if fields.has("bearing") || fields.has("rangeMetres") {
            throw Problem.badRequest("a bearing and a range need a point: give from or fromTrack")
        }
        return .position(try position(fields))
    }

    private static func position(_ fields: RequestFields) throws(Problem) -> GeodeticPosition {
        GeodeticPosition(
            latitudeDegrees: try fields.number("lat", in: -90...90),
            longitudeDegrees: try fields.number("lon", in: -180...180))
    }
}
