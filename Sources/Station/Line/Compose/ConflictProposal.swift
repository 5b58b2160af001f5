import Airspace
import Phraseology

/// Traffic information for a conflict, with its real numbers, for the crew of the peer's aircraft.
struct ConflictProposal: Sendable {
    /// The aircraft that is to be told.
    var told: String
    /// The aircraft that it is told about.
    var about: String
    /// What is proposed.
    var message: LineMessage

    /// - Throws: `LineError` where a position or a direction is not known.
    init(telling told: PictureTrack, about other: PictureTrack) throws(LineError) {
        guard let track = told.state.trackDegrees else {
            throw LineError.notNow("the direction in which \(told.callsign ?? told.identifier) flies is not known")
        }
        let path = Geodesic.inverse(from: told.state.position, to: other.state.position)
        let feet: Double? = if case .pressure(let feet) = other.state.level { feet } else { nil }
        let information = TrafficInformation(
            bearingDegrees: path.initialAzimuthDegrees, trackDegrees: track,
            otherTrackDegrees: other.state.trackDegrees,
            distance: Length(path.distanceMetres / LengthUnit.nauticalMiles.metres, .nauticalMiles),
            otherPressureAltitudeFeet: feet)
        do throws(PhraseologyError) { message = LineMessage(try information.element()) } catch {
            throw LineError.message(error)
        }
        self.told = told.identifier
        about = other.identifier
    }
}
