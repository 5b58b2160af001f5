import Accord
import Airspace
import Testing

/// The audit finds every entry that should not have left, and lets pass those that the disclosure itself lets go.
struct DisclosureAuditTests {
    private let start = 1_633_608_000.0

    private func audit() throws -> (DisclosureAudit, StandingTests.Fixture) {
        let fixture = try StandingTests.Fixture()
        let west = try Entry(bytes(fixture.signed(fixture.first, by: fixture.west), at: -60))
        let east = try Entry(bytes(fixture.signed(fixture.first, by: fixture.east), at: -50))
        let suspended = try Entry(
            bytes(AgreementSuspendedBody(agreement: "SEINE-1", reason: "x", by: EntrySamples.person), at: 30))
        let audit = try DisclosureAudit(
            agreement: "SEINE-1", party: "WEST", peer: "EAST", documents: [fixture.first],
            contact: [("WEST", west), ("EAST", east)], theirs: [suspended])
        return (audit, fixture)
    }

    private func bytes(_ body: any EntryBody, at seconds: Double) throws -> [UInt8] {
        try EntryDraft(body).bytes(atUnixSeconds: start + seconds, salt: EntrySamples.salt)
    }

    private func track(_ change: (inout TrackBody) -> Void = { _ in }) -> TrackBody {
        let place = DisclosureGrid.position(
            GeodeticPosition(latitudeDegrees: 48.9, longitudeDegrees: 2.3), gridMetres: 926)
        var body = TrackBody(
            track: "abcdefghijklmnop", time: EntryTime(unixSeconds: start), lat: place.latitudeDegrees,
            lon: place.longitudeDegrees, levelFt: 23_500, speedKt: 435, trackDegrees: 0, verticalFpm: -1_200,
            gridNM: 0.5,
            levelGridFt: 500, timeGridSeconds: 5, delaySeconds: 0, rule: "west-all")
        change(&body)
        return body
    }

    /// A simulated flight tells of no aircraft, once a simulated run has begun; whatever else is told meanwhile is judged as ever.
    @Test func simulatedFlightsGiveNothingAway() throws {
        var (audit, _) = try audit()
        let simulated = track {
            $0.track = Pseudonyms.simulated("VIPER")
            $0.gridNM = 0.02
        }
        #expect(!audit.judge(try bytes(simulated, at: 0)).violations.isEmpty)
        let run = RunBody(plan: "p", run: "r", state: .started, simulated: true, by: EntrySamples.person)
        #expect(audit.judge(try bytes(run, at: 1)).violations.isEmpty)
        let finding = audit.judge(try bytes(simulated, at: 2))
        #expect(finding.violations.isEmpty)
        #expect(finding.rule?.contains("simulated") == true)
        #expect(!audit.judge(try bytes(track { $0.gridNM = 0.02 }, at: 3)).violations.isEmpty)
        // One side begins a run, the other joins it: what was received of it counts as well.
        let fixture = try StandingTests.Fixture()
        let signed = try [("WEST", fixture.west, -60.0), ("EAST", fixture.east, -50)].map { name, key, at in
            (name, try Entry(bytes(fixture.signed(fixture.first, by: key), at: at)))
        }
        var joining = try DisclosureAudit(
            agreement: "SEINE-1", party: "WEST", peer: "EAST", documents: [fixture.first], contact: signed,
            theirs: [try Entry(bytes(run, at: 0))])
        #expect(!joining.judge(try bytes(simulated, at: 1)).violations.isEmpty)
        #expect(joining.judge(try bytes(simulated, at: 9), peerSeen: 1).violations.isEmpty)
        // No pseudonym looks like one of these.
        let secret = [UInt8](repeating: 9, count: 32)
        let name = try Pseudonyms(agreement: "SEINE-1", secret: secret).pseudonym(of: "VIPER").pseudonym
        #expect(!Pseudonyms.isSimulated(name))
    }

