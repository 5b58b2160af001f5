import Accord
import Airspace

extension AlarmBody {
    /// What is written down when the intrusions of one second follow those of the second before: who is predicted to enter a zone, who is
    /// inside, and for whom that is over.
    static func alarms(of now: [ZoneIntrusion], after before: [ZoneIntrusion], at time: Double) -> [AlarmBody] {
        let known = Dictionary(before.map { ($0.key, $0) }, uniquingKeysWith: { one, _ in one })
        let present = Set(now.map(\.key))
        let begun = now.filter { known[$0.key].map(\.isInside) != $0.isInside }
            .map { AlarmBody($0, state: $0.isInside ? .alarm : .shown, at: time) }
        let over = before.filter { !present.contains($0.key) }.map { AlarmBody($0, state: .ended, at: time) }
        return begun + over
    }

    private init(_ intrusion: ZoneIntrusion, state: State, at time: Double) {
        self.init(
            alert: Self.identifier("zone|\(intrusion.zone)|\(intrusion.track)|\(intrusion.agreement)"),
            tracks: [intrusion.track], state: state, kind: .zone,
            secondsToLoss: state == .ended ? nil : intrusion.secondsToEntry,
            horizontalNM: state == .ended
                ? nil : (intrusion.distanceMetres / LengthUnit.nauticalMiles.metres * 1e4).rounded() / 1e4,
            zone: intrusion.zone, time: EntryTime(unixSeconds: time))
    }
}

extension ZoneIntrusion {
    /// Whether it is, or may be, inside already.
    var isInside: Bool { secondsToEntry == 0 }
}
