import Record
import Separation

extension Restatement {
    mutating func sayWhatAndWhen(_ agreement: Agreement) {
        let from = Wording.time(agreement.termUnixSeconds.lowerBound)
        let until = Wording.time(agreement.termUnixSeconds.upperBound)
        say(
            ["title"], "Agreement \(agreement.identifier), version \(agreement.version): \(agreement.title.english).",
            "Соглашение \(agreement.identifier), версия \(agreement.version): \(agreement.title.russian).")
        say(
            ["term"], "It holds from \(from.english), until \(until.english).",
            "Действует с \(from.russian), по \(until.russian).")
        let gap = Wording.span(agreement.gapSeconds, .genitive)
        let merge = Wording.span(agreement.mergeSeconds, .genitive)
        say(
            ["measuring"],
            """
            Distances are measured by the rule \(MeasuringRule.name) on the WGS-84 ellipsoid; levels are pressure altitudes \
            (1013.25 hPa). A track breaks where its reports are more than \(gap.english) apart. Losses of one pair at most \
            \(merge.english) apart are one encounter.
            """,
            """
            Расстояния измеряются по правилу \(MeasuringRule.name) на эллипсоиде WGS-84; высоты отсчитываются по стандартному \
            давлению (1013,25 гПа). Трек прерывается, если между сообщениями более \(gap.russian). Нарушения интервалов одной \
            пары с промежутком не более \(merge.russian) считаются одним сближением.
            """)
    }

    mutating func sayParties(_ agreement: Agreement) {
        for party in agreement.parties {
            let languages = party.languages.map(Wording.language)
            let words = Fingerprint(party)
            let english = Wording.list(languages.map(\.english)).english
            let address =
                party.address.map { BilingualText(english: "is reached at \($0)", russian: "Адрес станции: \($0).") }
                ?? BilingualText(
                    english: "is reached by courier only", russian: "Со станцией связи нет, записи доставляет курьер.")
            say(
                ["parties", party.identifier],
                """
                \(party.identifier) is \(party.name.english). Its watch speaks \(english). Its station \(address.english). \
                Its records are signed with the key \(party.key.description). The certificate of its station has the SHA-256 \
                \(party.certificate.sha256). Key and certificate in words: \(words.words(in: .english).joined(separator: " ")).
                """,
                """
                \(party.identifier) — \(party.name.russian). Языки смены: \(languages.map(\.russian).joined(separator: ", ")). \
                \(address.russian) Записи подписаны ключом \(party.key.description). SHA-256 сертификата станции: \
                \(party.certificate.sha256). Ключ и сертификат словами: \(words.words(in: .russian).joined(separator: " ")).
                """)
        }
    }
}
