import Airspace
import Separation

/// Both aircraft of an encounter, second by second, from some time before it to some time after.
struct EncounterSeries {
    /// One second; a place is nil where there is no piece of track.
    struct Moment {
        var second: Int
        var a: Encounter.Place?
        var b: Encounter.Place?
        /// Geodesic distance, metres; nil where one of the places is.
        var horizontalMetres: Double?
        /// Whether both minima are undercut.
        var isLoss: Bool
    }

    let moments: [Moment]
    /// Stretches of consecutive loss seconds.
    let losses: [ClosedRange<Int>]

    /// Drawings are fine enough with this many moments; a long encounter is drawn in larger steps.
    private static let mostMoments = 400

    init(_ encounter: Encounter, in review: Review) {
        let first = encounter.start - Review.marginSeconds
        let last = encounter.end + Review.marginSeconds
        let step = max(1, (last - first) / Self.mostMoments)
        let minima = review.rule.minima
        let trackA = review.tracks[encounter.a]
        let trackB = review.tracks[encounter.b]
        var moments: [Moment] = []
        var losses: [ClosedRange<Int>] = []
        for second in stride(from: first, through: last, by: step) {
            let a = trackA?.place(at: second)
            let b = trackB?.place(at: second)
            var moment = Moment(second: second, a: a, b: b, horizontalMetres: nil, isLoss: false)
            if let a, let b {
                let metres = a.position.distanceMetres(to: b.position)
                let feet = roundedToHundredthFeet(abs(a.altitudeFeet - b.altitudeFeet))
                moment.horizontalMetres = metres
                moment.isLoss = metres < minima.horizontal.metres && feet < roundedToHundredthFeet(minima.vertical.feet)
            }
            if moment.isLoss {
                if let open = losses.last, open.upperBound >= second - step {
                    losses[losses.count - 1] = open.lowerBound...second
                } else {
                    losses.append(second...second)
                }
            }
            moments.append(moment)
        }
        self.moments = moments
        self.losses = losses
    }
}
