public import Accord
import Airspace
public import Separation

extension AlertRules {
    /// What an agreement means for alerting: in its area its minima, and before them those of zones that have minima of their own, while
    /// these are active and no longer.
    ///
    /// - Parameters:
    ///   - policy: when a conflict calls: that is each station's own affair.
    ///   - activeZones: the zones that are active now.
    ///   - keepsSchedule: whether the other zones hold at their own times; a station that goes by what was said of them asks again.
    public static func agreed(
        _ agreement: Agreement, policy: AlertPolicy = .standard(), activeZones: Set<String> = [],
        keepsSchedule: Bool = true
    ) -> AlertRules {
        var rules = AlertRules(minima: agreement.classMinima(inZone: nil), policy: policy)
        let special = Set(agreement.minima.compactMap(\.zone))
        for zone in agreement.zones where special.contains(zone.identifier) {
            let minima = agreement.classMinima(inZone: zone.identifier)
            if activeZones.contains(zone.identifier) {
                rules.volumes.append(AlertVolume(name: zone.identifier, volume: zone.volume, minima: minima))
            } else if keepsSchedule {
                rules.volumes += zone.activeUnixSeconds.enumerated().map { index, period in
                    let name = index == 0 ? zone.identifier : "\(zone.identifier) \(index + 1)"
                    return AlertVolume(name: name, volume: zone.volume, activeUnixSeconds: period, minima: minima)
                }
            }
        }
        rules.volumes.append(AlertVolume(name: agreement.identifier, volume: agreement.area))
        return rules
    }

    /// These rules, and those of another agreement with the same party where these have nothing to say: two agreements are mostly of two areas.
    ///
    /// What of the other has a name that is taken is named after it: `NORTH of SUMMER`.
    public func joined(with other: AlertRules, of agreement: String) -> AlertRules {
        var rules = self
        let taken = Set(volumes.map(\.name))
        rules.volumes += other.volumes.map { volume in
            var volume = volume
            if taken.contains(volume.name) { volume.name += " of \(agreement)" }
            volume.minima = volume.minima ?? other.minima
            return volume
        }
        return rules
    }

    /// The same rules with every distance widened by what is uncertain of the places that they are asked about.
    public func widened(by uncertainty: DisclosedUncertainty) -> AlertRules {
        func wider(_ minima: Minima) -> Minima {
            Minima(
                horizontal: Length(minima.horizontal.metres + uncertainty.horizontalMetres, .metres),
                vertical: Length(minima.vertical.feet + min(uncertainty.verticalFeet, 30_000), .feet))
        }
        func wider(_ minima: ClassMinima) -> ClassMinima {
            ClassMinima(wider(minima.general), exceptions: minima.exceptions.mapValues(wider))
        }
        var rules = self
        rules.minima = wider(minima)
        rules.visualFlights?.minima = visualFlights?.minima.map(wider)
        for index in rules.volumes.indices { rules.volumes[index].minima = rules.volumes[index].minima.map(wider) }
        return rules
    }
}
