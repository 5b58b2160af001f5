import Airspace

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
            fault(
                ["zones"], "the zones are too many and too detailed to be compared: leave out corners",
                "зон слишком много и они слишком подробны, чтобы их сравнить: уменьшите число вершин")
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

    mutating func fault(_ path: [String], _ english: String, _ russian: String) {
        guard !faultList.isFull else { return }
        faultList.add(place(path).fault(english, russian))
    }

    mutating func fault(_ path: [String], _ reason: BilingualText) {
        guard !faultList.isFull else { return }
        faultList.add(place(path).fault(reason))
    }

    mutating func caution(_ path: [String], _ english: String, _ russian: String) {
        guard !cautionList.isFull else { return }
        cautionList.add(place(path).fault(english, russian))
    }

    /// Says which of `names` no party has.
    mutating func judgeNames(_ names: [String], at path: [String], in agreement: Agreement) {
        for name in names where agreement.party(name) == nil {
            let known = agreement.parties.map(\.identifier).joined(separator: ", ")
            fault(path, "there is no party “\(name)”; there are \(known)", "стороны «\(name)» нет; есть \(known)")
        }
    }

    private mutating func judgeTerm(_ agreement: Agreement) {
        let term = agreement.termUnixSeconds
        if let nowUnixSeconds {
            if term.upperBound < nowUnixSeconds {
                fault(
                    ["term", "until"], "the term is over since \(UTCTime.string(unixSeconds: term.upperBound))",
                    "срок действия истёк \(UTCTime.string(unixSeconds: term.upperBound))")
            } else if term.lowerBound > nowUnixSeconds {
                caution(
                    ["term", "from"], "the term has not begun: nothing is shared before it does",
                    "срок действия ещё не начался: до его начала ничего не сообщается")
            }
        }
        if term.upperBound - term.lowerBound > 15 * 366 * 86_400 {
            caution(
                ["term"], "the term is longer than fifteen years: who will remember to look at it again?",
                "срок действия больше пятнадцати лет: кто вспомнит, что соглашение пора пересмотреть?")
        }
        if agreement.endNoticeSeconds > term.upperBound - term.lowerBound {
            fault(
                ["ending", "notice"], "the notice is longer than the term",
                "срок уведомления о прекращении больше срока действия")
        }
        if agreement.gapSeconds > 60 {
            caution(
                ["measuring", "gap"], "in a gap of more than a minute an aircraft flies further than any minimum",
                "за перерыв больше минуты воздушное судно пролетает больше любого минимума")
        }
        if agreement.retentionSeconds < 30 * 86_400 {
            caution(
                ["retention"], "what happened is often asked after more than 30 days",
                "о случившемся часто спрашивают и более чем через 30 дней")
        }
    }
}
