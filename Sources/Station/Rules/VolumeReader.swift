import Airspace
import Separation

/// Reads one volume of a rules file.
enum VolumeReader {
    /// The volume at `node`; what it does not say is as in `rules`.
    ///
    /// - Throws: `StationError.rules`, with the line and what was expected there.
    static func volume(_ node: RulesNode, rules: AlertRules) throws(StationError) -> AlertVolume {
        try node.allowOnly(
            "name", "effect", "circle", "polygon", "everywhere", "lower", "upper", "active", "minima", "classes",
            "alerting")
        guard let name = try node.child("name")?.text() else { throw node.fault("a volume needs a name") }
        var volume = AlertVolume(
            name: name,
            volume: Volume(
                footprint: try footprint(node), lower: try altitude(node.child("lower")),
                upper: try altitude(node.child("upper"))))
        if let effect = node.child("effect") {
            switch try effect.text() {
            case "alert": volume.effect = .alert
            case "quiet": volume.effect = .quiet
            default: throw effect.fault("alert or quiet is needed here")
            }
        }
        if let active = node.child("active") {
            try active.allowOnly("from", "to")
            guard let from = try active.child("from")?.time(), let to = try active.child("to")?.time(), from < to else {
                throw active.fault("from and a later to are needed, such as 2021-10-07T12:00:00Z")
            }
            volume.activeUnixSeconds = from...to
        }
        let general = try node.child("minima")?.minima()
        if general != nil || node.child("classes") != nil {
            volume.minima = ClassMinima(
                general ?? rules.minima.general, exceptions: try RulesFile.exceptions(node.child("classes")))
        }
        if let alerting = node.child("alerting") {
            var policy = rules.policy
            try RulesFile.read(alerting, into: &policy)
            volume.policy = policy
        }
        if let reason = AlertRules(minima: rules.minima, policy: rules.policy, volumes: [volume]).faults.first {
            throw node.fault(reason)
        }
        return volume
    }

    private static func footprint(_ node: RulesNode) throws(StationError) -> Footprint {
        let given = ["circle", "polygon", "everywhere"].compactMap { node.child($0) }
        guard given.count == 1 else { throw node.fault("one outline is needed: circle, polygon or everywhere: true") }
        if let circle = node.child("circle") {
            try circle.allowOnly("centre", "radius")
            guard let centre = circle.child("centre"), let radius = circle.child("radius") else {
                throw circle.fault("centre and radius are needed, such as centre: 48.72, 2.38 and radius: 8NM")
            }
            return .circle(centre: try centre.position(), radiusMetres: try radius.metres())
        }
        if let polygon = node.child("polygon") {
            var corners: [GeodeticPosition] = []
            for corner in try polygon.elements() { corners.append(try corner.position()) }
            return .polygon(corners)
        }
        guard try node.child("everywhere")?.text() == "true" else { throw given[0].fault("true is needed here") }
        return .everywhere
    }

    /// `FL195`, `3000ft` (pressure altitude), `3000ft ellipsoid`, `3000ft QNH 1013`, `900m QFE 998`.
    private static func altitude(_ node: RulesNode?) throws(StationError) -> Altitude? {
        guard let node else { return nil }
        let text = try node.text()
        let expected = "a level is needed, such as FL195, 6000ft, 6000ft QNH 1013 or 900m ellipsoid"
        if text.uppercased().hasPrefix("FL") {
            guard let level = Double(text.dropFirst(2)), (0...999).contains(level) else { throw node.fault(expected) }
            return Altitude(feet: level * 100, datum: .pressure)
        }
        let words = text.split(separator: " ")
        guard let first = words.first else { throw node.fault(expected) }
        let length: Length
        do throws(AirspaceError) { length = try Length(parsing: first) } catch { throw node.fault(expected) }
        let rest = words.dropFirst().map { $0.lowercased() }
        let pressure = rest.last.flatMap { Double($0) }.flatMap { (850...1_100).contains($0) ? $0 : nil }
        switch (rest.first, rest.count) {
        case (nil, _), ("pressure", 1): return Altitude(feet: length.feet, datum: .pressure)
        case ("ellipsoid", 1): return Altitude(feet: length.feet, datum: .ellipsoid)
        case ("qnh", 2):
            if let pressure { return Altitude(feet: length.feet, datum: .qnh(hectopascals: pressure)) }
        case ("qfe", 2):
            if let pressure { return Altitude(feet: length.feet, datum: .qfe(hectopascals: pressure)) }
        default: break
        }
        throw node.fault(expected)
    }
}

extension RulesNode {
    /// A place, `48.72, 2.38`: latitude and longitude in degrees.
    func position() throws(StationError) -> GeodeticPosition {
        let parts = try text().split(separator: ",").map { $0.filter { !$0.isWhitespace } }
        guard parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]) else {
            throw fault("latitude and longitude in degrees are needed, such as 48.72, 2.38")
        }
        do throws(AirspaceError) {
            return try GeodeticPosition(checkingLatitude: latitude, longitude: longitude)
        } catch {
            throw fault(error.description)
        }
    }

    /// A UTC time in Unix seconds.
    func time() throws(StationError) -> Double {
        try value { text throws(AirspaceError) in try UTCTime.unixSeconds(parsing: text) }
    }
}
