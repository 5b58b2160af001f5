import Accord
import Airspace
import Separation

/// Something that concerns two parties at a picture second: what becomes an alert on both sides.
struct SharedConcern: Sendable, Hashable {
    /// What tells it from others of the same peer.
    var key: String
    /// The other party.
    var peer: String
    /// What it is.
    var kind: AlertBody.Kind
    /// How loud.
    var level: AlertBody.Level
    /// Our aircraft in it, by identifier; nil: none.
    var own: String?
    /// The peer's aircraft in it, by its pseudonym; nil: none.
    var foreign: String?
    /// Time to the loss, or to the entry, seconds.
    var seconds: Double?
    /// Predicted closest distance, or the way to the zone, nautical miles.
    var horizontalNM: Double?
    /// Predicted vertical distance then, feet.
    var verticalFt: Double?
    /// The zone.
    var zone: String?
    /// The agreement whose zone it is; nil: it concerns every agreement with the peer.
    var agreement: String?

    /// Whether it is a matter of an agreement: two of them may have zones of one name.
    func concerns(_ agreement: String) -> Bool { self.agreement == nil || self.agreement == agreement }

    /// Whether this calls again after `other`: louder, or a loss where one was only predicted.
    func isWorse(than other: SharedConcern) -> Bool {
        (level == .alarm && other.level == .advisory) || (kind == .loss && other.kind == .conflict)
    }
}

extension SharedConcern {
    /// What concerns peers in a second.
    ///
    /// - Parameter distressed: aircraft of ours in an emergency, also those that have vanished from the picture since.
    static func all(
        in second: PictureSecond, intrusions: [ZoneIntrusion], party: String, distressed: Set<String>
    ) -> [SharedConcern] {
        let indices = Dictionary(
            second.tracks.indices.map { (second.tracks[$0].identifier, $0) }, uniquingKeysWith: { one, _ in one })
        func track(_ identifier: String) -> PictureTrack? { indices[identifier].map { second.tracks[$0] } }
        var found: [SharedConcern] = []
        for alert in second.alerts.alerts where alert.level != .none || alert.isOnlySilenced {
            guard let first = track(alert.firstAircraft), let other = track(alert.secondAircraft) else { continue }
            for (own, foreign) in [(first, other), (other, first)] {
                guard own.isOurs, let shared = foreign.shared else { continue }
                found.append(SharedConcern(alert, own: own.identifier, shared))
            }
        }
        // One of ours that is no longer heard of is in distress all the more.
        for emergency in second.alerts.emergencies where distressed.contains(emergency.identifier) {
            // Whoever shares this sky with us is told; which peers those are the ledger knows.
            found.append(
                SharedConcern(
                    key: "distress|\(emergency.identifier)|\(emergency.kind.rawValue)", peer: "", kind: .distress,
                    level: .alarm, own: emergency.identifier))
        }
        for intrusion in intrusions {
            let intruder = track(intrusion.track)
            let shared = intruder?.shared
            let isOurs = intruder?.isOurs == true
            guard isOurs || shared != nil else { continue }
            found.append(
                SharedConcern(
                    key: "zone|\(intrusion.key)", peer: isOurs ? "" : shared?.party ?? "", kind: .zone,
                    level: intrusion.secondsToEntry == 0 ? .alarm : .advisory,
                    own: isOurs ? intrusion.track : nil, foreign: isOurs ? nil : shared?.pseudonym,
                    seconds: intrusion.secondsToEntry,
                    horizontalNM: intrusion.distanceMetres / LengthUnit.nauticalMiles.metres, zone: intrusion.zone,
                    agreement: intrusion.agreement))
        }
        return found
    }

    private init(_ alert: Alert, own: String, _ shared: PictureTrack.Shared) {
        let prediction = alert.prediction
        key = "pair|\(own)|\(shared.party):\(shared.pseudonym)"
        peer = shared.party
        kind = prediction.isInLoss ? .loss : .conflict
        level = alert.level == .alarm || (alert.isOnlySilenced && prediction.isInLoss) ? .alarm : .advisory
        self.own = own
        foreign = shared.pseudonym
        seconds = prediction.secondsToLoss.map { $0.isFinite ? $0 : 0 }
        horizontalNM = prediction.cpaHorizontalMetres / LengthUnit.nauticalMiles.metres
        verticalFt = prediction.cpaVerticalFeet.map { abs($0) }
    }
}

extension Alert {
    /// Whether a person here has silenced it and nothing else speaks against it: the other party goes on being warned, and being told as
    /// exactly as in any conflict.
    fileprivate var isOnlySilenced: Bool {
        inhibited != nil && prediction.secondsToLoss != nil && together == nil && volume != nil
            && !flaws.contains(.duplicateTrack)
    }
}
