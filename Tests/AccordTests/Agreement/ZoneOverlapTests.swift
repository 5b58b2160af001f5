import Airspace
import Testing

@testable import Accord

/// Zones are compared with each other, and not without end.
struct ZoneOverlapTests {
    private func zone(_ name: String, north: Double, east: Double, lower: Double = 10_000) -> AgreedZone {
        let corners = [(0.0, 0.0), (0.0, 0.2), (0.2, 0.2), (0.2, 0.0)].map { up, right in
            GeodeticPosition(latitudeDegrees: north + up, longitudeDegrees: east + right)
        }
        return AgreedZone(
            identifier: name, name: BilingualText(english: name, russian: "Зона"), purpose: .exercise,
            volume: Volume(
                footprint: .polygon(corners), lower: Altitude(feet: lower, datum: .pressure),
                upper: Altitude(feet: lower + 10_000, datum: .pressure)),
            activeUnixSeconds: [], activators: ["WEST"], entitled: ["WEST"])
    }

    private let area = Volume(
        footprint: .circle(centre: GeodeticPosition(latitudeDegrees: 49, longitudeDegrees: 2), radiusMetres: 200_000))

    @Test func overlapsAreFoundEitherWay() {
        var overlaps = ZoneOverlaps(area: area)
        let one = zone("A", north: 49, east: 2)
        for (other, meets) in [
            (zone("B", north: 49.1, east: 2.1), true), (zone("C", north: 49.15, east: 2.25), false),
            (zone("D", north: 50, east: 3), false), (zone("E", north: 49, east: 2, lower: 20_000), false),
        ] {
            let found = [overlaps.mayMeet(one, other), overlaps.mayMeet(other, one)]
            #expect(found == [meets, meets], "\(other.identifier)")
        }
        let inside = [one, zone("F", north: 60, east: 2)].map { overlaps.staysInside($0) }
        #expect(inside == [true, false])
        #expect(!overlaps.isExhausted)
    }

    @Test func isSaidWhenThereIsTooMuch() {
        var overlaps = ZoneOverlaps(area: area, most: 20)
        let meets = overlaps.mayMeet(zone("A", north: 49, east: 2), zone("C", north: 49.15, east: 2.25))
        #expect(!meets && overlaps.isExhausted)
        let isInside = overlaps.staysInside(zone("F", north: 60, east: 2))
        #expect(isInside, "nothing is said of what was not compared")
    }
}
