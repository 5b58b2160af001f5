import Airspace
import Separation

/// The measuring rule in full, with its parameters, as it stands in a report.
struct ReviewRuleText {
    private let rule: MeasuringRule

    init(_ rule: MeasuringRule) { self.rule = rule }

    var html: String {
        let believed = MeasuringRule.believedAltitudesFeet
        let gap = TimeSpan(seconds: rule.gapSeconds).description
        let merge = TimeSpan(seconds: rule.mergeSeconds).description
        let steps = [
            "A report is kept if it has a position and a pressure altitude, is not on the ground, and "
                + "\(believed.lowerBound.written(0)) ft ≤ altitude ≤ \(believed.upperBound.written(0)) ft.",
            "Of each aircraft the first report of each whole second counts, as if made at that whole second.",
            "A track breaks where consecutive reports are more than <strong>\(gap)</strong> apart. Nothing is extrapolated.",
            "Between neighbouring reports latitude, longitude and altitude are linear in time, at every whole second.",
            "Loss: the WGS-84 geodesic distance is less than <strong>\(rule.minima.horizontal)</strong> and the difference of "
                + "altitude, rounded to 0.01 ft, is less than <strong>\(rule.minima.vertical)</strong>. Exactly the minimum is no loss.",
            "Losses of one pair at most <strong>\(merge)</strong> apart are one encounter. Its closest approach is the smallest horizontal "
                + "distance over its losses, with the vertical distance then.",
            "An encounter whose vertical distance never fell below the minimum less "
                + "\(MeasuringRule.levelToleranceFeet.written(0)) ft is marked level-tolerance.",
        ]
        let items = steps.map { "<li>\($0)</li>" }.joined(separator: "\n")
        return
            "<p>All distances follow <strong>\(MeasuringRule.name)</strong>, so that two who measure agree:</p>\n<ol>\n\(items)\n</ol>\n"
    }
}
