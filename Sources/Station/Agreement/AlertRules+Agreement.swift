public import Accord
import Airspace
public import Separation

extension AlertRules {
    /// What an agreement means for alerting: the standard rules with its minima, and its zones with minima of their own before them.
    ///
    /// - Parameter activeZones: the zones that somebody has activated; those with times of their own hold at these besides.
    public static func agreed(_ agreement: Agreement, activeZones: Set<String> = []) -> AlertRules {
        var rules = AlertRules.standard(minima: agreement.generalMinima)
        rules.minima = agreement.classMinima(inZone: nil)
        var volumes: [AlertVolume] = []
        for zone in agreement.zones where agreement.minima.contains(where: { $0.zone == zone.identifier }) {
            let minima = agreement.classMinima(inZone: zone.identifier)
            if activeZones.contains(zone.identifier) {
                volumes.append(AlertVolume(name: zone.identifier, volume: zone.volume, minima: minima))
                continue
            }
            for (index, period) in zone.activeUnixSeconds.enumerated() {
                let name = index == 0 ? zone.identifier : "\(zone.identifier) \(index + 1)"
                volumes.append(
                    AlertVolume(name: name, volume: zone.volume, activeUnixSeconds: period, minima: minima))
            }
        }
        rules.volumes = volumes + rules.volumes
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
