import Airspace
import Record

extension AgreementJudge {
    /// Parties that nobody can tell apart, reach or talk with.
    mutating func judgeParties(_ agreement: Agreement) {
        let parties = agreement.parties
        if parties.count < 2 {
            fault(["parties"], "an agreement needs two parties at least", "для соглашения нужны хотя бы две стороны")
        }
        if parties.count > 8 {
            fault(
                ["parties"], "an agreement has at most eight parties", "в соглашении не может быть больше восьми сторон"
            )
        }
        for (index, party) in parties.enumerated() {
            let path = ["parties", party.identifier]
            for other in parties[..<index] {
                if other.identifier.lowercased() == party.identifier.lowercased() {
                    fault(
                        path, "“\(other.identifier)” and “\(party.identifier)” differ by capitals only",
                        "«\(other.identifier)» и «\(party.identifier)» различаются только прописными буквами")
                }
                if other.key.publicKey == party.key.publicKey {
                    fault(
                        path + ["key"], "\(other.identifier) has the same key: one of them could sign for the other",
                        "у стороны \(other.identifier) тот же ключ: одна из них могла бы подписать за другую")
                }
                if other.certificate.sha256 == party.certificate.sha256 {
                    fault(
                        path + ["certificate"], "\(other.identifier) has the same certificate",
                        "у стороны \(other.identifier) тот же сертификат")
                }
                if let address = party.address, other.address == address {
                    fault(
                        path + ["address"], "\(other.identifier) has the same address",
                        "у стороны \(other.identifier) тот же адрес")
                }
                if Set(other.languages).isDisjoint(with: party.languages) {
                    caution(
                        path + ["languages"],
                        "\(other.identifier) and \(party.identifier) have no language in common: all rests on coded messages",
                        "у сторон \(other.identifier) и \(party.identifier) нет общего языка: остаются только сообщения по кодам"
                    )
                }
            }
            judgeCertificate(party, in: agreement)
            if party.address == nil {
                caution(
                    path, "no address: records are exchanged as files, and everything arrives late",
                    "адреса нет: записи передаются файлами, и всё приходит с опозданием")
            }
        }
        if parties.count > 1, parties.allSatisfy({ $0.address == nil }) {
            caution(
                ["parties"], "no party has an address: nobody is warned of anything in time",
                "ни у одной стороны нет адреса: вовремя никто ни о чём не будет предупреждён")
        }
    }

    private mutating func judgeCertificate(_ party: AgreementParty, in agreement: Agreement) {
        guard let certificateTerm, let der = party.certificate.der else { return }
        let path = ["parties", party.identifier, "certificate"]
        guard let term = certificateTerm(der) else { return fault(path, "it is no certificate", "это не сертификат") }
        let until = UTCTime.string(unixSeconds: term.upperBound)
        if let nowUnixSeconds, term.upperBound < nowUnixSeconds {
            caution(
                path, "it has expired on \(until): no station lets this one in",
                "срок его действия истёк \(until): ни одна станция с ним не соединится")
        } else if term.upperBound < agreement.termUnixSeconds.upperBound {
            caution(
                path, "it expires on \(until), before the term ends: a new one needs an amendment by then",
                "срок его действия истекает \(until), раньше срока соглашения: к этому времени нужна поправка с новым сертификатом"
            )
        } else if let nowUnixSeconds, term.lowerBound > nowUnixSeconds {
            caution(
                path, "it is not valid before \(UTCTime.string(unixSeconds: term.lowerBound))",
                "он начнёт действовать только \(UTCTime.string(unixSeconds: term.lowerBound))")
        }
    }
}