    @Test func letsPassWhatTheDisclosureLetsGo() throws {
        var (audit, fixture) = try audit()
        let pseudonyms = try Pseudonyms(agreement: "SEINE-1", secret: [UInt8](repeating: 9, count: 32))
        var disclosure = Disclosure(fixture.first.agreement, party: "WEST", pseudonyms: pseudonyms)
        let own = OwnAircraft([OwnAircraft.Item(AircraftPattern(identifier: "3949ea"))])
        var told = 0
        for second in stride(from: 0.0, to: 200, by: 1) {
            let place = Geodesic.direct(
                from: GeodeticPosition(latitudeDegrees: 49.5, longitudeDegrees: 2.0), azimuthDegrees: 80,
                distanceMetres: 220 * second)
            let state = OwnTrackState(
                identifier: "3949ea", timeUnixSeconds: start + second, position: place.position,
                levelFeet: 24_000 + second * 10,
                speedKt: 428, trackDegrees: place.azimuthDegrees, verticalFpm: 600)
            let isInConflict = (50..<100).contains(second)
            let situation = Disclosure.Situation(
                nowUnixSeconds: start + second, flow: .inForce, own: own,
                conflicts: isInConflict ? ["EAST": ["3949ea"]] : [:])
            if second == 50 {
                let name = pseudonyms.pseudonym(of: "3949ea").pseudonym
                let alert = AlertBody(
                    alert: "a", kind: .conflict, level: .advisory, tracks: [name, "e"],
                    time: EntryTime(unixSeconds: start))
                #expect(audit.judge(try bytes(alert, at: second)).violations == [])
            }
            if second == 100 {
                #expect(audit.judge(try bytes(AlertEndedBody(alert: "a"), at: second)).violations == [])
            }
            for case .tell(_, let body) in disclosure.step([state], in: situation) {
                told += 1
                let finding = audit.judge(try bytes(body, at: second + 0.3))
                #expect(finding.violations == [], "\(second): \(body)")
                #expect(finding.rule == "west-all")
            }
        }
        #expect(told > 70)
    }

    @Test(arguments: [
        ("unknown rule", DisclosureAudit.Violation.noSuchRule("secret")),
        ("other party's rule", .otherParties("east-all")),
        ("too fine", .tooFine("lat, lon")), ("fine level", .tooFine("levelFt")), ("fine time", .tooFine("time")),
        ("fine velocity", .tooFine("velocity")), ("no conflict", .noConflict), ("outside", .outside),
        ("address", .notAPseudonym),
    ])
    func namesWhatWasNotAllowed(name: String, violation: DisclosureAudit.Violation) throws {
        var (audit, _) = try audit()
        let body = track { body in
            switch name {
            case "unknown rule": body.rule = "secret"
            case "other party's rule": body.rule = "east-all"
            case "too fine": body.lat += 0.001
            case "fine level": body.levelFt = 23_456
            case "fine time": body.time = EntryTime(unixSeconds: start - 1)
            case "fine velocity": body.speedKt = 433
            case "no conflict":
                body.gridNM = 0.1
                body.levelGridFt = 100
                body.timeGridSeconds = 1
                let place = DisclosureGrid.position(
                    GeodeticPosition(latitudeDegrees: 48.9, longitudeDegrees: 2.3), gridMetres: 185.2)
                body.lat = place.latitudeDegrees
                body.lon = place.longitudeDegrees
            case "outside":
                body.lat =
                    DisclosureGrid.position(
                        GeodeticPosition(latitudeDegrees: 52, longitudeDegrees: 2.3), gridMetres: 926
                    ).latitudeDegrees
            default: body.track = "3949ea"
            }
        }
        let finding = audit.judge(try bytes(body, at: 1))
        #expect(finding.violations.contains(violation), "\(finding)")
    }

    @Test func namesWhatCameTooOften() throws {
        var (audit, _) = try audit()
        #expect(audit.judge(try bytes(track(), at: 0)).violations == [])
        let second = track { $0.time = EntryTime(unixSeconds: start) }
        #expect(audit.judge(try bytes(second, at: 2)).violations == [.tooOften])
    }

