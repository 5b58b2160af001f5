import Airspace
import Separation

extension ManualTarget {
    /// The target as the store keeps it.
    var document: [UInt8] {
        var writer = JSONWriter()
        writer.object {
            $0.field("identifier", identifier)
            $0.field("callsign", callsign)
            $0.field("class", aircraftClass.rawValue)
            $0.field("time", timeUnixSeconds, decimals: 3)
            $0.field("lat", position.latitudeDegrees, decimals: 9)
            $0.field("lon", position.longitudeDegrees, decimals: 9)
            if case .pressure(let feet) = level { $0.field("altFt", feet, decimals: 2) }
            $0.field("gs", groundSpeedMetresPerSecond, decimals: 3)
            $0.field("trk", trackDegrees, decimals: 3)
            $0.field("errorMetres", errorMetres, decimals: 1)
            $0.field("source", source)
            $0.field("by", enteredBy)
        }
        return writer.bytes
    }

    /// Reads what `document` wrote; nil for anything else.
    init?(document: [UInt8]) {
        let keys: Set<String> = [
            "identifier", "callsign", "class", "time", "lat", "lon", "altFt", "gs", "trk", "errorMetres", "source",
            "by",
        ]
        let any = -1e12...1e12
        do {
            let fields = try RequestFields(document, known: keys)
            let feet = try fields.optionalNumber("altFt", in: any)
            try self.init(
                identifier: fields.text("identifier"), callsign: fields.optionalText("callsign"),
                aircraftClass: AircraftClass(rawValue: fields.text("class")) ?? .unknown,
                timeUnixSeconds: fields.number("time", in: any),
                position: GeodeticPosition(
                    checkingLatitude: fields.number("lat", in: any), longitude: fields.number("lon", in: any)),
                level: feet.map { .pressure(feet: $0) } ?? .unknown,
                groundSpeedMetresPerSecond: fields.optionalNumber("gs", in: any),
                trackDegrees: fields.optionalNumber("trk", in: any),
                errorMetres: fields.number("errorMetres", in: any), source: fields.text("source"),
                enteredBy: fields.text("by"))
        } catch {
            return nil
        }
    }
}

/// What a person silenced, and why, as a restart must find it again.
struct KeptInhibition: Sendable, Hashable {
    var alert: AlertIdentifier
    var act: AlertAct

    /// The inhibition as the store keeps it.
    var document: [UInt8] {
        var writer = JSONWriter()
        writer.object {
            $0.field("alert", alert.description)
            $0.field("by", act.by)
            $0.field("reason", act.reason)
            $0.field("until", act.untilUnixSeconds, decimals: 3)
        }
        return writer.bytes
    }

    init(_ alert: AlertIdentifier, _ act: AlertAct) {
        self.alert = alert
        self.act = act
    }

    /// Reads what `document` wrote; nil for anything else.
    init?(document: [UInt8]) {
        do {
            let fields = try RequestFields(document, known: ["alert", "by", "reason", "until"])
            guard let alert = AlertIdentifier(try fields.text("alert")) else { return nil }
            self.alert = alert
            act = AlertAct(
                by: try fields.text("by"), reason: try fields.text("reason", maximum: 500),
                untilUnixSeconds: try fields.number("until", in: -1e12...1e12))
        } catch {
            return nil
        }
    }
}

/// An emergency that a person declared, as a restart must find it again.
struct KeptDistress: Sendable, Hashable {
    var identifier: String
    var distress: Distress
    /// The picture time of the declaration, Unix seconds.
    var sinceUnixSeconds: Double

    /// The declaration as the store keeps it.
    var document: [UInt8] {
        var writer = JSONWriter()
        writer.object {
            $0.field("identifier", identifier)
            $0.field("distress", distress.rawValue)
            $0.field("since", sinceUnixSeconds, decimals: 3)
        }
        return writer.bytes
    }

    init(_ distress: Distress, of identifier: String, sinceUnixSeconds: Double) {
        self.identifier = identifier
        self.distress = distress
        self.sinceUnixSeconds = sinceUnixSeconds
    }

    /// Reads what `document` wrote; nil for anything else.
    init?(document: [UInt8]) {
        do {
            let fields = try RequestFields(document, known: ["identifier", "distress", "since"])
            guard let distress = Distress(rawValue: try fields.text("distress")) else { return nil }
            self.init(
                distress, of: try fields.text("identifier"),
                sinceUnixSeconds: try fields.number("since", in: -1e12...1e12))
        } catch {
            return nil
        }
    }
}

extension TogetherGroup {
    /// The group as the store keeps it.
    var document: [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.bytes
    }

    /// Reads what `document` wrote; nil for anything else.
    init?(document: [UInt8]) {
        let any = -1e12...1e12
        do {
            let fields = try RequestFields(document, known: ["name", "members", "from", "to", "by"])
            let from = try fields.number("from", in: any)
            let to = try fields.number("to", in: any)
            guard from < to else { return nil }
            self.init(
                name: try fields.text("name"), members: Set(try fields.identifiers("members", count: 2...100)),
                activeUnixSeconds: from...to, declaredBy: try fields.text("by"))
        } catch {
            return nil
        }
    }
}
