import Airspace
import Separation

extension AgreementReader {
    mutating func readMinima(_ root: DocumentNode) -> [MinimaClause] {
        var clauses: [MinimaClause] = []
        for node in elements(root, "minima", most: AgreementLimits.minima) {
            let keys = ["name", "zone", "classes", "horizontal", "vertical", "datum", "measured-by"]
            faults.add(node.unknownKeys(allowed: keys))
            let name = faults.need(node, "name") { node throws(DocumentFault) in try node.text(longest: 120) }
            let horizontal = faults.need(node, "horizontal") { node throws(DocumentFault) in
                try node.positiveLength()
            }
            let vertical = faults.need(node, "vertical") { node throws(DocumentFault) in try node.positiveLength() }
            _ = faults.need(node, "datum") { node throws(DocumentFault) in
                guard try node.text() == "pressure" else {
                    throw node.fault(
                        "separation is measured in pressure altitude: “pressure” is needed",
                        "интервалы измеряются в высотах по стандартному давлению: нужно «pressure»")
                }
            }
            _ = faults.need(node, "measured-by") { node throws(DocumentFault) in
                guard try node.text() == MeasuringRule.name else {
                    throw node.fault(
                        "the measuring rule is \(MeasuringRule.name); there is no other",
                        "правило измерения — \(MeasuringRule.name), другого нет")
                }
            }
            let zone = faults.may(node, "zone") { node throws(DocumentFault) in try node.text() }
            let classes = faults.may(node, "classes") { node throws(DocumentFault) in try Self.classes(node) }
            guard let name, let horizontal, let vertical else { continue }
            clauses.append(
                MinimaClause(
                    name: name, minima: Minima(horizontal: horizontal, vertical: vertical), zone: zone,
                    classes: classes))
        }
        return clauses
    }

    private static func classes(_ node: DocumentNode) throws(DocumentFault) -> ClassPair {
        let parts = try node.text().split(separator: "-").map { AircraftClass(rawValue: String($0)) }
        guard parts.count == 2, let first = parts[0], let second = parts[1] else {
            let names = AircraftClass.allCases.map(\.rawValue).joined(separator: ", ")
            throw node.fault(
                "two classes are needed, such as drone-helicopter, of \(names)",
                "нужны два класса, например drone-helicopter, из числа \(names)")
        }
        guard first != .unknown, second != .unknown else {
            throw node.fault(
                "unknown has no minima of its own: it always gets the strictest",
                "у unknown нет своих минимумов: для него всегда действуют самые строгие")
        }
        return ClassPair(first, second)
    }

    mutating func readZones(_ root: DocumentNode) -> [AgreedZone] {
        var zones: [AgreedZone] = []
        for (key, line, node) in entries(root, "zones", most: AgreementLimits.zones) {
            guard FieldCheck.isIdentifier(key) else {
                faults.add(
                    DocumentFault(
                        line: line, keys: ["zones", key],
                        "a zone's identifier is 1 to 64 of A-Z, a-z, 0-9 and . _ : / -",
                        "идентификатор зоны — от 1 до 64 знаков A-Z, a-z, 0-9 и . _ : / -"))
                continue
            }
            faults.add(
                node.unknownKeys(allowed: [
                    "name", "purpose", "circle", "polygon", "lower", "upper", "times", "activated-by", "entitled",
                ]))
            let name = faults.need(node, "name") { node throws(DocumentFault) in try node.bilingual() }
            let purpose = faults.need(node, "purpose") { node throws(DocumentFault) in
                let purpose: ZonePurpose = try node.word()
                guard purpose != .alerting else {
                    throw node.fault(
                        "“alerting” is none of exercise, restricted, keep-out, corridor",
                        "«alerting» не подходит: допустимы exercise, restricted, keep-out, corridor")
                }
                return purpose
            }
            let footprint = faults.take { () throws(DocumentFault) in try node.footprint() }
            let lower = faults.need(node, "lower") { node throws(DocumentFault) in try node.altitude() }
            let upper = faults.need(node, "upper") { node throws(DocumentFault) in try node.altitude() }
            let times = faults.may(node, "times") { node throws(DocumentFault) in try Self.periods(node) }
            let activators = faults.may(node, "activated-by") { node throws(DocumentFault) in try Self.names(node) }
            let entitled = faults.may(node, "entitled") { node throws(DocumentFault) in
                node.isList ? try Self.names(node) : try Self.namesOrNobody(node)
            }
            guard let name, let purpose, let footprint, let lower, let upper else { continue }
            zones.append(
                AgreedZone(
                    identifier: key, name: name, purpose: purpose,
                    volume: Volume(footprint: footprint, lower: lower, upper: upper),
                    activeUnixSeconds: times ?? [], activators: activators ?? [], entitled: entitled ?? []))
        }
        let corners = zones.reduce(0) { $0 + $1.volume.footprint.cornerCount }
        if corners > AgreementLimits.zoneCorners, let node = root.child("zones") {
            faults.add(
                node.fault(
                    "the zones have \(corners) corners in all: at most \(AgreementLimits.zoneCorners) can be",
                    "вершин у всех зон вместе \(corners): допустимо не больше \(AgreementLimits.zoneCorners)"))
        }
        return zones
    }

