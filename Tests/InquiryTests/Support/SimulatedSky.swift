import Airspace
import Inquiry
import Surveillance

/// Two aircraft that pass each other, and others that have nothing to do with it.
struct SimulatedSky {
    static let start = 1_446_542_400

    /// Degrees by which the whole sky is turned about the pole.
    var turnDegrees = 0.0
    /// Seconds by which everything is later.
    var shiftSeconds = 0
    /// How many other aircraft there are.
    var others = 0
    /// How far apart the two pass, nautical miles.
    var passNM = 2.0
    /// Seconds in which the second one is not seen.
    var unseen: ClosedRange<Int>?
    /// Seconds in which the second one's position stands still.
    var frozen: ClosedRange<Int>?

    /// Ten minutes at one report a second; they pass in the middle.
    var library: RecordingLibrary {
        var reports: [Report] = []
        for second in 0...600 {
            for number in 0..<(2 + others) {
                if number == 1, unseen?.contains(second) ?? false { continue }
                let moment = number == 1 && frozen?.contains(second) ?? false ? frozen?.lowerBound ?? second : second
                var report = Report(
                    timeUnixSeconds: Double(Self.start + shiftSeconds + second), identifier: "a0000\(number)")
                let along = Double(moment - 300) * 0.002 * (number == 1 ? -1 : 1)
                let north = number == 0 ? 0 : number == 1 ? passNM / 60 : Double(number) * 0.5
                report.position = GeodeticPosition(valid: 40 + north, 20 + turnDegrees + along)
                report.pressureAltitudeFeet = 30_000
                report.groundSpeedMetresPerSecond = 170
                report.callsign = number < 2 ? ["ONE", "TWO"][number] : "OTHER\(number)"
                reports.append(report)
            }
        }
        var library = RecordingLibrary(name: "sky")
        library.take(reports, part: 0)
        return library
    }

    /// What a claim about the two finds.
    func finding(_ bound: String, names: (String, String) = ("a00000", "a00001"), from: Int = 60, to: Int = 540) throws
        -> Finding
    {
        let text = ClaimText.distance(
            names.0, names.1, Self.start + shiftSeconds + from, Self.start + shiftSeconds + to, bound, within: nil)
        return try ClaimText.finding(text, library)
    }
}
