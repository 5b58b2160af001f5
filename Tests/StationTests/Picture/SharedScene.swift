import Airspace
import Foundation
import Separation
import Surveillance

@testable import Station

/// Aircraft over one place, as the tests of a shared picture have them.
protocol SharedScene {}

extension SharedScene {
    static var start: Int { 1_000_000 }
    static var middle: GeodeticPosition { GeodeticPosition(latitudeDegrees: 40, longitudeDegrees: -30) }

    /// A flight as its party discloses it: every `step` seconds, rounded to 0.5 NM and 500 ft.
    func disclosed(
        _ pseudonym: String, at second: Int, passing place: GeodeticPosition = Self.middle,
        at passing: Double = 1_000_300,
        track: Double, feet: Double = 35_000, party: String = "EAST", delay: Double = 0
    ) -> ForeignTrack {
        let known = report(
            pseudonym, at: Double(second) - delay, passing: place, at: passing, track: track, feet: feet)
        let position = known.position ?? place
        let grid = 0.5 / 60
        let rounded = GeodeticPosition(
            latitudeDegrees: (position.latitudeDegrees / grid).rounded() * grid,
            longitudeDegrees: (position.longitudeDegrees / grid).rounded() * grid)
        return ForeignTrack(
            party: party, pseudonym: pseudonym,
            state: KinematicState(
                timeUnixSeconds: Double(second) - delay, position: rounded,
                level: .pressure(feet: (feet / 500).rounded() * 500), groundSpeedMetresPerSecond: 230,
                trackDegrees: known.trackDegrees),
            precision: ForeignTrack.Precision(gridNauticalMiles: 0.5, levelGridFeet: 500, timeGridSeconds: 0),
            delaySeconds: delay, rule: "r1")
    }

    func engine() throws -> PictureEngine {
        try PictureEngine(rules: alertingRules(), rule: MeasuringRule(minima: .enRoute), feeds: ["f1"])
    }
}
