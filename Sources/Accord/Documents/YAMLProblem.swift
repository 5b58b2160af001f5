/// What the YAML parser finds wrong with a text. It speaks English; here are its words in Russian.
enum YAMLProblem {
    /// That a text is no YAML, and why, in both languages.
    static func reason(_ problem: String) -> BilingualText {
        BilingualText(
            english: "this is not YAML: \(problem)",
            russian: "это не YAML: \(russian[problem] ?? "текст разобрать не удалось")")
    }

    /// The parser's messages, those of its scanner, its parser, its reader and its composer.
    private static let russian = [
        "found character that cannot start any token": "с такого знака ничего начинаться не может",
        "could not find expected ':'": "нет ожидаемого «:»",
        "block sequence entries are not allowed in this context": "элемент списка здесь стоять не может",
        "mapping keys are not allowed in this context": "ключ здесь стоять не может",
        "mapping values are not allowed in this context": "значение ключа здесь стоять не может",
        "found unknown directive name": "неизвестная директива",
        "did not find expected comment or line break": "нет ожидаемого комментария или конца строки",
        "could not find expected directive name": "нет ожидаемого имени директивы",
        "found unexpected non-alphabetical character": "знак, который не является буквой, здесь стоять не может",
        "did not find expected digit or '.' character": "нет ожидаемой цифры или «.»",
        "found extremely long version number": "слишком длинный номер версии",
        "did not find expected version number": "нет ожидаемого номера версии",
        "did not find expected whitespace": "нет ожидаемого пробела",
        "did not find expected whitespace or line break": "нет ожидаемого пробела или конца строки",
        "did not find expected alphabetic or numeric character": "нет ожидаемой буквы или цифры",
        "did not find the expected '>'": "нет ожидаемого «>»",
        "did not find expected '!'": "нет ожидаемого «!»",
        "did not find expected tag URI": "нет ожидаемого адреса типа",
        "did not find URI escaped octet": "неверно закодирован байт адреса типа",
        "found an incorrect leading UTF-8 octet": "неверный первый байт знака UTF-8",
        "found an incorrect trailing UTF-8 octet": "неверный последующий байт знака UTF-8",
        "found an indentation indicator equal to 0": "указан отступ, равный 0",
        "found a tab character where an indentation space is expected": "в отступе вместо пробела стоит табуляция",
        "found unexpected document indicator": "внутри текста в кавычках начинается новый документ",
        "found unexpected end of stream": "документ неожиданно кончился",
        "found unknown escape character": "неизвестный знак после обратной косой черты",
        "did not find expected hexdecimal number": "нет ожидаемого шестнадцатеричного числа",
        "found invalid Unicode character escape code": "неверный код знака Unicode",
        "found unexpected ':'": "здесь не может стоять «:»",
        "found a tab character that violates indentation": "табуляция нарушает отступ",
        "did not find expected <stream-start>": "нет ожидаемого начала текста",
        "did not find expected <document start>": "нет ожидаемого начала документа",
        "found undefined tag handle": "неизвестное обозначение типа",
        "did not find expected node content": "нет ожидаемого значения",
        "did not find expected '-' indicator": "нет ожидаемого «-»",
        "did not find expected key": "нет ожидаемого ключа",
        "did not find expected ',' or ']'": "нет ожидаемого «,» или «]»",
        "did not find expected ',' or '}'": "нет ожидаемого «,» или «}»",
        "found duplicate %YAML directive": "директива %YAML указана дважды",
        "found incompatible YAML document": "документ другой версии YAML",
        "found duplicate %TAG directive": "директива %TAG указана дважды",
        "input error": "ошибка чтения",
        "invalid leading UTF-8 octet": "неверный первый байт знака UTF-8",
        "incomplete UTF-8 octet sequence": "знак UTF-8 не закончен",
        "invalid trailing UTF-8 octet": "неверный последующий байт знака UTF-8",
        "invalid length of a UTF-8 sequence": "неверная длина знака UTF-8",
        "invalid Unicode character": "недопустимый знак Unicode",
        "control characters are not allowed": "управляющие символы не допускаются",
        "input is too long": "текст слишком длинный",
        "but found another document": "за документом следует ещё один",
        "found undefined alias": "ссылка ни на что не указывает",
    ]
}