    /// The numbers of an alert are no finer than what was told of the aircraft, and none are told of one of which nothing was.
    @Test func judgesTheNumbersOfAlerts() throws {
        var (audit, _) = try audit()
        var second = 0.0
        func judge(_ change: (inout AlertBody) -> Void) throws -> [DisclosureAudit.Violation] {
            var body = AlertBody(
                alert: "a", kind: .conflict, level: .alarm, tracks: ["east-1", track().track], secondsToLoss: 65,
                horizontalNM: 1.5, verticalFt: 1_000, time: EntryTime(unixSeconds: start))
            change(&body)
            second += 1
            return audit.judge(try bytes(body, at: second)).violations
        }
        #expect(
            try judge { _ in } == [.field("secondsToLoss"), .field("horizontalNM"), .field("verticalFt")],
            "it has not been told of")
        #expect(audit.judge(try bytes(track(), at: 10)).violations == [])
        #expect(try judge { _ in } == [])
        #expect(try judge { $0.horizontalNM = 1.97 } == [.tooFine("horizontalNM")])
        #expect(try judge { $0.verticalFt = 1_240 } == [.tooFine("verticalFt")])
        #expect(try judge { $0.secondsToLoss = 63.4 } == [.tooFine("secondsToLoss")])
        let foreign = try judge {
            $0.kind = .zone
            $0.tracks = ["east-1"]
            $0.horizontalNM = 6.31
        }
        #expect(foreign == [], "it is the peer's own aircraft")
    }

    /// A suspension counts from when it was stored, and not before.
    @Test func countsASuspensionFromWhenItArrived() throws {
        var (audit, _) = try audit()
        #expect(audit.judge(try bytes(track { $0.time = EntryTime(unixSeconds: start + 35) }, at: 36)).violations == [])
        let seen = SeenBody(record: EntrySamples.record, size: 1, root: EntrySamples.root)
        #expect(audit.judge(try bytes(seen, at: 40), peerSeen: 1).violations == [])
        let late = audit.judge(try bytes(track { $0.time = EntryTime(unixSeconds: start + 45) }, at: 46))
        #expect(late.violations.contains { if case .type = $0 { true } else { false } })
        let distress = track {
            $0.time = EntryTime(unixSeconds: start + 55)
            $0.emergency = .squawk7700
        }
        #expect(audit.judge(try bytes(distress, at: 56)).violations == [])
        let zone = ZoneBody(zone: "NORTH", state: .active, from: EntryTime(unixSeconds: start), by: EntrySamples.person)
        #expect(!audit.judge(try bytes(zone, at: 57)).violations.isEmpty)
    }

    /// What was decided just before a suspension was acted on, or just after a resumption was, is no breach; later it is.
    @Test func bearsWithWhatWasOnItsWay() throws {
        let fixture = try StandingTests.Fixture()
        let contact = try [("WEST", fixture.west), ("EAST", fixture.east)].map { party, key in
            (party, try Entry(bytes(fixture.signed(fixture.first, by: key), at: -60)))
        }
        let theirs = [
            try Entry(
                bytes(AgreementSuspendedBody(agreement: "SEINE-1", reason: "x", by: EntrySamples.person), at: 30)),
            try Entry(bytes(AgreementResumedBody(agreement: "SEINE-1", by: EntrySamples.person), at: 60)),
        ]
        var audit = try DisclosureAudit(
            agreement: "SEINE-1", party: "WEST", peer: "EAST", documents: [fixture.first], contact: contact,
            theirs: theirs)
        func judge(at second: Double, nextSeen: Int? = nil) throws -> [DisclosureAudit.Violation] {
            let body = track { $0.time = EntryTime(unixSeconds: start + (second / 5).rounded(.down) * 5) }
            return audit.judge(try bytes(body, at: second), nextSeen: nextSeen).violations
        }
        func see(_ size: UInt64, at second: Double) throws {
            let seen = SeenBody(record: EntrySamples.record, size: size, root: EntrySamples.root)
            #expect(audit.judge(try bytes(seen, at: second), peerSeen: Int(size)).violations == [])
        }
        try see(1, at: 31)
        #expect(try judge(at: 32.5) == [])
        #expect(try judge(at: 40) != [])
        #expect(try judge(at: 50, nextSeen: 1) != [])
        #expect(try judge(at: 61, nextSeen: 2) == [])
        try see(2, at: 62)
        #expect(try judge(at: 70) == [])
    }

    @Test func namesWhatMayNeverStandThere() throws {
        var (audit, _) = try audit()
        #expect(!audit.judge(try bytes(LoginBody(name: "x", outcome: .accepted), at: 1)).violations.isEmpty)
        #expect(!audit.judge(Array("{}".utf8)).violations.isEmpty)
        #expect(audit.judge(Array("{}".utf8)).index == 2)
    }
}
