extension AgreementJudge {
    /// Texts that stand under the wrong language: a form copied and not translated is read by nobody until it matters.
    mutating func judgeLanguages(_ agreement: Agreement) {
        judge(agreement.title, at: ["title"])
        for party in agreement.parties { judge(party.name, at: ["parties", party.identifier, "name"]) }
        for zone in agreement.zones { judge(zone.name, at: ["zones", zone.identifier, "name"]) }
        for (index, frequency) in agreement.frequencies.enumerated() {
            judge(frequency.use, at: ["frequencies", "\(index)", "use"])
        }
        for procedure in agreement.procedures {
            for (index, step) in procedure.steps.enumerated() {
                let path = ["procedures", procedure.level.rawValue, "\(index)", "contact"]
                switch step.measure {
                case .sound: continue
                case .contact(let contact), .telephone(_, let contact): judge(contact, at: path)
                }
            }
        }
    }

    private mutating func judge(_ text: BilingualText, at path: [String]) {
        func isCyrillic(_ scalar: Unicode.Scalar) -> Bool { (0x400...0x4FF).contains(scalar.value) }
        if !text.russian.unicodeScalars.contains(where: isCyrillic) {
            caution(path + ["ru"], "this text is not in Russian letters", "этот текст написан не русскими буквами")
        }
        if text.english.unicodeScalars.contains(where: isCyrillic) {
            caution(path + ["en"], "this text is in Russian letters", "этот текст написан русскими буквами")
        }
    }
}
