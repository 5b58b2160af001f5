import Airspace
import Foundation
import Surveillance

extension Recording {
    /// Where a map shows most of the traffic: the middle of the places, and a zoom that holds the middle nine tenths of them.
    var view: StationConfiguration.MapView? {
        let step = max(1, count / 5_000)
        var latitudes: [Double] = []
        var longitudes: [Double] = []
        for index in stride(from: 0, to: count, by: step) {
            guard let position = report(at: index).report.position else { continue }
            latitudes.append(position.latitudeDegrees)
            longitudes.append(position.longitudeDegrees)
        }
        guard !latitudes.isEmpty else { return nil }
        latitudes.sort()
        longitudes.sort()
        func quantile(_ sorted: [Double], _ share: Double) -> Double { sorted[Int(Double(sorted.count - 1) * share)] }
        let heightDegrees = quantile(latitudes, 0.95) - quantile(latitudes, 0.05)
        let widthDegrees = quantile(longitudes, 0.95) - quantile(longitudes, 0.05)
        // A web map shows 360° of longitude in 512 pixels at zoom 0; a page is taken to be some 1,000 pixels wide and high.
        let extent = max(widthDegrees, heightDegrees / max(0.2, cos(quantile(latitudes, 0.5) * .pi / 180)), 0.05)
        return StationConfiguration.MapView(
            latitudeDegrees: quantile(latitudes, 0.5), longitudeDegrees: quantile(longitudes, 0.5),
            zoom: min(max(log2(360 / extent * 1_000 / 512) - 0.3, 1), 12))
    }
}
