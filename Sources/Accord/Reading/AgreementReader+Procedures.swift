extension AgreementReader {
    mutating func readProcedures(_ root: DocumentNode) -> [Procedure] {
        guard let entries = faults.need(root, "procedures", { node throws(DocumentFault) in try node.entries() })
        else { return [] }
        var procedures: [Procedure] = []
        for (key, line, node) in entries {
            guard let level = Procedure.Level(rawValue: key) else {
                let names = Procedure.Level.allCases.map(\.rawValue).joined(separator: ", ")
                faults.add(
                    DocumentFault(
                        line: line, keys: ["procedures"], "“\(key)” is no level of alert: \(names)",
                        "«\(key)» — не уровень оповещения: есть \(names)"))
                continue
            }
            var steps: [Procedure.Step] = []
            guard
                let elements = faults.take({ () throws(DocumentFault) in
                    try node.elements(most: AgreementLimits.steps, "steps")
                })
            else { continue }
            for element in elements {
                if let step = faults.take({ () throws(DocumentFault) in try Self.step(element) }) {
                    if let last = steps.last, last.afterSeconds > step.afterSeconds {
                        faults.add(
                            element.fault(
                                "the steps stand in the order of their times",
                                "шаги должны следовать в порядке времени"))
                    }
                    steps.append(step)
                }
            }
            if elements.isEmpty {
                faults.add(
                    node.fault("a procedure has at least one step", "в порядке действий должен быть хотя бы один шаг"))
            }
            procedures.append(Procedure(level: level, steps: steps))
        }
        return procedures
    }

    private static func step(_ node: DocumentNode) throws(DocumentFault) -> Procedure.Step {
        if let fault = node.unknownKeys(allowed: ["after", "sound", "contact", "telephone", "party"]).first {
            throw fault
        }
        let after = try node.required("after").seconds(in: 0...86_400)
        let party = try node.child("party")?.text()
        let contact = try node.child("contact")?.bilingual()
        if let telephone = node.child("telephone") {
            guard let contact else {
                throw node.fault(
                    "whose telephone it is must be said: contact: {en: …, ru: …}",
                    "нужно указать, чей это телефон: contact: {en: …, ru: …}")
            }
            return Procedure.Step(
                afterSeconds: after, measure: .telephone(try number(telephone), contact), party: party)
        }
        if let contact { return Procedure.Step(afterSeconds: after, measure: .contact(contact), party: party) }
        guard try node.child("sound")?.flag() == true else {
            throw node.fault(
                "something must be done: sound: yes, contact, or telephone with contact",
                "шаг должен что-то предписывать: sound: yes, contact или telephone вместе с contact")
        }
        return Procedure.Step(afterSeconds: after, measure: .sound, party: party)
    }

    /// An international number, `+33 1 55 00 00 00` (ITU-T E.164: at most 15 digits), or an internal one of three digits at least.
    private static func number(_ node: DocumentNode) throws(DocumentFault) -> String {
        let text = try node.text(longest: 40)
        let digits = text.filter(\.isNumber)
        let isPlain = text.enumerated().allSatisfy { index, character in
            character.isASCII && (character.isNumber || " -()".contains(character) || character == "+" && index == 0)
        }
        guard isPlain, (3...15).contains(digits.count) else {
            throw node.fault(
                "“\(text)” is no telephone number, such as +33 1 55 00 00 00",
                "«\(text)» — не номер телефона; нужен, например, +33 1 55 00 00 00")
        }
        return text
    }
}
