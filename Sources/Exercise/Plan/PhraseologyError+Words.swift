import Accord
import Phraseology

extension PhraseologyError {
    /// What is wrong with a message that a plan writes as `text`, in plain words of both languages.
    func words(of text: String) -> BilingualText {
        BilingualText(english: description, russian: russian(of: text))
    }

    private func russian(of text: String) -> String {
        switch self {
        case .unknownCode(let code): return "в каталоге нет элемента «\(code)»"
        case .unknownParameter(let code, let name, let known):
            let names = known.isEmpty ? "параметров нет" : "есть \(known.joined(separator: ", "))"
            return "у \(code) нет параметра «\(name)»; \(names)"
        case .missingParameter(let code, let name, let kind):
            return "для \(code) нужен параметр \(name): \(kind.russian)"
        case .badValue(let name, let value, let kind): return "\(name)=«\(value)» непонятно: нужно \(kind.russian)"
        case .contradiction(let code, let reason): return "\(code) противоречит себе: \(reason.russian)"
        case .noWording(let code, _): return "для \(code) нет слов на этом языке"
        case .unknownLanguage(let code): return "язык «\(code)» не установлен"
        case .pattern(let text, _): return "слова «\(text)» каталога прочитать нельзя"
        case .notReviewed(let code, _): return "слова \(code) ещё не проверены диспетчером и не озвучиваются"
        case .instructionInFreeText(let text, let code):
            return "свободный текст один не может быть указанием: «\(text)» — это \(code), передайте его кодом"
        case .message:
            let isLong = text.split(separator: ";").count > LineMessage.greatestElements
            let reason = isLong ? "в нём больше \(LineMessage.greatestElements) элементов" : "в нём ничего нет"
            return "сообщение передать нельзя: \(reason)"
        }
    }
}

extension PhraseologyError.Contradiction {
    fileprivate var russian: String {
        switch self {
        case .givenTwice(let name): "\(name) указано дважды"
        case .flightLevelBy(let setting): "эшелон никогда не отсчитывается по \(setting)"
        case .emptyTime: "конец совпадает с началом"
        case .belowSurface: "ниже поверхности ничего нет"
        case .unknownLimit: "граница не может быть неизвестна"
        case .levels(let lower, let upper): "\(lower) не ниже \(upper)"
        case .sameTracks(let name): "оба трека — \(name)"
        }
    }
}

extension ParameterKind {
    /// What a value of this kind looks like, in Russian.
    fileprivate var russian: String {
        switch self {
        case .clock: "направление по часам от 1 до 12 или градусы от носа, например «30 left»"
        case .number(let bounds): "целое число от \(bounds.lowerBound) до \(bounds.upperBound)"
        case .heading: "курс от 000 до 360"
        case .degrees: "число градусов от 1 до 360"
        case .quantity(let units): "число с единицей из \(units.map(\.rawValue).sorted().joined(separator: ", "))"
        case .level(let reference):
            "высота, например FL350, 7800 m, 6000 ft\(reference ? " QNH 1013" : ""), SFC или unknown"
        case .flightLevel: "эшелон, например FL350"
        case .levels: "нижняя и верхняя граница, например FL100/FL250"
        case .reference: "установка высотомера, например STD, QNH 1013 или QFE"
        case .time: "время UTC, например 12:04"
        case .times: "два времени UTC, например 12:00/14:30"
        case .frequency: "частота от 118,000 до 136,975 или от 225 до 400 МГц, например 121.500"
        case .channel: "частота в мегагерцах, например 121.500, или название канала"
        case .squawk: "четыре цифры от 0 до 7"
        case .mach: "число Маха от 0,2 до 3,99"
        case .choice(let choices): "одно из \(choices.joined(separator: ", "))"
        case .word(let vocabulary, let isText):
            "одно из \(vocabulary.codes.joined(separator: ", "))\(isText ? " или свободный текст (не переводится)" : "")"
        case .aircraftType: "одно из airliner, fighter, helicopter, drone, unknown или обозначение типа, например B738"
        case .name: "имя не более чем из пяти слов, которые не встречаются в сообщениях"
        case .pair: "два имени, например AFR123/BAW456"
        case .place: "точка, «5 NM north of KILO» или координаты, например 3530N03545E"
        }
    }
}