    private static func namesOrNobody(_ node: DocumentNode) throws(DocumentFault) -> [String] {
        try node.text() == "nobody" ? [] : try names(node)
    }

    private static func periods(_ node: DocumentNode) throws(DocumentFault) -> [ClosedRange<Double>] {
        if !node.isList, !node.isMapping {
            guard try node.text() == "on activation" else {
                throw node.fault(
                    "a list of from and until is needed, or “on activation”",
                    "нужен список из from и until или «on activation»")
            }
            return []
        }
        var periods: [ClosedRange<Double>] = []
        for element in try node.elements(most: AgreementLimits.times, "times") { periods.append(try element.period()) }
        return periods.sorted { $0.lowerBound < $1.lowerBound }
    }

    mutating func readFrequencies(_ root: DocumentNode) -> [AgreedFrequency] {
        var frequencies: [AgreedFrequency] = []
        for node in elements(root, "frequencies", most: AgreementLimits.frequencies) {
            faults.add(node.unknownKeys(allowed: ["name", "frequency", "use", "emergency", "monitored-by"]))
            let name = faults.need(node, "name") { node throws(DocumentFault) in try node.text(longest: 120) }
            let kilohertz = faults.need(node, "frequency") { node throws(DocumentFault) in
                try RadioBand.kilohertz(node)
            }
            let use = faults.need(node, "use") { node throws(DocumentFault) in try node.bilingual() }
            let emergency = faults.may(node, "emergency") { node throws(DocumentFault) in try node.flag() }
            let monitors = faults.need(node, "monitored-by") { node throws(DocumentFault) in try Self.names(node) }
            guard let name, let kilohertz, let use, let monitors else { continue }
            frequencies.append(
                AgreedFrequency(
                    name: name, kilohertz: kilohertz, use: use, isEmergency: emergency ?? false, monitors: monitors))
        }
        return frequencies
    }

    /// The elements of a list that may be missing.
    mutating func elements(_ root: DocumentNode, _ key: String, most: Int) -> [DocumentNode] {
        faults.may(root, key) { node throws(DocumentFault) in try node.elements(most: most, "clauses") } ?? []
    }

    /// The keys and values of a mapping that may be missing.
    mutating func entries(
        _ root: DocumentNode, _ key: String, most: Int
    ) -> [(key: String, line: Int, value: DocumentNode)] {
        faults.may(root, key) { node throws(DocumentFault) in try node.entries(most: most, key) } ?? []
    }
}

extension Footprint {
    /// How many corners it has.
    fileprivate var cornerCount: Int { if case .polygon(let corners) = self { corners.count } else { 0 } }
}
