import Airspace
import Separation

/// What the page needs to know once.
struct StationConfiguration: Sendable {
    /// Where the map opens.
    struct MapView: Sendable {
        var latitudeDegrees: Double
        var longitudeDegrees: Double
        var zoom: Double
    }

    var stationName: String
    var version: String
    var language: String
    var rules: AlertRules
    var map: MapView?

    func write(token: String, at unixSeconds: Double, to writer: inout JSONWriter) {
        writer.object {
            $0.field("station", stationName)
            $0.field("version", version)
            $0.field("language", language)
            rules.minima.general.write("minima", to: &$0)
            $0.field("lookaheadSeconds", rules.policy.lookAheadSeconds, decimals: 1)
            $0.field("alarmSeconds", rules.policy.alarmSeconds, decimals: 1)
            $0.field("coastingSeconds", rules.coastingSeconds, decimals: 1)
            $0.field("staleSeconds", rules.staleSeconds, decimals: 1)
            $0.array("classes") { list in for kind in AircraftClass.allCases { list.value(kind.rawValue) } }
            $0.array("volumes") { list in
                for volume in rules.volumes { volume.write(general: rules.minima, at: unixSeconds, to: &list) }
            }
            $0.field("csrf", token)
            if let map {
                $0.object("map") {
                    $0.field("lat", map.latitudeDegrees, decimals: 4)
                    $0.field("lon", map.longitudeDegrees, decimals: 4)
                    $0.field("zoom", map.zoom, decimals: 2)
                }
            } else {
                $0.null("map")
            }
        }
    }
}

extension AlertVolume {
    func write(general: ClassMinima, at unixSeconds: Double, to writer: inout JSONWriter) {
        writer.object {
            $0.field("name", name)
            $0.field("purpose", effect == .alert ? "alerting" : "quiet")
            $0.object("outline") { volume.footprint.write(to: &$0) }
            $0.field("lowerFt", volume.lower?.feet, decimals: 1)
            $0.field("upperFt", volume.upper?.feet, decimals: 1)
            $0.field("datum", (volume.lower ?? volume.upper)?.datum.name)
            (minima ?? general).general.write("minima", to: &$0)
            $0.field("active", isActive(at: unixSeconds))
        }
    }
}

extension AltitudeDatum {
    /// The word for it in the interface and in rules files.
    var name: String {
        switch self {
        case .pressure: "pressure"
        case .ellipsoid: "ellipsoid"
        case .qnh(let hectopascals): "QNH \(hectopascals)"
        case .qfe(let hectopascals): "QFE \(hectopascals)"
        }
    }
}

extension Footprint {
    /// Writes its fields into the object that is open.
    func write(to writer: inout JSONWriter) {
        switch self {
        case .circle(let centre, let radius):
            writer.field("type", "circle")
            writer.field("lat", centre.latitudeDegrees, decimals: 6)
            writer.field("lon", centre.longitudeDegrees, decimals: 6)
            writer.field("radiusMetres", radius, decimals: 1)
        case .polygon(let corners):
            writer.field("type", "polygon")
            writer.array("points") { list in
                for corner in corners {
                    list.array {
                        $0.value(corner.longitudeDegrees, decimals: 6)
                        $0.value(corner.latitudeDegrees, decimals: 6)
                    }
                }
            }
        case .everywhere: writer.field("type", "everywhere")
        }
    }
}
