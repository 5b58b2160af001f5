import Airspace
import Surveillance
import TestSupport
import Testing

/// Each flag is raised for its fault, at its time, and not for ordinary flight.
@Suite struct QualityTests {
    /// One report a second, flying east at 200 m/s from 0°E on the given latitude, level at 30,000 ft.
    private func flight(seconds: Int, latitude: Double = 48) -> [Report] {
        (0..<seconds).map { second in
            var report = Report(timeUnixSeconds: Double(1_000 + second), identifier: "abcdef")
            let degrees = 200.0 / (111_319.5 * 0.669_13)
            report.position = GeodeticPosition(
                latitudeDegrees: latitude + 0.000_123, longitudeDegrees: Double(second) * degrees)
            report.groundSpeedMetresPerSecond = 200
            report.trackDegrees = 90
            report.pressureAltitudeFeet = 30_000
            report.verticalRateMetresPerSecond = 0
            return report
        }
    }

    private func intervals(_ reports: [Report]) -> [QualityInterval] {
        var audit = QualityAudit()
        audit.take(reports)
        return audit.intervals(of: "abcdef")
    }

    @Test func ordinaryFlightHasNoFlag() {
        var generator = SeededRandom(seed: 5)
        var reports = flight(seconds: 2_000)
        for index in reports.indices {
            reports[index].pressureAltitudeFeet = 30_000 + Double(index) * 20
            reports[index].verticalRateMetresPerSecond = 6.1
            reports[index].position?.latitudeDegrees += Double.random(in: -0.0005...0.0005, using: &generator)
        }
        // Seconds without a report and repeated positions are ordinary.
        reports.removeAll { _ in Int.random(in: 0..<5, using: &generator) == 0 }
        for index in stride(from: 1, to: reports.count, by: 3)
        where reports[index].timeUnixSeconds == reports[index - 1].timeUnixSeconds + 1 {
            reports[index].position = reports[index - 1].position
        }
        #expect(intervals(reports).isEmpty)
    }

    @Test func aPositionThatStopsIsFrozenFromWhereItStopped() {
        var reports = flight(seconds: 200)
        for index in 51...180 { reports[index].position = reports[50].position }
        #expect(intervals(reports) == [QualityInterval(quality: .frozen, unixSeconds: 1_050...1_181)])
    }

    @Test func anUpdateTimeThatStopsIsFrozen() {
        var reports = flight(seconds: 100)
        for index in reports.indices {
            reports[index].positionUpdatedUnixSeconds = min(1_040, reports[index].timeUnixSeconds)
        }
        #expect(intervals(reports) == [QualityInterval(quality: .frozen, unixSeconds: 1_040...1_099)])
    }

    @Test func standingStillIsNotFrozen() {
        var reports = flight(seconds: 200)
        for index in reports.indices {
            reports[index].position = reports[0].position
            reports[index].groundSpeedMetresPerSecond = index % 2 == 0 ? 3 : nil
        }
        #expect(intervals(reports).isEmpty)
        for index in reports.indices {
            reports[index].groundSpeedMetresPerSecond = 80
            reports[index].isOnGround = true
        }
        #expect(intervals(reports).isEmpty)
    }

    @Test func oneOutlierIsAJumpOfItsNeighbourhood() {
        var reports = flight(seconds: 100)
        reports[40].position?.latitudeDegrees += 0.1
        #expect(intervals(reports) == [QualityInterval(quality: .jump, unixSeconds: 1_039...1_041)])
    }

    @Test func aRelocationIsBelievedAfterThree() {
        var reports = flight(seconds: 100)
        for index in 40..<100 { reports[index].position?.latitudeDegrees += 0.2 }
        #expect(intervals(reports) == [QualityInterval(quality: .jump, unixSeconds: 1_039...1_042)])
    }

    @Test func anExcursionIsInDoubtAsAWhole() {
        var reports = flight(seconds: 300)
        for index in 40..<200 { reports[index].position?.latitudeDegrees += 1.5 }
        #expect(intervals(reports) == [QualityInterval(quality: .jump, unixSeconds: 1_039...1_202)])
    }

