import Airspace

/// The members of a group that are near each other, as one body: the hull of their places, from their lowest to their highest level.
///
/// The hull moves with its members, each flying straight on. An aircraft is in loss with the body when it is within the horizontal
/// minimum of any point of the hull and within the vertical minimum of any level between the lowest and the highest.
struct GroupEnvelope: Sendable {
    /// Places and velocities in the frame, metres and metres per second, the outsider at the origin.
    private let members: [PlaneMotion]
    /// Altitudes in feet and rates in feet per second, as differences to the outsider's.
    private let levels: [(feet: Double, feetPerSecond: Double)]

    /// The body of `members` as seen from `outsider`, in the plane of `frame`.
    init(of members: [SkyTrack], seenFrom outsider: SkyTrack, in frame: LocalFrame) {
        self.members = members.map { member in
            let way = member.place - outsider.place
            let rate = member.velocity - outsider.velocity
            return PlaneMotion(
                place: PlanePoint(x: way.dot(frame.east), y: way.dot(frame.north)),
                velocity: PlanePoint(x: rate.dot(frame.east), y: rate.dot(frame.north)))
        }
        levels = members.map {
            (
                feet: roundedToHundredthFeet($0.lowestFeet - outsider.lowestFeet),
                feetPerSecond: $0.climbFeetPerSecond - outsider.climbFeetPerSecond
            )
        }
    }

    /// How the outsider stands to the body after `seconds`: metres to the hull, feet above or below it, and the nearest point.
    func distance(after seconds: Double) -> (metres: Double, feet: Double, nearest: PlanePoint) {
        let nearest = PlanePoint.nearestToOrigin(inHullOf: members.map { $0.place(after: seconds) })
        let feet = levels.map { $0.feet + $0.feetPerSecond * seconds }
        let lowest = feet.min() ?? 0
        let highest = feet.max() ?? 0
        return (nearest.length, max(lowest, -highest, 0), nearest)
    }

    /// The times from now to `lookAheadSeconds` in which the outsider is in loss with the body, sampled every second and narrowed
    /// to 0.01 s; of a stretch shorter than a second that lies between two samples nothing is known.
    func firstLoss(_ cylinder: ProtectedCylinder, lookAheadSeconds: Double) -> (entry: Double, exit: Double)? {
        let isLoss = { (seconds: Double) -> Bool in
            let (metres, feet, _) = distance(after: seconds)
            return metres < cylinder.radiusMetres
                && roundedToHundredthFeet(feet)
                    < roundedToHundredthFeet(
                        cylinder.halfHeightMetres / LengthUnit.feet.metres)
        }
        var entry: Double?
        for second in 0...Int(lookAheadSeconds) {
            let now = Double(second)
            switch (entry, isLoss(now)) {
            case (nil, true): entry = second == 0 ? 0 : narrow(from: now - 1, to: now) { !isLoss($0) }
            case (let start?, false): return (start, narrow(from: now - 1, to: now, while: isLoss))
            default: break
            }
        }
        return entry.map { ($0, .infinity) }
    }

    /// The time at which `holds`, true at `low` and false at `high`, changes.
    private func narrow(from low: Double, to high: Double, while holds: (Double) -> Bool) -> Double {
        var low = low
        var high = high
        while high - low > 0.01 {
            let middle = (low + high) / 2
            if holds(middle) { low = middle } else { high = middle }
        }
        return high
    }
}
