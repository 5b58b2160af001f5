import Accord

extension OwnHistory.Lack {
    /// What would have to be in the records for it to be said whose the aircraft of a party were.
    func words(of party: String) -> BilingualText {
        switch self {
        case .noRecord:
            BilingualText(
                english: "\(party)'s private record, which says whose the aircraft were that it told of",
                russian: "закрытая запись стороны \(party), из которой видно, чьи это были борта")
        case .dropped:
            BilingualText(
                english:
                    "the own tracks in \(party)'s private record that are no longer kept, which said whose the aircraft were",
                russian:
                    "более не хранящиеся собственные треки из закрытой записи стороны \(party), из которых было видно, чьи это были борта"
            )
        case .notWritten:
            BilingualText(
                english: "own tracks in \(party)'s private record of the aircraft that it told of then",
                russian: "собственные треки в закрытой записи стороны \(party) по бортам, о которых она тогда сообщала")
        case .notOpened:
            BilingualText(
                english: "\(party)'s private record with proof of which aircraft its pseudonyms mean",
                russian: "закрытая запись стороны \(party) с подтверждением того, какие борта обозначены псевдонимами")
        }
    }
}

extension DisclosureAudit.Violation {
    /// In plain words, in Russian.
    var russian: String {
        switch self {
        case .unreadable(let reason): "запись не читается: \(reason)"
        case .type(let flow):
            "запись такого типа тогда не допускалась: соглашение "
                + {
                    switch flow {
                    case .none: "не действовало"
                    case .inForce: "действовало"
                    case .suspended: "было приостановлено"
                    case .ended: "прекратилось"
                    }
                }()
        case .noSuchRule(let rule): "правило «\(rule)» не действовало"
        case .otherParties(let rule): "правило «\(rule)» относится к другим сторонам"
        case .outside: "борт был вне района или высот, указанных в правиле"
        case .field(let name): "правило не предусматривает поле «\(name)»"
        case .tooFine(let name): "точность «\(name)» выше допустимой правилом"
        case .noConflict: "точность — как при конфликте, а конфликта не было"
        case .tooEarly: "передано раньше положенной задержки"
        case .tooOften: "передано чаще, чем допускает правило"
        case .notAPseudonym: "вместо псевдонима указан адрес"
        case .notOpened: "какой борт обозначен псевдонимом, в закрытую запись не внесено"
        case .notOurs: "борт не значился в списке собственных бортов стороны"
        case .notNamed: "борт в правиле не указан"
        case .firstContact: "до соглашения записи такого типа передавать нельзя"
        }
    }
}
