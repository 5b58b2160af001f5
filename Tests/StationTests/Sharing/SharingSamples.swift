import Accord
import Airspace
import Foundation
import Separation

@testable import Station

/// The agreements of Examples/, as the tests of sharing use them.
enum SharingSamples {
    static func document(_ name: String) throws -> AgreementDocument {
        let path = packageRoot.appendingPathComponent("Examples/\(name).agreement.yaml")
        return try AgreementDocument(Array(try Data(contentsOf: path)))
    }

    static func standing(
        _ name: String = "west-east", party: String = "WEST", flow: AgreementFlow = .inForce
    ) throws -> StandingAgreement {
        let document = try document(name)
        let peers = document.agreement.parties.map(\.identifier).filter { $0 != party }
        return StandingAgreement(document: document, flow: flow, peers: peers)
    }

    /// A time within the term.
    static let time = 1_700_000_000.0

    static func state(
        _ identifier: String, callsign: String? = nil, north: Double = 49, east: Double = 2.4, feet: Double? = 24_000,
        at time: Double = time, emergency: SharedEmergency? = nil
    ) -> OwnTrackState {
        OwnTrackState(
            identifier: identifier, callsign: callsign, timeUnixSeconds: time,
            position: GeodeticPosition(latitudeDegrees: north, longitudeDegrees: east), levelFeet: feet, speedKt: 420,
            trackDegrees: 90, verticalFpm: 0, emergency: emergency)
    }

    static func track(
        _ identifier: String, north: Double, east: Double, track: Double, metresPerSecond: Double = 200,
        feet: Double = 24_000, isOurs: Bool = false
    ) -> PictureTrack {
        var made = PictureTrack(
            identifier: identifier, callsign: nil,
            state: KinematicState(
                timeUnixSeconds: time,
                position: GeodeticPosition(latitudeDegrees: north, longitudeDegrees: east),
                level: .pressure(feet: feet), groundSpeedMetresPerSecond: metresPerSecond, trackDegrees: track,
                verticalRateMetresPerSecond: 0),
            ellipsoidHeightFeet: nil, squawk: nil, aircraftClass: .unknown, feed: "f1", ageSeconds: 0, freshness: .live,
            isOnGround: false, quality: [])
        made.isOurs = isOurs
        return made
    }

    static let ours = OwnAircraft([OwnAircraft.Item(AircraftPattern(identifier: "39a001"))])

    static func telling(_ standing: StandingAgreement, party: String = "WEST", secret: UInt8 = 7) throws
        -> AgreementTelling
    {
        let pseudonyms = try Pseudonyms(
            agreement: standing.identifier, secret: Array(repeating: secret, count: 32))
        return AgreementTelling(standing, party: party, pseudonyms: pseudonyms, startUnixSeconds: time - 3_600)
    }
}
