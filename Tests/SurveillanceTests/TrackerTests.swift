import Airspace
import Surveillance
import Testing

/// Reports become tracks whatever their pieces, order and feeds.
@Suite struct TrackerTests {
    private func report(_ time: Double, _ latitude: Double?, _ longitude: Double = 2) -> Report {
        var report = Report(timeUnixSeconds: time, identifier: "abcdef")
        report.position = latitude.map { GeodeticPosition(latitudeDegrees: $0, longitudeDegrees: longitude) }
        return report
    }

    @Test func piecesOfBaseStationBecomeOneTrack() throws {
        var tracker = Tracker()
        for report in read(Samples.baseStation.utf8, as: .baseStation).reports { tracker.take(report, feed: 3) }
        let track = try #require(tracker["4ca2d6"])
        #expect(track.callsign == "RYR1427")
        #expect(track.state.level == .pressure(feet: 37_025))
        #expect(track.state.groundSpeedMetresPerSecond.map { abs($0 - 231.5) < 1e-9 } == true)
        #expect(track.state.trackDegrees == 90)
        #expect(track.state.timeUnixSeconds == 1_633_608_254.5)
        #expect(track.squawk == "7600" && track.squawkUnixSeconds == 1_633_608_255)
        #expect(track.feed == 3 && !track.isOnGround)
        #expect(tracker["4ca2d7"]?.isOnGround == true)
    }

    @Test func theLatestPositionWinsAndOfOneSecondTheFirst() {
        var tracker = Tracker()
        tracker.take(report(100.2, 48.0), feed: 0)
        tracker.take(report(100.7, 48.1), feed: 1)
        #expect(tracker["abcdef"]?.state.position.latitudeDegrees == 48.0)
        tracker.take(report(101.1, 48.2), feed: 1)
        tracker.take(report(99.0, 47.0), feed: 0)
        #expect(tracker["abcdef"]?.state.position.latitudeDegrees == 48.2)
        #expect(tracker["abcdef"]?.feed == 1)
        #expect(tracker.tracks.count == 1)
    }

    @Test func whatIsNotRepeatedIsForgotten() {
        var tracker = Tracker()
        var first = report(100, 48)
        first.pressureAltitudeFeet = 30_000
        first.groundSpeedMetresPerSecond = 200
        first.callsign = "ABC1"
        tracker.take(first, feed: 0)
        tracker.take(report(110, 48.01), feed: 0)
        #expect(tracker["abcdef"]?.state.level == .pressure(feet: 30_000))
        var last = report(130, 48.02)
        last.ellipsoidHeightFeet = 31_000
        tracker.take(last, feed: 0)
        #expect(tracker["abcdef"]?.state.level == .fromEllipsoidHeight(feet: 31_000))
        #expect(tracker["abcdef"]?.callsign == "ABC1")
        tracker.take(report(131, 48.03), feed: 0)
        #expect(tracker["abcdef"]?.state.level == .unknown)
    }

    @Test func aVelocityThatIsNotSentIsDerived() throws {
        var tracker = Tracker()
        for second in 0..<30 {
            var next = report(Double(second), 48 + Double(second) * 0.001, 2 + Double(second) * 0.001)
            next.pressureAltitudeFeet = 10_000 + Double(second) * 10
            tracker.take(next, feed: 0)
        }
        let state = try #require(tracker["abcdef"]?.state)
        let northMetres = 111.2
        let eastMetres = 74.6
        let speed = (northMetres * northMetres + eastMetres * eastMetres).squareRoot()
        #expect(abs((state.groundSpeedMetresPerSecond ?? 0) - speed) < 0.2)
        #expect(abs((state.trackDegrees ?? 0) - 33.86) < 0.1)
        #expect(abs((state.verticalRateMetresPerSecond ?? 0) - 3.048) < 1e-9)
    }

    @Test func aSentVelocityIsKept() {
        var tracker = Tracker()
        for second in 0..<30 {
            var next = report(Double(second), 48 + Double(second) * 0.001)
            next.groundSpeedMetresPerSecond = 99
            next.trackDegrees = 12
            tracker.take(next, feed: 0)
        }
        #expect(tracker["abcdef"]?.state.groundSpeedMetresPerSecond == 99)
        #expect(tracker["abcdef"]?.state.trackDegrees == 12)
    }

    @Test func tracksExpireByPictureTime() {
        var tracker = Tracker(expirySeconds: 60)
        tracker.take(report(100, 48), feed: 0)
        var other = report(150, 49)
        other.identifier = "abcdee"
        tracker.take(other, feed: 0)
        #expect(tracker.advance(to: 160).isEmpty)
        #expect(tracker.advance(to: 161) == ["abcdef"])
        #expect(tracker["abcdef"] == nil)
        #expect(tracker["abcdee"]?.state.timeUnixSeconds == 150)
        tracker.take(report(162, 48), feed: 0)
        #expect(tracker.tracks.count == 2)
    }

    @Test func whatCameBeforeThePositionIsKept() {
        var tracker = Tracker()
        var mark = report(99, nil)
        mark.callsign = "ABC1"
        mark.squawk = "7700"
        mark.emitterCategory = "A7"
        #expect(tracker.take(mark, feed: 0) == nil)
        #expect(tracker.take(report(100, 48), feed: 0) == 0)
        #expect(tracker["abcdef"]?.callsign == "ABC1")
        #expect(tracker["abcdef"]?.squawk == "7700")
        #expect(tracker["abcdef"]?.aircraftClass == .helicopter)
    }

    @Test func qualityIsShownWhileItLasts() throws {
        var tracker = Tracker()
        for second in 0..<60 {
            var next = report(Double(second), 48 + Double(min(second, 20)) * 0.002 + 0.000_017)
            next.groundSpeedMetresPerSecond = 222
            tracker.take(next, feed: 0)
            let quality = try #require(tracker["abcdef"]).quality(at: Double(second), staleSeconds: 15)
            #expect(quality == (second >= 23 ? .frozen : []), "second \(second)")
        }
        #expect(tracker["abcdef"]?.quality(at: 80, staleSeconds: 15) == .stale)
    }

    @Test func historyIsBoundedAndInOrder() throws {
        var tracker = Tracker()
        for second in 0..<2_000 { tracker.take(report(Double(second), Double(second) * 0.001), feed: 0) }
        let points = try #require(tracker["abcdef"]).history.points
        #expect(points.count == TrackHistory.mostPoints)
        #expect(points.last?.timeUnixSeconds == 1_995)
        #expect(zip(points, points.dropFirst()).allSatisfy { $1.timeUnixSeconds - $0.timeUnixSeconds == 5 })
    }
}
