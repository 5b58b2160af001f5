import Accord
import Airspace
import Phraseology

extension PlanReader {
    mutating func zone(_ node: DocumentNode) -> PlannedZone? {
        open(node, ["name", "circle", "polygon", "lower", "upper", "from", "until"])
        let name = take { () throws(DocumentFault) in try node.required("name").spokenName() }
        let footprint = take { () throws(DocumentFault) in try node.footprint() }
        let lower = take { () throws(DocumentFault) in try node.required("lower").level() }
        let upper = take { () throws(DocumentFault) in try node.required("upper").level() }
        let times = take { () throws(DocumentFault) in try node.times() }
        guard let name, let footprint, let lower, let upper, let times else { return nil }
        return PlannedZone(name: name, footprint: footprint, lower: lower, upper: upper, times: times)
    }

    mutating func minimum(_ node: DocumentNode) -> PlannedMinimum? {
        open(node, ["horizontal", "datum", "while-vertical-below", "measure"])
        let horizontal = take { () throws(DocumentFault) in try node.required("horizontal").positiveLength() }
        let vertical = take { () throws(DocumentFault) in try node.required("while-vertical-below").positiveLength() }
        let rule = take { () throws(DocumentFault) in try node.required("measure").text(longest: 64) }
        if let rule, rule != "measure/1" {
            faults.append(
                DocumentFault(
                    line: node.child("measure")?.line, keys: node.keys + ["measure"],
                    "the one measuring rule that both sides know is measure/1",
                    "единственное правило измерения, известное обеим сторонам, — measure/1"))
        }
        if let datum = take({ () throws(DocumentFault) in try node.required("datum").text(longest: 32) }),
            datum != "WGS-84"
        {
            faults.append(
                DocumentFault(
                    line: node.child("datum")?.line, keys: node.keys + ["datum"], "distances are WGS-84",
                    "расстояния измеряются по WGS-84"))
        }
        guard let horizontal, let vertical, let rule else { return nil }
        return PlannedMinimum(horizontal: horizontal, whileVerticalBelow: vertical, rule: rule)
    }

    mutating func turnAway(_ node: DocumentNode) -> TurnAwayRule? {
        open(node, ["predicted-below", "abort-range", "look-ahead", "stale-after", "others-within"])
        let buffer = take { () throws(DocumentFault) in try node.required("predicted-below").positiveLength() }
        let range = take { () throws(DocumentFault) in try node.child("abort-range")?.positiveLength() }
        let lookahead = take { () throws(DocumentFault) in try node.child("look-ahead")?.seconds(in: 1...300) }
        let stale = take { () throws(DocumentFault) in try node.child("stale-after")?.seconds(in: 1...60) }
        let others = take { () throws(DocumentFault) in try node.child("others-within")?.positiveLength() }
        guard let buffer else { return nil }
        return TurnAwayRule(
            buffer: buffer, abortRange: range, lookaheadSeconds: lookahead ?? 30, staleSeconds: stale ?? 5,
            intruderMetres: others?.metres ?? 5 * 1852)
    }

    mutating func contact(_ node: DocumentNode) -> PlannedContact? {
        open(node, ["frequencies", "primary", "backup", "at", "by", "altimeter"])
        let list =
            take { () throws(DocumentFault) in
                try node.required("frequencies").entries(most: Self.mostParticipants, "frequencies")
            } ?? []
        var frequencies: [NamedFrequency] = []
        for entry in list {
            lines.note(entry.line, at: node.keys + ["frequencies", entry.key])
            if let frequency = take({ () throws(DocumentFault) in try entry.value.frequency() }) {
                frequencies.append(NamedFrequency(name: entry.key, frequency: frequency))
            }
        }
        let primary = take { () throws(DocumentFault) in try node.required("primary").text(longest: 64) }
        let backup = take { () throws(DocumentFault) in try node.child("backup")?.text(longest: 64) }
        let at = take { () throws(DocumentFault) in try node.child("at")?.time() }
        let by = take { () throws(DocumentFault) in try node.child("by")?.text(longest: 64) }
        let altimeter = take { () throws(DocumentFault) in try node.child("altimeter")?.pressureReference() }
        guard let primary else { return nil }
        return PlannedContact(
            frequencies: frequencies, primary: primary, backup: backup, atUnixSeconds: at, by: by,
            altimeter: altimeter)
    }

