import Accord
import Airspace
import Separation

/// The tracks of the participants out of entries: own ones from private records, shown ones from shared records.
struct LoggedTracks {
    private(set) var own: [String: [String: [UncertainReport]]] = [:]
    private(set) var shared: [String: [UncertainReport]] = [:]

    init(_ plan: ExercisePlan, _ entries: [LoggedEntry], from start: Double, until end: Double) {
        var names: [String: String] = [:]
        for flight in plan.flights { if let track = flight.track { names[track.lowercased()] = flight.identifier } }
        var pseudonyms: [String: String] = [:]
        var shown: [String: [String: [UncertainReport]]] = [:]
        for (number, logged) in entries.enumerated() {
            switch logged.entry.type {
            case PseudonymBody.type:
                guard let body = try? logged.entry.body(PseudonymBody.self), Pseudonyms.isProven(body),
                    let name = names[body.track.lowercased()]
                else { continue }
                pseudonyms[logged.party + " " + body.pseudonym] = name
            case OwnTrackBody.type:
                guard let body = try? logged.entry.body(OwnTrackBody.self),
                    (start...end).contains(body.time.unixSeconds),
                    let name = Self.flight(body, plan)
                else { continue }
                own[logged.party, default: [:]][name, default: []].append(Self.report(body, name, number))
            case TrackBody.type:
                guard let body = try? logged.entry.body(TrackBody.self), (start...end).contains(body.time.unixSeconds)
                else { continue }
                shown[logged.party, default: [:]][body.track, default: []].append(Self.report(body, number))
            default: continue
            }
        }
        for (party, tracks) in shown { assign(tracks, of: party, pseudonyms, plan) }
    }

    /// Which shown track is which flight: as the owner's pseudonyms say; without them only where nothing else is possible, one
    /// flight of the party and one of its tracks inside the zone.
    private mutating func assign(
        _ tracks: [String: [UncertainReport]], of party: String, _ pseudonyms: [String: String], _ plan: ExercisePlan
    ) {
        var open = plan.flights.filter { $0.party == party }.map(\.identifier)
        var rest = tracks
        for track in tracks.keys.sorted() {
            guard let name = pseudonyms[party + " " + track] else { continue }
            shared[name, default: []] += tracks[track] ?? []
            rest[track] = nil
            open.removeAll { $0 == name }
        }
        let inside = rest.filter { _, reports in
            reports.contains { report in
                report.measured.position.map { plan.zone.footprint.contains($0) } ?? false
            }
        }
        if open.count == 1, let name = open.first, inside.count == 1, let only = inside.first {
            shared[name, default: []] += only.value
        }
    }

    /// The flight of a plan that an own track is: by the identifier that the plan gives, or by its call sign.
    static func flight(_ body: OwnTrackBody, _ plan: ExercisePlan) -> String? {
        let track = body.track.lowercased()
        if let flight = plan.flights.first(where: { $0.track?.lowercased() == track }) { return flight.identifier }
        guard let key = body.callsign?.uppercased().filter({ !$0.isWhitespace }), !key.isEmpty else { return nil }
        return plan.flights.first { $0.callsign.filter { !$0.isWhitespace } == key }?.identifier
    }

    private static func report(_ body: OwnTrackBody, _ name: String, _ number: Int) -> UncertainReport {
        // A flag that nobody knows is a warning all the same.
        let quality = QualityFlags(names: body.quality) ?? .stale
        let measured = MeasuredReport(
            timeUnixSeconds: body.time.unixSeconds, identifier: name, callsign: body.callsign,
            position: GeodeticPosition(latitudeDegrees: body.lat, longitudeDegrees: body.lon),
            pressureAltitudeFeet: isPressure(body.datum) ? body.levelFt : nil, quality: quality)
        return UncertainReport(
            measured, uncertainty: PositionUncertainty(radius95Metres: PositionUncertainty.broadcastRadius95Metres),
            groundSpeedMetresPerSecond: body.speedKt.map { $0 * SpeedUnit.knots.metresPerSecond }, reference: number)
    }

    private static func report(_ body: TrackBody, _ number: Int) -> UncertainReport {
        let measured = MeasuredReport(
            timeUnixSeconds: body.time.unixSeconds, identifier: body.track,
            position:
                GeodeticPosition(latitudeDegrees: body.lat, longitudeDegrees: body.lon),
            pressureAltitudeFeet: isPressure(body.datum) ? body.levelFt : nil)
        // A time on a grid may stand for any moment of its cell; the delay is over when the entry is written, and moves nothing.
        return UncertainReport(
            measured,
            uncertainty: PositionUncertainty(
                radius95Metres: PositionUncertainty.broadcastRadius95Metres, gridMetres: body.gridNM * 1852,
                timeSeconds: body.timeGridSeconds > 1 ? body.timeGridSeconds : 0, levelFeet: body.levelGridFt / 2),
            groundSpeedMetresPerSecond: body.speedKt.map { $0 * SpeedUnit.knots.metresPerSecond }, reference: number)
    }

    private static func isPressure(_ datum: LevelDatum?) -> Bool { datum == nil || datum == .pressure }
}
