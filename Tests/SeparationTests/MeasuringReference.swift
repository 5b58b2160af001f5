import Airspace
import Separation

/// The measuring rule as plainly as it can be written: all reports at once, all pairs, every second.
enum MeasuringReference {
    struct Sample {
        var second: Int
        var time: Double
        var latitude: Double
        var longitude: Double
        var feet: Double
    }

    static func encounters(_ reports: [MeasuredReport], rule: MeasuringRule) -> [Encounter] {
        let positions = tracks(reports).mapValues { positionsBySecond($0, gap: rule.gapSeconds) }
        let identifiers = positions.keys.sorted()
        var found: [Encounter] = []
        for (index, a) in identifiers.enumerated() {
            for b in identifiers[(index + 1)...] {
                found += pair(a, positions[a] ?? [:], b, positions[b] ?? [:], rule)
            }
        }
        return found.sorted(by: Encounter.isListedBefore)
    }

    private static func tracks(_ reports: [MeasuredReport]) -> [String: [Sample]] {
        var tracks: [String: [Sample]] = [:]
        for report in reports {
            guard let position = report.position, let feet = report.pressureAltitudeFeet, !report.isOnGround,
                feet >= -1_500, feet <= 60_000
            else { continue }
            tracks[report.identifier, default: []].append(
                Sample(
                    second: Int(report.timeUnixSeconds.rounded(.down)), time: report.timeUnixSeconds,
                    latitude: position.latitudeDegrees, longitude: position.longitudeDegrees, feet: feet))
        }
        return tracks.mapValues { samples in
            var kept: [Sample] = []
            // Swift's sort is stable: of equal times the first stays first.
            for sample in samples.sorted(by: { $0.time < $1.time }) where kept.last?.second != sample.second {
                kept.append(sample)
            }
            return kept
        }
    }

    private static func positionsBySecond(_ samples: [Sample], gap: Double) -> [Int: Sample] {
        var positions: [Int: Sample] = [:]
        for sample in samples { positions[sample.second] = sample }
        for (before, after) in zip(samples, samples.dropFirst()) {
            let span = Double(after.second - before.second)
            if span > gap { continue }
            for second in before.second..<after.second {
                let part = Double(second - before.second) / span
                var east = after.longitude - before.longitude
                if east > 180 { east -= 360 }
                if east < -180 { east += 360 }
                positions[second] = Sample(
                    second: second, time: Double(second),
                    latitude: before.latitude + (after.latitude - before.latitude) * part,
                    longitude: before.longitude + east * part, feet: before.feet + (after.feet - before.feet) * part)
            }
        }
        return positions
    }

    private static func pair(
        _ a: String, _ ofA: [Int: Sample], _ b: String, _ ofB: [Int: Sample], _ rule: MeasuringRule
    ) -> [Encounter] {
        var found: [Encounter] = []
        for second in ofA.keys.sorted() {
            guard let atA = ofA[second], let atB = ofB[second] else { continue }
            let vertical = (abs(atA.feet - atB.feet) * 100).rounded() / 100
            guard vertical < rule.minima.vertical.feet else { continue }
            let placeA = GeodeticPosition(latitudeDegrees: atA.latitude, longitudeDegrees: atA.longitude)
            let placeB = GeodeticPosition(latitudeDegrees: atB.latitude, longitudeDegrees: atB.longitude)
            let horizontal = Geodesic.inverse(from: placeA, to: placeB).distanceMetres
            guard horizontal < rule.minima.horizontal.metres else { continue }
            let slant = (horizontal * horizontal + vertical * vertical * 0.3048 * 0.3048).squareRoot()
            if let last = found.last, Double(second - last.end) <= rule.mergeSeconds {
                var grown = last
                grown.end = second
                grown.lossSeconds += 1
                grown.minVerticalFeet = min(grown.minVerticalFeet, vertical)
                if horizontal < grown.minHorizontalMetres {
                    grown.minHorizontalMetres = horizontal
                    grown.minHorizontalAt = second
                    grown.verticalFeetAtMinHorizontal = vertical
                }
                if slant < grown.minSlantMetres {
                    grown.minSlantMetres = slant
                    grown.minSlantAt = second
                }
                found[found.count - 1] = grown
            } else {
                found.append(
                    Encounter(
                        a: a, b: b, callsignA: nil, callsignB: nil, start: second, end: second, lossSeconds: 1,
                        minHorizontalMetres: horizontal, minHorizontalAt: second,
                        verticalFeetAtMinHorizontal: vertical, minSlantMetres: slant, minSlantAt: second,
                        minVerticalFeet: vertical, quality: [],
                        placeA: Encounter.Place(position: placeA, altitudeFeet: atA.feet),
                        placeB: Encounter.Place(position: placeB, altitudeFeet: atB.feet)))
            }
        }
        return found
    }
}
