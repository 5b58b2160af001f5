import Accord
import Foundation

extension AgreementStanding {
    /// With what a version is compared: the one that holds, and the one that it answers.
    func references(for document: AgreementDocument, at time: Double) -> (
        current: AgreementDocument?, answered: AgreementDocument?
    ) {
        let current = version(atUnixSeconds: time)
        let answered = versions[document.sha256]?.proposals.compactMap(\.body.counters).last.flatMap { documents[$0] }
        return (current?.sha256 == document.sha256 ? nil : current, answered)
    }

    /// Writes it as the interface describes `AgreementStanding`.
    func write(at time: Double, to writer: inout JSONWriter) {
        let state = state(atUnixSeconds: time)
        let current = version(atUnixSeconds: time)
        writer.object {
            $0.field("agreement", identifier)
            $0.field("state", state.name)
            if let current {
                $0.field("version", current.agreement.version)
                $0.field("sha256", current.sha256)
                $0.field("titleEn", current.agreement.title.english)
                $0.field("titleRu", current.agreement.title.russian)
                $0.field("from", current.agreement.termUnixSeconds.lowerBound, decimals: 3)
                $0.field("until", current.agreement.termUnixSeconds.upperBound, decimals: 3)
                $0.array("parties") { list in current.agreement.parties.forEach { list.value($0.identifier) } }
                $0.array("owed") { list in
                    current.agreement.owedWhileSuspended.map(\.rawValue).sorted().forEach { list.value($0) }
                }
                current.agreement.procedures.write(to: &$0)
            }
            $0.array("suspensions") { list in
                for suspension in suspended(atUnixSeconds: time) { suspension.write(to: &list) }
            }
            if let ending = ending(atUnixSeconds: time) {
                $0.object("ending") {
                    $0.field("party", ending.party)
                    $0.field("reason", ending.reason)
                    $0.field("at", ending.atUnixSeconds, decimals: 3)
                    $0.field("ends", ending.endsUnixSeconds, decimals: 3)
                }
            }
            $0.array("open") { list in
                for version in openVersions(atUnixSeconds: time) {
                    version.write(documents[version.sha256], to: &list)
                }
            }
            $0.array("meetings") { list in for meeting in meetings.suffix(50) { meeting.write(to: &list) } }
        }
    }
}

extension AgreementStanding.State {
    fileprivate var name: String {
        switch self {
        case .none: "none"
        case .proposed: "proposed"
        case .agreed: "agreed"
        case .inForce: "in-force"
        case .suspended: "suspended"
        case .ended: "ended"
        case .expired: "expired"
        }
    }
}

extension AgreementStanding.Suspension {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("party", party)
            by.write("by", to: &$0)
            $0.field("reason", reason)
            $0.field("since", sinceUnixSeconds, decimals: 3)
        }
    }
}

extension AgreementStanding.Version {
    fileprivate func write(_ document: AgreementDocument?, to writer: inout JSONWriter) {
        writer.object {
            $0.field("sha256", sha256)
            $0.field("version", document?.agreement.version ?? proposals.first?.body.version ?? 0)
            $0.field("isHere", document != nil)
            $0.array("parties") { list in document?.agreement.parties.forEach { list.value($0.identifier) } }
            $0.array("signed") { list in
                for (party, at) in signatures.sorted(by: { $0.key < $1.key }) {
                    list.object {
                        $0.field("party", party)
                        $0.field("at", at, decimals: 3)
                    }
                }
            }
            $0.array("proposals") { list in
                for proposal in proposals {
                    list.object {
                        $0.field("party", proposal.party)
                        $0.field("at", proposal.atUnixSeconds, decimals: 3)
                        $0.field("counters", proposal.body.counters)
                        $0.field("amends", proposal.body.amends)
                        $0.field("note", proposal.body.note)
                        proposal.body.by.write("by", to: &$0)
                    }
                }
            }
            $0.array("counteredBy") { list in counteredBy.sorted().forEach { list.value($0) } }
        }
    }
}

extension AgreementStanding.Meeting {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("party", party)
            $0.field("held", body.held.unixSeconds, decimals: 3)
            $0.field("place", body.place)
            $0.array("present") { list in body.present.forEach { list.value($0) } }
            $0.array("agreed") { list in body.agreed.forEach { list.value($0) } }
            $0.array("open") { list in body.open.forEach { list.value($0) } }
            body.by.write("by", to: &$0)
        }
    }
}

extension [Procedure] {
    /// Writes what is done at each level of alert.
    fileprivate func write(to writer: inout JSONWriter) {
        writer.array("procedures") { list in
            for procedure in self {
                list.object {
                    $0.field("level", procedure.level.rawValue)
                    $0.array("steps") { steps in for step in procedure.steps { step.write(to: &steps) } }
                }
            }
        }
    }
}

extension Procedure.Step {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("after", afterSeconds, decimals: 1)
            $0.field("party", party)
            switch measure {
            case .sound: $0.field("kind", "sound")
            case .contact(let whom):
                $0.field("kind", "contact")
                $0.field("en", whom.english)
                $0.field("ru", whom.russian)
            case .telephone(let number, let whom):
                $0.field("kind", "telephone")
                $0.field("number", number)
                $0.field("en", whom.english)
                $0.field("ru", whom.russian)
            }
        }
    }
}
