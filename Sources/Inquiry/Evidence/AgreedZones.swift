import Accord
import Airspace

/// The zones of the agreements that stand in some records.
enum AgreedZones {
    /// Zones by identifier and by either name, lower case; where agreements differ, the one signed last counts.
    static func zones(in entries: [EvidenceEntry]) -> [String: Volume] {
        var zones: [String: Volume] = [:]
        for document in AgreedDocuments.documents(in: entries) {
            for zone in document.agreement.zones {
                for name in [zone.identifier, zone.name.english, zone.name.russian] {
                    zones[name.lowercased()] = zone.volume
                }
            }
        }
        return zones
    }
}