    mutating func notice(_ node: DocumentNode) -> PublishedNotice? {
        open(node, ["reference", "published"])
        let reference = take { () throws(DocumentFault) in try node.required("reference").text(longest: 120) }
        let published = take { () throws(DocumentFault) in try node.required("published").time() }
        guard let reference, let published else { return nil }
        return PublishedNotice(reference: reference, publishedUnixSeconds: published)
    }

    mutating func abortWords(_ node: DocumentNode) -> AbortWords? {
        open(node, ["words", "by"])
        let words = node.child("words")
        if let words { open(words, ["en", "ru"]) }
        let english = take { () throws(DocumentFault) in try words?.child("en")?.text(longest: 64) }
        let russian = take { () throws(DocumentFault) in try words?.child("ru")?.text(longest: 64) }
        let by =
            take { () throws(DocumentFault) in
                try node.child("by")?.texts(longest: 64, most: Self.mostParticipants, "participants")
            } ?? []
        return AbortWords(english: english ?? "", russian: russian ?? "", by: by == ["everybody"] ? [] : by)
    }

    mutating func disclosure(_ node: DocumentNode) -> PlannedDisclosure? {
        open(node, ["party", "fields", "from", "until"])
        let party = take { () throws(DocumentFault) in try node.required("party").name() }
        let fields = take { () throws(DocumentFault) in
            try node.required("fields").texts(longest: 64, most: Self.mostWords, "fields")
        }
        let times = take { () throws(DocumentFault) in try node.times() }
        guard let party, let fields, let times else { return nil }
        return PlannedDisclosure(party: party, fields: fields, times: times)
    }

    mutating func rehearsal(_ node: DocumentNode?) -> (errors: RehearsalErrors, wind: HorizontalVelocity) {
        var errors = RehearsalErrors()
        var wind = HorizontalVelocity(east: 0, north: 0)
        guard let node else { return (errors, wind) }
        let fields: [(key: String, path: WritableKeyPath<RehearsalErrors, Double>, range: ClosedRange<Double>)] = [
            ("navigation-m", \.navigationMetres, 0...5_000), ("drift-mps", \.navigationDriftMetresPerSecond, 0...10),
            ("wind-error-mps", \.windMetresPerSecond, 0...50), ("speed-error-mps", \.speedMetresPerSecond, 0...50),
            ("start-error-s", \.startSeconds, 0...300), ("level-error-ft", \.levelFeet, 0...2_000),
            ("surveillance-m", \.surveillanceMetres, 0...5_000), ("controller-s", \.controllerSeconds, 0...60),
            ("crew-s", \.crewSeconds, 0...60), ("wrong-heading-chance", \.wrongHeadingChance, 0...1),
            ("wrong-heading-degrees", \.wrongHeadingDegrees, 0...120),
            ("wrong-heading-s", \.wrongHeadingSeconds, 0...300), ("wrong-turn-chance", \.wrongTurnChance, 0...1),
        ]
        open(node, ["wind-from", "wind-kt"] + fields.map(\.key))
        for field in fields {
            if let value = take({ () throws(DocumentFault) in try node.child(field.key)?.number(in: field.range) }) {
                errors[keyPath: field.path] = value
            }
        }
        let from = take { () throws(DocumentFault) in try node.child("wind-from")?.number(in: 0...360) }
        let knots = take { () throws(DocumentFault) in try node.child("wind-kt")?.number(in: 0...250) }
        if let from, let knots {
            wind = HorizontalVelocity(
                trackDegrees: from + 180, metresPerSecond: knots * SpeedUnit.knots.metresPerSecond)
        }
        return (errors, wind)
    }
}
