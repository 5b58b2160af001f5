import Airspace
import Testing

@Suite("Earth-centred places and local frames")
struct LocalFrameTests {
    static let places = [
        GeodeticPosition(latitudeDegrees: 48.99, longitudeDegrees: 2.5),
        GeodeticPosition(latitudeDegrees: 0, longitudeDegrees: 180),
        GeodeticPosition(latitudeDegrees: -33.9, longitudeDegrees: -179.999),
        GeodeticPosition(latitudeDegrees: 90, longitudeDegrees: 40),
        GeodeticPosition(latitudeDegrees: -90, longitudeDegrees: -120),
    ]

    @Test("three unit vectors at right angles", arguments: places)
    func orthonormal(place: GeodeticPosition) {
        let frame = LocalFrame(at: place)
        for vector in [frame.east, frame.north, frame.up] { #expect(abs(vector.length - 1) < 1e-15) }
        #expect(abs(frame.east.dot(frame.north)) < 1e-15)
        #expect(abs(frame.east.dot(frame.up)) < 1e-15)
        #expect(abs(frame.north.dot(frame.up)) < 1e-15)
    }

    @Test("a short way along a track lies in that direction", arguments: places)
    func direction(place: GeodeticPosition) {
        let frame = LocalFrame(at: place)
        for track in stride(from: 0.0, to: 360, by: 45) {
            let end = Geodesic.direct(from: place, azimuthDegrees: track, distanceMetres: 100).position
            let seen = frame.local(EarthCentred(footOf: end))
            let expected = HorizontalVelocity(trackDegrees: track, metresPerSecond: 100)
            #expect(abs(seen.east - expected.east) < 1e-3)
            #expect(abs(seen.north - expected.north) < 1e-3)
            #expect(abs(seen.up) < 1e-3)
        }
    }

    @Test("there and back through earth-centred axes", arguments: places)
    func there(place: GeodeticPosition) {
        for height in [-100.0, 0, 12_000, 30_000] {
            let raised = EarthCentred(
                latitudeDegrees: place.latitudeDegrees, longitudeDegrees: place.longitudeDegrees,
                heightMetres: height)
            let miss = EarthCentred(footOf: GeodeticPosition(raised)) - EarthCentred(footOf: place)
            #expect(miss.length < 1e-4)
        }
        let frame = LocalFrame(at: place)
        let local = frame.local(frame.earthCentred(east: 3, north: -4, up: 5))
        #expect(abs(local.east - 3) < 1e-8)
        #expect(abs(local.north + 4) < 1e-8)
        #expect(abs(local.up - 5) < 1e-8)
    }

    @Test("a velocity keeps its speed and track")
    func velocity() {
        for track in stride(from: 0.0, to: 360, by: 7.5) {
            let velocity = HorizontalVelocity(trackDegrees: track, metresPerSecond: 231.5)
            #expect(abs(velocity.metresPerSecond - 231.5) < 1e-9)
            #expect(abs(shortWayDegrees(velocity.trackDegrees - track)) < 1e-9)
        }
        #expect(HorizontalVelocity(east: 0, north: -1).trackDegrees == 180)
    }
}
