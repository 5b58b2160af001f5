import Accord
import Airspace
import Separation

extension AlertRules {
    /// The distances that were agreed, as the monitor holds them: those of zones with minima of their own, then those of the area.
    ///
    /// - Parameter policy: when a conflict calls; that is each station's own affair.
    init(_ agreement: Agreement, policy: AlertPolicy) {
        self.init(minima: agreement.classMinima(inZone: nil), policy: policy)
        let special = Set(agreement.minima.compactMap(\.zone))
        volumes = agreement.zones.filter { special.contains($0.identifier) }.map { zone in
            AlertVolume(
                name: zone.identifier, volume: zone.volume, minima: agreement.classMinima(inZone: zone.identifier))
        }
        volumes.append(AlertVolume(name: agreement.identifier, volume: agreement.area))
    }
}
