import Surveillance

extension Sequence<QualityInterval> {
    /// Stretches of one flag at most five seconds apart as one.
    func joined() -> [QualityInterval] {
        var joined: [QualityInterval] = []
        for flaw in sorted(by: { $0.unixSeconds.lowerBound < $1.unixSeconds.lowerBound }) {
            let last = joined.lastIndex { $0.quality == flaw.quality }
            if let last, flaw.unixSeconds.lowerBound <= joined[last].unixSeconds.upperBound + 5 {
                let end = Swift.max(joined[last].unixSeconds.upperBound, flaw.unixSeconds.upperBound)
                joined[last].unixSeconds = joined[last].unixSeconds.lowerBound...end
            } else {
                joined.append(flaw)
            }
        }
        return joined
    }
}
