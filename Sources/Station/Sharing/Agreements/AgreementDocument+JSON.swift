import Accord

extension AgreementDocument {
    /// Writes the document, what it says in both languages, and what is other than in the version that holds and in the one that it answers.
    func write(
        comparedWith current: AgreementDocument?, answering answered: AgreementDocument?, to writer: inout JSONWriter
    ) {
        writer.object {
            $0.field("sha256", sha256)
            $0.field("agreement", agreement.identifier)
            $0.field("version", agreement.version)
            $0.field("titleEn", agreement.title.english)
            $0.field("titleRu", agreement.title.russian)
            $0.array("parties") { list in agreement.parties.forEach { list.value($0.identifier) } }
            $0.field("document", String(decoding: bytes, as: UTF8.self))
            $0.array("clauses") { list in
                for clause in Restatement(agreement).clauses { clause.write(to: &list) }
            }
            $0.array("cautions") { list in cautions.forEach { $0.write(to: &list) } }
            if let current { $0.writeDifferences(from: current, to: agreement) }
            if let answered { $0.object("answered") { $0.writeDifferences(from: answered, to: agreement) } }
        }
    }
}

extension JSONWriter {
    /// Writes with what an agreement is compared, and every clause that is other, in both languages.
    fileprivate mutating func writeDifferences(from reference: AgreementDocument, to agreement: Agreement) {
        field("comparedWith", reference.sha256)
        field("comparedVersion", reference.agreement.version)
        array("differences") { list in
            for change in AgreementDifference(from: reference.agreement, to: agreement).changes {
                list.object {
                    $0.field("keys", change.keys.joined(separator: " / "))
                    $0.field("beforeEn", change.before?.english)
                    $0.field("beforeRu", change.before?.russian)
                    $0.field("afterEn", change.after?.english)
                    $0.field("afterRu", change.after?.russian)
                }
            }
        }
    }
}

extension RestatedClause {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("keys", keys.joined(separator: " / "))
            $0.field("en", text.english)
            $0.field("ru", text.russian)
        }
    }
}

extension DocumentFault {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object {
            if let line { $0.field("line", line) }
            $0.field("keys", keys.joined(separator: " / "))
            $0.field("reason", reason.english)
            $0.field("reasonRu", reason.russian)
        }
    }
}

extension AgreementCheck {
    /// Writes every fault and caution, and, when all is well, what the document says in both languages and what is other than in
    /// `reference`.
    func write(comparedWith reference: AgreementDocument?, to writer: inout JSONWriter) {
        writer.object {
            $0.field("good", faults.isEmpty && agreement != nil)
            $0.array("faults") { list in faults.forEach { $0.write(to: &list) } }
            $0.array("cautions") { list in cautions.forEach { $0.write(to: &list) } }
            guard let agreement, faults.isEmpty else { return }
            $0.field("agreement", agreement.identifier)
            $0.field("version", agreement.version)
            $0.array("clauses") { list in
                for clause in Restatement(agreement).clauses { clause.write(to: &list) }
            }
            if let reference { $0.writeDifferences(from: reference, to: agreement) }
        }
    }
}
