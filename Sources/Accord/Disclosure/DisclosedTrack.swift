import Airspace

/// What is told of a state: on the grids of its precision, and with the fields of its rule.
enum DisclosedTrack {
    static func body(
        _ state: OwnTrackState, name: String, rule: DisclosureRule, precision: DisclosureRule.Precision
    ) -> TrackBody {
        let position = DisclosureGrid.position(state.position, gridMetres: precision.grid.metres)
        let level = rule.fields.contains(.level) ? state.levelFeet : nil
        let hasVelocity = rule.fields.contains(.velocity)
        func stepped(_ value: Double?, _ step: Double) -> Double? {
            hasVelocity ? value.map { DisclosureGrid.value($0, step: step) } : nil
        }
        let heading = stepped(state.trackDegrees, DisclosureGrid.trackStepDegrees).map(bearingDegrees)
        return TrackBody(
            track: name,
            time: EntryTime(
                unixSeconds: DisclosureGrid.value(state.timeUnixSeconds, step: precision.timeGridSeconds)),
            lat: position.latitudeDegrees, lon: position.longitudeDegrees,
            levelFt: level.map { DisclosureGrid.value($0, step: precision.levelGrid.feet) },
            speedKt: stepped(state.speedKt, DisclosureGrid.speedStepKt), trackDegrees: heading,
            verticalFpm: stepped(state.verticalFpm, DisclosureGrid.verticalStepFpm),
            gridNM: precision.grid.nauticalMiles, levelGridFt: precision.levelGrid.feet,
            timeGridSeconds: precision.timeGridSeconds, delaySeconds: precision.delaySeconds, rule: rule.identifier,
            emergency: state.emergency)
    }
}
