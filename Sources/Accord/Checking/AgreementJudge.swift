import Airspace
import Record

/// Looks at an agreement as an experienced drafter does: what contradicts, what is unknown, what cannot be kept, and what will be regretted.
struct AgreementJudge {
    let root: DocumentNode
    let agreement: Agreement?
    let nowUnixSeconds: Double?
    /// Says when a certificate (DER) is valid, Unix seconds; nil: nobody looks at that.
    var certificateTerm: AgreementCheck.CertificateTerm?
    private var faultList = FaultList()
    private var cautionList = FaultList(noun: "cautions")
    /// How wide the area is (nil) and each zone that a rule speaks of, metres.
    var widthsMetres: [String?: Double] = [:]

    /// What forbids signing.
    var faults: [DocumentFault] { faultList.faults }
    /// What is worth a second thought.
    var cautions: [DocumentFault] { cautionList.faults }

    init(
        root: DocumentNode, agreement: Agreement?, nowUnixSeconds: Double?,
        certificateTerm: AgreementCheck.CertificateTerm? = nil
    ) {
        self.root = root
        self.agreement = agreement
        self.nowUnixSeconds = nowUnixSeconds
        self.certificateTerm = certificateTerm
    }

    mutating func judge() {
        guard let agreement else { return }
        judgeTerm(agreement)
        judgeParties(agreement)
        judgeLanguages(agreement)
        judgeVolumes(agreement)
        var overlaps = ZoneOverlaps(area: agreement.area)
        judgeZones(agreement, &overlaps)
        judgeMinima(agreement, &overlaps)
        if overlaps.isExhausted {
            fault(["zones"], "the zones are too many and too detailed to be compared: leave out corners")
        }
        judgeFrequencies(agreement)
        judgeDisclosure(agreement)
        judgeReciprocity(agreement)
        judgeRelays(agreement)
        judgeProcedures(agreement)
        judgeDuties(agreement)
    }

    /// The place of a clause, as deep as the document has it.
    func place(_ path: [String]) -> DocumentNode {
        var node = root
        for key in path {
            if node.isList {
                guard let index = Int(key), let elements = try? node.elements(), elements.indices.contains(index) else {
                    return node
                }
                node = elements[index]
            } else {
                guard let child = node.child(key) else { return node }
                node = child
            }
        }
        return node
    }

    mutating func fault(_ path: [String], _ reason: String) {
        guard !faultList.isFull else { return }
        faultList.add(place(path).fault(reason))
    }

    mutating func caution(_ path: [String], _ reason: String) {
        guard !cautionList.isFull else { return }
        cautionList.add(place(path).fault(reason))
    }

    /// Says which of `names` no party has.
    mutating func judgeNames(_ names: [String], at path: [String], in agreement: Agreement) {
        for name in names where agreement.party(name) == nil {
            let known = agreement.parties.map(\.identifier).joined(separator: ", ")
            fault(path, "there is no party “\(name)”; there are \(known)")
        }
    }

    private mutating func judgeTerm(_ agreement: Agreement) {
        let term = agreement.termUnixSeconds
        if let nowUnixSeconds {
            if term.upperBound < nowUnixSeconds {
                fault(["term", "until"], "the term is over since \(UTCTime.string(unixSeconds: term.upperBound))")
            } else if term.lowerBound > nowUnixSeconds {
                caution(["term", "from"], "the term has not begun: nothing is shared before it does")
            }
        }
        if term.upperBound - term.lowerBound > 15 * 366 * 86_400 {
            caution(["term"], "the term is longer than fifteen years: who will remember to look at it again?")
        }
        if agreement.endNoticeSeconds > term.upperBound - term.lowerBound {
            fault(["ending", "notice"], "the notice is longer than the term")
        }
        if agreement.gapSeconds > 60 {
            caution(["measuring", "gap"], "in a gap of more than a minute an aircraft flies further than any minimum")
        }
        if agreement.retentionSeconds < 30 * 86_400 {
            caution(["retention"], "what happened is often asked after more than 30 days")
        }
    }

    private mutating func judgeParties(_ agreement: Agreement) {
        let parties = agreement.parties
        if parties.count < 2 { fault(["parties"], "an agreement needs two parties at least") }
        for (index, party) in parties.enumerated() {
            let path = ["parties", party.identifier]
            for other in parties[..<index] {
                if other.identifier.lowercased() == party.identifier.lowercased() {
                    fault(path, "“\(other.identifier)” and “\(party.identifier)” differ by capitals only")
                }
                if other.key.publicKey == party.key.publicKey {
                    fault(path + ["key"], "\(other.identifier) has the same key: one of them could sign for the other")
                }
                if other.certificate.sha256 == party.certificate.sha256 {
                    fault(path + ["certificate"], "\(other.identifier) has the same certificate")
                }
                if let address = party.address, other.address == address {
                    fault(path + ["address"], "\(other.identifier) has the same address")
                }
                if Set(other.languages).isDisjoint(with: party.languages) {
                    caution(
                        path + ["languages"],
                        "\(other.identifier) and \(party.identifier) have no language in common: all rests on coded messages"
                    )
                }
            }
            judgeCertificate(party, in: agreement)
            if party.address == nil {
                caution(path, "no address: records are exchanged as files, and everything arrives late")
            }
        }
        if parties.count > 1, parties.allSatisfy({ $0.address == nil }) {
            caution(["parties"], "no party has an address: nobody is warned of anything in time")
        }
    }

    private mutating func judgeCertificate(_ party: AgreementParty, in agreement: Agreement) {
        guard let certificateTerm, let der = party.certificate.der else { return }
        let path = ["parties", party.identifier, "certificate"]
        guard let term = certificateTerm(der) else { return fault(path, "it is no certificate") }
        let until = UTCTime.string(unixSeconds: term.upperBound)
        if let nowUnixSeconds, term.upperBound < nowUnixSeconds {
            caution(path, "it has expired on \(until): no station lets this one in")
        } else if term.upperBound < agreement.termUnixSeconds.upperBound {
            caution(path, "it expires on \(until), before the term ends: a new one needs an amendment by then")
        } else if let nowUnixSeconds, term.lowerBound > nowUnixSeconds {
            caution(path, "it is not valid before \(UTCTime.string(unixSeconds: term.lowerBound))")
        }
    }
}
