import Accord
import Airspace
import Exercise
import Foundation
import Separation
import Testing

@testable import Station

/// The example of November 2015 as the tests of a followed run use it.
enum RunSamples {
    static let folder = packageRoot.appendingPathComponent("Examples/november-2015")
    /// When contact is made by the plan.
    static let time = 1_446_541_800.0
    static let officer = Person(name: "Lt Harris", role: .watchOfficer)

    static func planText(_ changes: [(String, String)] = []) throws -> String {
        var text = try String(contentsOf: folder.appendingPathComponent("plan.yaml"), encoding: .utf8)
        for (old, new) in changes {
            #expect(text.contains(old))
            text = text.replacingOccurrences(of: old, with: new)
        }
        return text
    }

    static func plan(_ changes: [(String, String)] = []) throws -> ExercisePlan {
        try #require(PlanReader(try planText(changes)).plan)
    }

    static func standing(party: String = "WEST", flow: AgreementFlow = .inForce) throws -> StandingAgreement {
        let bytes = Array(try Data(contentsOf: folder.appendingPathComponent("agreement.yaml")))
        let document = try AgreementDocument(bytes)
        let peers = document.agreement.parties.map(\.identifier).filter { $0 != party }
        return StandingAgreement(document: document, flow: flow, peers: peers)
    }

    static func followed(_ changes: [(String, String)] = [], isSimulated: Bool = false) throws -> FollowedRun {
        FollowedRun.begin(
            try plan(changes), identifier: "run-1", isSimulated: isSimulated, leader: "WEST", party: "WEST",
            by: officer,
            under: try standing(), now: time
        ).0
    }

    static func track(
        _ identifier: String, callsign: String? = nil, north: Double = 35.1, east: Double = 38.4, feet: Double? = 20_000
    ) -> PictureTrack {
        var made = PictureTrack(
            identifier: identifier, callsign: callsign,
            state: KinematicState(
                timeUnixSeconds: time, position: GeodeticPosition(latitudeDegrees: north, longitudeDegrees: east),
                level: feet.map { .pressure(feet: $0) } ?? .unknown, groundSpeedMetresPerSecond: 180, trackDegrees: 90,
                verticalRateMetresPerSecond: 0),
            ellipsoidHeightFeet: nil, squawk: nil, aircraftClass: .unknown, feed: "f1", ageSeconds: 0, freshness: .live,
            isOnGround: false, quality: [])
        made.levelUnixSeconds = feet == nil ? nil : time
        return made
    }

    static func shared(_ party: String, _ pseudonym: String, isSeenHere: Bool) -> PictureTrack.Shared {
        let position = GeodeticPosition(latitudeDegrees: 35, longitudeDegrees: 38)
        let state = KinematicState(timeUnixSeconds: time, position: position, level: .unknown)
        return PictureTrack.Shared(
            ForeignTrack(party: party, pseudonym: pseudonym, state: state, rule: "east-kilo"), isSeenHere: isSeenHere)
    }

    static func second(_ tracks: [PictureTrack]) -> PictureSecond {
        PictureSecond(second: Int(time), tracks: tracks, alerts: AlertPicture(timeUnixSeconds: time))
    }

    static func disclosed(
        _ track: String, rule: String = "east-all", north: Double = 35.1, east: Double = 38.4, feet: Double? = 20_500,
        at time: Double = time
    ) -> TrackBody {
        TrackBody(
            track: track, time: EntryTime(unixSeconds: time), lat: north, lon: east, levelFt: feet, datum: .pressure,
            speedKt: 350, trackDegrees: 90, gridNM: 0.02, levelGridFt: 25, timeGridSeconds: 1, delaySeconds: 0,
            rule: rule)
    }
}
