import Airspace
import Separation
import Surveillance

/// Measures encounters as the picture goes on, and says which began, changed or ended.
///
/// What begins before `trustedFromSecond` may have begun earlier than the reports that were seen (after a jump in a replay):
/// it is left out, since half an encounter would be measured wrongly.
struct EncounterWatch: Sendable {
    private var measurer: EncounterMeasurer
    private let clock: EncounterMeasurer.Clock
    private var open: [String: PictureEncounter] = [:]
    private let trustedFromSecond: Int

    /// - Parameters:
    ///   - clock: `.reports` for recordings, whose reports come in the order of time; `.caller` for live sources.
    ///   - firstSecond: the first second whose reports are seen, if there were reports before it.
    init(rule: MeasuringRule, clock: EncounterMeasurer.Clock, startingMidwayAt firstSecond: Int?) {
        self.clock = clock
        measurer = EncounterMeasurer(rule: rule, clock: clock, toleratedSeconds: clock == .reports ? 0 : 10)
        trustedFromSecond = firstSecond.map { $0 + Int(rule.gapSeconds + rule.mergeSeconds) + 1 } ?? Int.min
    }

    mutating func take(_ report: Report, quality: QualityFlags) {
        measurer.add(
            MeasuredReport(
                timeUnixSeconds: report.timeUnixSeconds, identifier: report.identifier, callsign: report.callsign,
                position: report.position, pressureAltitudeFeet: report.pressureAltitudeFeet,
                isOnGround: report.isOnGround ?? false, quality: quality))
    }

    /// Measures what is ripe at a second: encounters that are new, have grown, or are over.
    mutating func advance(to second: Int) -> [PictureEncounter] {
        if clock == .caller { measurer.advance(toUnixSeconds: Double(second)) }
        return report(measurer.measure().encounters, open: measurer.openEncounters)
    }

    /// No more reports will come: everything that is open is over.
    mutating func finish() -> [PictureEncounter] {
        report(measurer.finish().encounters, open: [])
    }

    private mutating func report(_ ended: [Encounter], open current: [Encounter]) -> [PictureEncounter] {
        var news: [PictureEncounter] = []
        for encounter in ended where encounter.start >= trustedFromSecond {
            let over = PictureEncounter(encounter: encounter, isOpen: false)
            open[over.identifier] = nil
            news.append(over)
        }
        for encounter in current where encounter.start >= trustedFromSecond {
            let going = PictureEncounter(encounter: encounter, isOpen: true)
            let known = open.updateValue(going, forKey: going.identifier)
            if known != going { news.append(going) }
        }
        return news
    }
}
