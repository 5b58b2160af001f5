import Airspace
import Foundation
public import Separation

/// Reads rules files: YAML that says where and between whom which minima hold, and where a person is called.
///
/// docs/rules.md describes every key. What a file means is `AlertRules`; this is only its syntax.
public enum RulesFile {
    /// No rules file is longer.
    private static let maximumBytes = 1 << 20

    /// The rules of a file, or the standard rules without one, with what the command line says instead.
    ///
    /// - Throws: `StationError.rules` with file and line, `StationError.option` for an option that can't be.
    public static func rules(path: String?, minima: String?, lookahead: String?) throws(StationError) -> AlertRules {
        var rules = AlertRules.standard()
        if let path { rules = try read(path: path) }
        if let minima {
            do throws(AirspaceError) {
                let minima = try Minima(parsing: minima)
                if path == nil { rules = .standard(minima: minima) } else { rules.minima = ClassMinima(minima) }
            } catch {
                throw StationError.option(name: "--minima", reason: error.description)
            }
        }
        if let lookahead {
            do throws(AirspaceError) { rules.policy.lookAheadSeconds = try TimeSpan(parsing: lookahead).seconds } catch
            {
                throw StationError.option(name: "--lookahead", reason: error.description)
            }
            rules.policy.alarmSeconds = min(rules.policy.alarmSeconds, rules.policy.lookAheadSeconds)
            for index in rules.volumes.indices {
                guard var policy = rules.volumes[index].policy else { continue }
                policy.lookAheadSeconds = rules.policy.lookAheadSeconds
                policy.alarmSeconds = min(policy.alarmSeconds, policy.lookAheadSeconds)
                rules.volumes[index].policy = policy
            }
        }
        if let fault = rules.faults.first {
            throw path.map { .rules(path: $0, line: nil, reason: fault) }
                ?? .option(name: lookahead == nil ? "--minima" : "--lookahead", reason: fault)
        }
        return rules
    }

    /// The rules of the file at `path`.
    ///
    /// - Throws: `StationError.rules`, with the line and what was expected there.
    public static func read(path: String) throws(StationError) -> AlertRules {
        let data: Data
        do { data = try Data(contentsOf: URL(fileURLWithPath: path)) } catch {
            throw StationError.rules(path: path, line: nil, reason: "the file can't be read")
        }
        guard data.count <= maximumBytes, let text = String(data: data, encoding: .utf8) else {
            throw StationError.rules(path: path, line: nil, reason: "a rules file is UTF-8 text of at most a megabyte")
        }
        return try parse(text, path: path)
    }

    /// The rules that a text states; `path` only names it in messages.
    ///
    /// - Throws: `StationError.rules`, with the line and what was expected there.
    public static func parse(_ text: String, path: String) throws(StationError) -> AlertRules {
        let root = try RulesNode(text: text, path: path)
        try root.allowOnly("minima", "classes", "alerting", "tracks", "together", "visual", "volumes")
        guard let general = try root.child("minima")?.minima() else {
            throw root.fault("minima are needed, such as minima: 5NM,1000ft")
        }
        let minima = ClassMinima(general, exceptions: try exceptions(root.child("classes")))
        var rules = AlertRules(minima: minima)
        if let alerting = root.child("alerting") { try read(alerting, into: &rules.policy) }
        if let tracks = root.child("tracks") {
            try tracks.allowOnly("coasting", "stale")
            if let seconds = try tracks.child("coasting")?.seconds() { rules.coastingSeconds = seconds }
            if let seconds = try tracks.child("stale")?.seconds() { rules.staleSeconds = seconds }
        }
        if let together = root.child("together") {
            try together.allowOnly("reach")
            if let metres = try together.child("reach")?.metres() { rules.groupReachMetres = metres }
        }
        if let visual = root.child("visual") { rules.visualFlights = try visualFlights(visual) }
        for volume in try root.child("volumes")?.elements() ?? [] {
            rules.volumes.append(try VolumeReader.volume(volume, rules: rules))
        }
        if let fault = rules.faults.first { throw StationError.rules(path: path, line: nil, reason: fault) }
        return rules
    }

    /// `drone-helicopter: 500m,300ft` and the like.
    static func exceptions(_ node: RulesNode?) throws(StationError) -> [ClassPair: Minima] {
        var exceptions: [ClassPair: Minima] = [:]
        for (key, value) in try node?.entries() ?? [] {
            let classes = key.split(separator: "-").map { AircraftClass(rawValue: String($0)) }
            guard classes.count == 2, let first = classes[0], let second = classes[1] else {
                let names = AircraftClass.allCases.map(\.rawValue).joined(separator: ", ")
                throw value.fault("two classes are needed, such as drone-helicopter, of \(names)")
            }
            exceptions[ClassPair(first, second)] = try value.minima()
        }
        return exceptions
    }

    /// The keys of an `alerting` section.
    static func read(_ node: RulesNode, into policy: inout AlertPolicy) throws(StationError) {
        try node.allowOnly(
            "lookahead", "alarm", "vertical-lookahead", "vertical-alarm", "graze", "level-tolerance", "confirm",
            "release")
        if let seconds = try node.child("lookahead")?.seconds() { policy.lookAheadSeconds = seconds }
        if let seconds = try node.child("alarm")?.seconds() { policy.alarmSeconds = seconds }
        policy.verticalLookAheadSeconds =
            try node.child("vertical-lookahead")?.seconds() ?? policy.verticalLookAheadSeconds
        policy.verticalAlarmSeconds = try node.child("vertical-alarm")?.seconds() ?? policy.verticalAlarmSeconds
        if let share = try node.child("graze")?.number() { policy.deepestGraze = share }
        if let metres = try node.child("level-tolerance")?.metres() {
            policy.levelToleranceFeet = metres / LengthUnit.feet.metres
        }
        if let confirm = node.child("confirm") {
            let words = try confirm.text().split(separator: " ")
            guard words.count == 3, words[1] == "of", let hits = Int(words[0]), let cycles = Int(words[2]) else {
                throw confirm.fault("hits of cycles are needed, such as 2 of 3")
            }
            policy.confirmingCycles = hits
            policy.cycleWindow = cycles
        }
        if let cycles = try node.child("release")?.count() { policy.releasingCycles = cycles }
    }

    private static func visualFlights(_ node: RulesNode) throws(StationError) -> VisualFlights {
        try node.allowOnly("squawks", "minima")
        var squawks: Set<String> = []
        for element in try node.child("squawks")?.elements() ?? [] { squawks.insert(try element.text()) }
        return VisualFlights(squawks: squawks, minima: try node.child("minima")?.minima())
    }
}
