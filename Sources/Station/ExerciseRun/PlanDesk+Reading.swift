import Accord
import Exercise

extension PlanDesk {
    /// The plan of a hash, if it is here, can be read, is the one that the entry names, and is of the agreement under which it came.
    func plan(_ sha256: String, named name: ExercisePlan.Name) async -> ExercisePlan? {
        if let known = standings[name.identifier]?.versions[sha256]?.plan { return known.name == name ? known : nil }
        switch judged[sha256] {
        case .nothing?: return nil
        case .means(let other)? where other != name: return nil
        case .means?, nil: break
        }
        guard let text = try? await documents.text(sha256), text != .missing else { return nil }
        let plan = await Self.read(text)
        let verdict: JudgedDocuments<ExercisePlan.Name>.Verdict = if let plan { .means(plan.name) } else { .nothing }
        judged.keep(verdict, of: sha256)
        return plan?.name == name ? plan : nil
    }

    /// Reads a plan beside the actor: what comes from others meanwhile need not wait for it.
    private static func read(_ text: DocumentStore.Text) async -> ExercisePlan? {
        guard case .bytes(let bytes) = text, let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let reader = PlanReader(text)
        return reader.faults.isEmpty ? reader.plan : nil
    }
}

extension ExercisePlan {
    /// What an entry says that a plan is.
    struct Name: Sendable, Equatable {
        /// The plan.
        var identifier: String
        /// Its version.
        var version: Int
        /// The agreement under which it is flown.
        var agreement: String
    }

    /// What it is.
    var name: Name { Name(identifier: identifier, version: version, agreement: agreement) }
}
