import Airspace
import Separation

/// Makes an agreement of a document, clause by clause, and goes on after a fault.
struct AgreementReader {
    var faults = FaultList()

    private static let keys = [
        "agreement", "version", "title", "measuring", "term", "parties", "area", "minima", "zones", "frequencies",
        "disclosure", "relay", "line", "procedures", "questions", "suspension", "ending", "retention",
    ]

    /// The agreement; nil when a clause that it cannot be without is missing or wrong.
    mutating func read(_ root: DocumentNode) -> Agreement? {
        faults.add(root.unknownKeys(allowed: Self.keys))
        guard root.isMapping else { return nil }
        let identifier = faults.need(root, "agreement") { node throws(DocumentFault) in try Self.name(node) }
        let version = faults.need(root, "version") { node throws(DocumentFault) in try node.count(in: 1...9_999) }
        let title = faults.need(root, "title") { node throws(DocumentFault) in try node.bilingual() }
        let measuring = faults.need(root, "measuring") { node throws(DocumentFault) in try Self.measuring(node) }
        let term = faults.need(root, "term") { node throws(DocumentFault) in try node.period() }
        let parties = readParties(root)
        let area = faults.need(root, "area") { node throws(DocumentFault) in try Self.area(node) }
        let minima = readMinima(root)
        let zones = readZones(root)
        let frequencies = readFrequencies(root)
        let disclosure = readDisclosure(root)
        let relays = readRelays(root)
        let line = faults.need(root, "line") { node throws(DocumentFault) in try Self.line(node) }
        let procedures = readProcedures(root)
        let questions = faults.need(root, "questions") { node throws(DocumentFault) in try Self.questions(node) }
        let owed = faults.need(root, "suspension") { node throws(DocumentFault) in try Self.owed(node) }
        let notice = faults.need(root, "ending") { node throws(DocumentFault) in
            if let fault = node.unknownKeys(allowed: ["notice"]).first { throw fault }
            return try node.required("notice").seconds(in: 0...31_622_400)
        }
        let retention = faults.need(root, "retention") { node throws(DocumentFault) in
            try node.seconds(in: 86_400...3_155_760_000)
        }
        guard let identifier, let version, let title, let measuring, let term, let area, let line, let questions,
            let owed, let notice, let retention
        else { return nil }
        return Agreement(
            identifier: identifier, version: version, title: title, termUnixSeconds: term, parties: parties,
            area: area, gapSeconds: measuring.gap, mergeSeconds: measuring.merge, minima: minima, zones: zones,
            frequencies: frequencies, disclosure: disclosure, relays: relays, lineChecks: line,
            procedures: procedures, questions: questions, owedWhileSuspended: owed, endNoticeSeconds: notice,
            retentionSeconds: retention)
    }

    static func name(_ node: DocumentNode) throws(DocumentFault) -> String {
        let text = try node.text()
        guard RecordOrigin.isName(text), text != "contact" else {
            throw node.fault(
                "“\(text)” cannot be a name: 1 to 32 of A-Z, a-z, 0-9, - _ . are needed",
                "«\(text)» не может быть именем: нужно от 1 до 32 знаков A-Z, a-z, 0-9, - _ .")
        }
        return text
    }

    static func names(_ node: DocumentNode) throws(DocumentFault) -> [String] {
        let names = try node.texts(most: AgreementLimits.names, "names")
        guard Set(names).count == names.count else { throw node.fault("a name is given twice", "имя указано дважды") }
        return names
    }

    private static func measuring(_ node: DocumentNode) throws(DocumentFault) -> (gap: Double, merge: Double) {
        if let fault = node.unknownKeys(allowed: ["rule", "gap", "merge"]).first { throw fault }
        let rule = try node.required("rule")
        guard try rule.text() == MeasuringRule.name else {
            throw rule.fault(
                "the measuring rule is \(MeasuringRule.name); there is no other",
                "правило измерения — \(MeasuringRule.name), другого нет")
        }
        return (try node.required("gap").seconds(in: 1...300), try node.required("merge").seconds(in: 0...3_600))
    }

    private static func area(_ node: DocumentNode) throws(DocumentFault) -> Volume {
        if let fault = node.unknownKeys(allowed: ["circle", "polygon", "lower", "upper"]).first { throw fault }
        return try node.volume()
    }

    private static func line(_ node: DocumentNode) throws(DocumentFault) -> LineChecks {
        if let fault = node.unknownKeys(allowed: ["check", "with-person"]).first { throw fault }
        return LineChecks(
            everySeconds: try node.required("check").seconds(in: 10...86_400),
            withPersonEverySeconds: try node.child("with-person")?.seconds(in: 60...604_800))
    }

    private static func questions(_ node: DocumentNode) throws(DocumentFault) -> QuestionTerms {
        let keys = ["automatic", "budget", "per", "position", "level", "time"]
        if let fault = node.unknownKeys(allowed: keys).first { throw fault }
        return QuestionTerms(
            isAutomatic: try node.required("automatic").flag(),
            budget: try node.required("budget").count(in: 0...10_000),
            budgetSeconds: try node.required("per").seconds(in: 60...86_400),
            toleranceNM: try node.required("position").positiveLength().nauticalMiles,
            toleranceFeet: try node.required("level").positiveLength().feet,
            toleranceSeconds: try node.required("time").seconds(in: 1...300))
    }

    private static func owed(_ node: DocumentNode) throws(DocumentFault) -> Set<OwedDuty> {
        if let fault = node.unknownKeys(allowed: ["owed"]).first { throw fault }
        var owed: Set<OwedDuty> = []
        let duties = try node.required("owed").elements(most: AgreementLimits.names, "duties")
        for element in duties { owed.insert(try element.word()) }
        return owed
    }
}
