import Airspace

extension AgreementReader {
    mutating func readDisclosure(_ root: DocumentNode) -> [DisclosureRule] {
        var rules: [DisclosureRule] = []
        for node in elements(root, "disclosure", most: AgreementLimits.disclosureRules) {
            faults.add(
                node.unknownKeys(allowed: [
                    "rule", "from", "to", "zone", "lower", "upper", "aircraft", "fields", "naming", "grid",
                    "level-grid",
                    "time-grid", "delay", "every", "while-conflict",
                ]))
            let identifier = faults.need(node, "rule") { node throws(DocumentFault) in try node.identifier() }
            let from = faults.need(node, "from") { node throws(DocumentFault) in try node.text() }
            let to = faults.need(node, "to") { node throws(DocumentFault) in try node.text() }
            let zone = faults.may(node, "zone") { node throws(DocumentFault) in try node.text() }
            let lower = faults.may(node, "lower") { node throws(DocumentFault) in try Self.pressureLevel(node) } ?? nil
            let upper = faults.may(node, "upper") { node throws(DocumentFault) in try Self.pressureLevel(node) } ?? nil
            let aircraft = faults.need(node, "aircraft") { node throws(DocumentFault) in try Self.patterns(node) }
            let fields = faults.need(node, "fields") { node throws(DocumentFault) in try Self.fields(node) }
            let naming = faults.may(node, "naming") { node throws(DocumentFault) -> DisclosureRule.Naming in
                try node.word()
            }
            let precision = precision(node, default: .coarse)
            let conflict = node.child("while-conflict")
            if let conflict {
                faults.add(
                    conflict.unknownKeys(allowed: ["grid", "level-grid", "time-grid", "delay", "every"]))
            }
            guard let identifier, let from, let to, let aircraft, let fields else { continue }
            rules.append(
                DisclosureRule(
                    identifier: identifier, from: from, to: to, zone: zone, lowerFeet: lower, upperFeet: upper,
                    aircraft: aircraft, fields: fields, naming: naming ?? .pseudonym, precision: precision,
                    conflictPrecision: conflict.map { self.precision($0, default: precision) }))
        }
        return rules
    }

    private mutating func precision(_ node: DocumentNode, default base: DisclosureRule.Precision)
        -> DisclosureRule.Precision
    {
        var precision = base
        if let grid = faults.may(node, "grid", { node throws(DocumentFault) in try node.positiveLength() }) {
            precision.grid = grid
        }
        if let grid = faults.may(node, "level-grid", { node throws(DocumentFault) in try node.positiveLength() }) {
            precision.levelGrid = grid
        }
        let timeGrid = faults.may(node, "time-grid") { node throws(DocumentFault) in try node.seconds(in: 1...600) }
        let delay = faults.may(node, "delay") { node throws(DocumentFault) in try node.seconds(in: 0...86_400) }
        let every = faults.may(node, "every") { node throws(DocumentFault) in try node.seconds(in: 1...600) }
        precision.timeGridSeconds = timeGrid ?? base.timeGridSeconds
        precision.delaySeconds = delay ?? base.delaySeconds
        precision.everySeconds = every ?? base.everySeconds
        return precision
    }

    private static func pressureLevel(_ node: DocumentNode) throws(DocumentFault) -> Double? {
        guard let altitude = try node.altitude() else { return nil }
        guard altitude.datum == .pressure else {
            throw node.fault(
                "what is told goes by pressure altitude: FL195 or 6000 ft is needed",
                "сообщаемое отсчитывается по стандартному давлению: нужно FL195 или 6000 ft")
        }
        return altitude.feet
    }

    private static func patterns(_ node: DocumentNode) throws(DocumentFault) -> [AircraftPattern] {
        if !node.isMapping {
            guard try node.text() == "ours" else {
                throw node.fault(
                    "“ours” is needed, or identifiers and callsigns", "нужно «ours» либо identifiers и callsigns")
            }
            return []
        }
        if let fault = node.unknownKeys(allowed: ["identifiers", "callsigns"]).first { throw fault }
        var patterns: [AircraftPattern] = []
        for text in try node.child("identifiers")?.texts(most: AgreementLimits.aircraft, "identifiers") ?? [] {
            guard FieldCheck.isIdentifier(text) else {
                throw node.fault(
                    "“\(text)” is no identifier of an aircraft", "«\(text)» — не идентификатор воздушного судна")
            }
            patterns.append(AircraftPattern(identifier: text))
        }
        for text in try node.child("callsigns")?.texts(most: AgreementLimits.aircraft, "callsigns") ?? [] {
            guard let pattern = AircraftPattern(callsign: text) else {
                throw node.fault(
                    "“\(text)” is no call sign: letters and digits, and a * at the end if any",
                    "«\(text)» — не позывной: нужны буквы и цифры, в конце может стоять *")
            }
            patterns.append(pattern)
        }
        guard !patterns.isEmpty else {
            throw node.fault(
                "no aircraft is named: “ours” stands for all of the party's",
                "не названо ни одного воздушного судна: «ours» означает все суда стороны")
        }
        return patterns
    }

    private static func fields(_ node: DocumentNode) throws(DocumentFault) -> Set<DisclosureRule.Field> {
        var fields: Set<DisclosureRule.Field> = []
        for element in try node.elements(most: AgreementLimits.names, "fields") { fields.insert(try element.word()) }
        guard fields.contains(.position) else {
            throw node.fault(
                "“position” is needed: without it nothing can be told",
                "нужно «position»: без места ничего сообщить нельзя")
        }
        return fields
    }

    mutating func readRelays(_ root: DocumentNode) -> [RelayRule] {
        var relays: [RelayRule] = []
        for node in elements(root, "relay", most: AgreementLimits.relays) {
            faults.add(node.unknownKeys(allowed: ["rule", "of", "by", "to", "under"]))
            let identifier = faults.need(node, "rule") { node throws(DocumentFault) in try node.identifier() }
            let of = faults.need(node, "of") { node throws(DocumentFault) in try Self.name(node) }
            let by = faults.need(node, "by") { node throws(DocumentFault) in try Self.name(node) }
            let to = faults.need(node, "to") { node throws(DocumentFault) in try Self.name(node) }
            let under = faults.need(node, "under") { node throws(DocumentFault) in try Self.name(node) }
            guard let identifier, let of, let by, let to, let under else { continue }
            relays.append(RelayRule(identifier: identifier, of: of, by: by, to: to, under: under))
        }
        return relays
    }
}
