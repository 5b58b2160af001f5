import Accord
import Airspace
import Inquiry

/// Fixed words of a report, in both languages.
enum ClaimWording {
    static func verdict(_ verdict: Finding.Verdict) -> BilingualText {
        switch verdict {
        case .supported: BilingualText(english: "supported", russian: "подтверждается")
        case .contradicted: BilingualText(english: "contradicted", russian: "опровергается")
        case .notDeterminable: BilingualText(english: "not determinable", russian: "установить нельзя")
        case .notCheckable: BilingualText(english: "not checkable", russian: "проверке не подлежит")
        }
    }

    static func reason(_ reason: Finding.Reason) -> BilingualText {
        switch reason {
        case .gap: BilingualText(english: "gap in the data", russian: "пробел в данных")
        case .frozen: BilingualText(english: "frozen position", russian: "застывшие координаты")
        case .duplicateTrack: BilingualText(english: "two tracks of one aircraft", russian: "два трека одного борта")
        case .jump: BilingualText(english: "implausible jump", russian: "неправдоподобный скачок")
        case .clock: BilingualText(english: "wrong time stamps", russian: "неверные метки времени")
        case .mixedDatum: BilingualText(english: "datum of a level in doubt", russian: "неясный уровень отсчёта высоты")
        case .intervalStraddles:
            BilingualText(
                english: "the uncertainty reaches over the value", russian: "значение лежит в пределах погрешности")
        case .noData: BilingualText(english: "no data", russian: "нет данных")
        case .ambiguousName: BilingualText(english: "the name fits several", russian: "имя подходит нескольким бортам")
        case .noWindow: BilingualText(english: "no beginning or end is given", russian: "не указано начало или конец")
        case .levelsApart: BilingualText(english: "the levels were further apart", russian: "разница высот была больше")
        case .recordsDiffer: BilingualText(english: "the records differ", russian: "записи расходятся")
        case .recordIncomplete: BilingualText(english: "a record is incomplete", russian: "запись неполна")
        case .simulated: BilingualText(english: "simulated flights", russian: "имитированные полёты")
        case .mind: BilingualText(english: "what somebody had in mind", russian: "чьи-то намерения")
        }
    }

    /// How much the findings weigh.
    static func standing(_ standing: ClaimReport.Standing) -> BilingualText {
        switch standing {
        case .records:
            BilingualText(
                english:
                    "These findings rest on signed records that were verified first: what was written, in which order, and that nothing was changed afterwards is proved. That what the entries say is true is not.",
                russian:
                    "Эти выводы опираются на подписанные записи, которые сначала были проверены: доказано, что именно записано, в каком порядке, и что впоследствии ничего не изменено. Что сообщаемое в записях верно, этим не доказано."
            )
        case .recordings:
            BilingualText(
                english:
                    "These findings rest on plain recordings. Nobody signed them, and nothing shows that they are complete or unchanged: they weigh less than findings from records.",
                russian:
                    "Эти выводы опираются на обычные записи воздушной обстановки. Они никем не подписаны, и ничто не свидетельствует об их полноте и неизменности: вес таких выводов меньше, чем выводов по подписанным записям сторон."
            )
        }
    }

    static func said(_ claim: Claim) -> BilingualText {
        var english = "Said by \(claim.by)"
        var russian = "Утверждает: \(claim.by)"
        if let said = claim.saidUnixSeconds {
            let time = UTCTime.string(unixSeconds: said).replacing("T", with: " ")
            english += " at \(time)"
            russian += ", \(time)"
        }
        if let source = claim.source {
            english += "; published: \(source)"
            russian += "; опубликовано: \(source)"
        }
        return BilingualText(english: english + ".", russian: russian + ".")
    }

    /// Who told whom.
    static func link(_ link: ClaimLink) -> BilingualText {
        let time =
            link.atUnixSeconds.map { " (" + UTCTime.string(unixSeconds: $0).replacing("T", with: " ") + ")" } ?? ""
        let note = link.note.map { ": \($0)" } ?? ""
        let to = link.to ?? "–"
        let english = link.from ?? "a source that stays anonymous (\(link.described ?? "–"))"
        let russian = link.from ?? "источник, пожелавший остаться неназванным (\(link.described ?? "–"))"
        return BilingualText(english: "\(english) → \(to)\(time)\(note)", russian: "\(russian) → \(to)\(time)\(note)")
    }
}
