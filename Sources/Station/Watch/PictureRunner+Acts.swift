import Airspace
import Separation

/// What people do, brought into the picture at once.
extension PictureRunner {
    /// The picture time, Unix seconds.
    var pictureTime: Double { Double(engine.second ?? 0) }

    /// The groups that are declared.
    var groups: [TogetherGroup] { engine.monitor.groups }

    func acknowledge(_ alert: AlertIdentifier, act: AlarmRoutes.Act) throws(Problem) {
        let act = until(act)
        do throws(SeparationError) { note(try engine.acknowledge(alert, act: act)) } catch {
            throw Problem.conflict(error.description)
        }
        show { if $0.identifier == alert { $0.acknowledged = act } }
    }

    func inhibit(_ alert: AlertIdentifier, act: AlarmRoutes.Act) throws(Problem) {
        let act = until(act)
        do throws(SeparationError) { note(try engine.inhibit(alert, act: act)) } catch {
            throw Problem.conflict(error.description)
        }
        writer?.write(.entry(.inhibition, name: alert.description, document: KeptInhibition(alert, act).document))
        show {
            guard $0.identifier == alert else { return }
            $0.inhibited = act
            $0.level = .none
        }
    }

    func liftInhibition(of alert: AlertIdentifier, by person: String) -> Bool {
        guard let event = engine.liftInhibition(of: alert, by: person) else { return false }
        note(event)
        writer?.write(.entry(.inhibition, name: alert.description, document: nil))
        show { if $0.identifier == alert { $0.inhibited = nil } }
        return true
    }

    func declare(_ group: TogetherGroup) throws(Problem) {
        do throws(SeparationError) { try engine.declare(group) } catch { throw Problem.conflict(error.description) }
        writer?.write(.entry(.group, name: group.name, document: group.document))
        show()
    }

    func withdrawGroup(named name: String) -> Bool {
        guard engine.withdrawGroup(named: name) else { return false }
        writer?.write(.entry(.group, name: name, document: nil))
        show()
        return true
    }

    /// Enters a target under a new identifier, or refreshes the one of `identifier`.
    func enterTarget(_ entry: TargetRoutes.Entry, identifier: String?) throws(Problem) -> PictureTrack {
        if let identifier, engine.manualTarget(identifier) == nil {
            throw Problem.notFound("no target is named “\(identifier.prefix(64))”")
        }
        let target: ManualTarget
        do throws(SeparationError) {
            target = try make(entry, identifier: identifier ?? freeIdentifier(), from: point(of: entry))
        } catch {
            throw Problem.conflict(error.description)
        }
        engine.enter(target)
        writer?.write(.entry(.target, name: target.identifier, document: target.document))
        show()
        return ManualTargetTable.picture(target, at: max(pictureTime, target.timeUnixSeconds))
    }

    func cancelTarget(_ identifier: String) -> Bool {
        guard engine.cancelTarget(identifier) else { return false }
        writer?.write(.entry(.target, name: identifier, document: nil))
        show()
        return true
    }

    private func make(
        _ entry: TargetRoutes.Entry, identifier: String, from point: (GeodeticPosition, Double, Double)?
    ) throws(SeparationError) -> ManualTarget {
        let time = entry.timeUnixSeconds ?? pictureTime
        let level = entry.altitudeFeet.map { Level.pressure(feet: $0) } ?? .unknown
        if let (place, bearing, range) = point {
            return try ManualTarget(
                identifier: identifier, callsign: entry.callsign, aircraftClass: entry.aircraftClass,
                timeUnixSeconds: time, from: place, bearingDegrees: bearing, rangeMetres: range, level: level,
                groundSpeedMetresPerSecond: entry.groundSpeedMetresPerSecond, trackDegrees: entry.trackDegrees,
                errorMetres: entry.errorMetres, source: entry.source, enteredBy: entry.by)
        }
        guard case .position(let position) = entry.place else {
            throw SeparationError.manualTarget(reason: "the aircraft that the bearing is from is not in the picture")
        }
        return try ManualTarget(
            identifier: identifier, callsign: entry.callsign, aircraftClass: entry.aircraftClass,
            timeUnixSeconds: time, position: position, level: level,
            groundSpeedMetresPerSecond: entry.groundSpeedMetresPerSecond, trackDegrees: entry.trackDegrees,
            errorMetres: entry.errorMetres, source: entry.source, enteredBy: entry.by)
    }

    /// Where a bearing and range are from; nil for a place given directly, or when that aircraft is not there.
    private func point(of entry: TargetRoutes.Entry) -> (GeodeticPosition, Double, Double)? {
        switch entry.place {
        case .position: return nil
        case .bearing(let from, let degrees, let range): return (from, degrees, range)
        case .bearingFromTrack(let identifier, let degrees, let range):
            guard let track = latest?.tracks.first(where: { $0.identifier == identifier }) else { return nil }
            return (TrackTable.carry(track.state, to: pictureTime).position, degrees, range)
        }
    }

    private func freeIdentifier() -> String {
        var number = 1
        while engine.manualTarget("manual-\(number)") != nil { number += 1 }
        return "manual-\(number)"
    }

    private func until(_ act: AlarmRoutes.Act) -> AlertAct {
        AlertAct(by: act.by, reason: act.reason, untilUnixSeconds: pictureTime + act.minutes * 60)
    }

    private func note(_ event: AlertEvent) { writer?.write(.alarms([event])) }

    /// Shows an act at once, even while the replay stands still: no cycle of the monitor is worked for it, since that would count.
    private func show(_ change: (inout Alert) -> Void = { _ in }) {
        guard var present = latest else { return }
        for index in present.alerts.alerts.indices { change(&present.alerts.alerts[index]) }
        engine.refreshPeople(in: &present)
        present.encounters = []
        latest = present
        pending.add(present)
        publish()
    }
}