    @Test func aSpikeOfLevelIsAJump() {
        var reports = flight(seconds: 100)
        reports[40].pressureAltitudeFeet = 38_000
        #expect(intervals(reports) == [QualityInterval(quality: .jump, unixSeconds: 1_039...1_041)])
        reports = flight(seconds: 100)
        // 6,000 ft/min, as it says.
        for index in reports.indices {
            reports[index].pressureAltitudeFeet = 10_000 + Double(index) * 100
            reports[index].verticalRateMetresPerSecond = 30.48
        }
        #expect(intervals(reports).isEmpty)
    }

    @Test func timeThatGoesBackIsAClockFault() {
        var reports = flight(seconds: 100)
        for index in 50..<100 { reports[index].timeUnixSeconds -= 20 }
        #expect(intervals(reports) == [QualityInterval(quality: .clock, unixSeconds: 1_030...1_049)])
    }

    @Test func flyingBackwardsIsAClockFault() {
        var reports = flight(seconds: 100)
        // A receiver that is eight seconds late: its places are those of before.
        reports[60].position = reports[52].position
        let found = intervals(reports)
        #expect(found == [QualityInterval(quality: .clock, unixSeconds: 1_059...1_061)])
    }

    @Test func comingBackAfterAGapIsNoClockFault() {
        var reports = flight(seconds: 100)
        let there = reports
        // Out of reach for a minute, and back on the opposite course, one report in eleven seconds.
        for (index, second) in stride(from: 160, to: 290, by: 11).enumerated() {
            var report = there[99 - index * 5]
            report.timeUnixSeconds = Double(1_000 + second)
            report.trackDegrees = 270
            report.groundSpeedMetresPerSecond = 91
            reports.append(report)
        }
        #expect(intervals(reports).isEmpty)
    }

    @Test func altitudesThatCannotBothBeRightAreMixed() {
        var reports = flight(seconds: 30)
        for index in reports.indices { reports[index].ellipsoidHeightFeet = 31_500 }
        #expect(intervals(reports).isEmpty)
        for index in 10..<20 { reports[index].ellipsoidHeightFeet = 12_000 }
        #expect(intervals(reports) == [QualityInterval(quality: .mixedDatum, unixSeconds: 1_010...1_019)])
        reports[25].pressureAltitudeFeet = nil
        #expect(intervals(reports).map(\.quality) == [.mixedDatum, .mixedDatum])
    }

    @Test func coarsePositionsAreRounded() {
        var reports = flight(seconds: 60)
        for index in reports.indices {
            reports[index].position?.latitudeDegrees = 48
            reports[index].position?.longitudeDegrees = (Double(index) * 3).rounded() / 1_000
        }
        #expect(intervals(reports) == [QualityInterval(quality: .rounding, unixSeconds: 1_000...1_059)])
    }

    @Test func thePolesAndTheDateLineAreOrdinary() {
        var reports = flight(seconds: 100, latitude: 0)
        for index in reports.indices {
            reports[index].position = GeodeticPosition(
                latitudeDegrees: 10.000_05, longitudeDegrees: 179.9 + Double(index) * 0.002)
            if let longitude = reports[index].position?.longitudeDegrees, longitude > 180 {
                reports[index].position?.longitudeDegrees -= 360
            }
        }
        #expect(intervals(reports).isEmpty)
        for index in reports.indices {
            let north = 89.9 + Double(index) * 0.0018
            reports[index].position = GeodeticPosition(
                latitudeDegrees: north <= 90 ? north : 180 - north, longitudeDegrees: north <= 90 ? 20 : -160)
        }
        #expect(intervals(reports).isEmpty)
    }

    @Test func qualityOfASpanIsWhatOverlapsIt() {
        var reports = flight(seconds: 100)
        reports[40].pressureAltitudeFeet = 38_000
        var audit = QualityAudit()
        audit.take(reports)
        #expect(audit.quality(of: "abcdef", during: 1_000...1_030) == [])
        #expect(audit.quality(of: "abcdef", during: 1_030...1_039) == .jump)
        #expect(audit.quality(of: "fedcba", during: 1_000...1_100) == [])
        #expect(audit.quality(of: "abcdef", during: 1_041...1_041).names == ["jump"])
    }
}
