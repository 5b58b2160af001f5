/// Words that carry the meaning of messages and therefore are never taken as part of a name or of a call sign:
/// swallowing one would turn an instruction into another, or into its opposite.
enum CriticalWords {
    /// Words that deny, restrict or put off, in every language.
    static let negations: Set<String> = [
        "NOT", "NO", "NEVER", "DONT", "DO", "WITHOUT", "UNLESS", "IF", "EXCEPT", "AVOID", "CANCEL", "CORRECTION",
        "NEGATIVE", "UNABLE", "DISREGARD", "NEITHER", "NOR", "CANNOT", "WONT", "REFUSE", "DENIED",
        "НЕ", "НИ", "НЕТ", "НЕЛЬЗЯ", "БЕЗ", "ЕСЛИ", "КРОМЕ", "ЗАПРЕЩАЮ", "ЗАПРЕЩЕНО", "ОТСТАВИТЬ", "ОТМЕНЯЮ",
        "ПОПРАВКА",
        "НИКОГДА", "ОТКАЗЫВАЮ", "ОШИБОЧНО",
        "PLUS", "MINUS", "OR", "THEN", "BUT", "AFTER", "BEFORE", "ABOUT", "APPROXIMATELY", "ONLY", "IN", "FOR",
        "WITHIN",
        "WHEN", "WHILE", "DURING", "MORE", "MAXIMUM", "MINIMUM", "PASSING", "REACHING", "SPEED", "EXPECT", "WAIT",
        "HOLD",
        "DELAY", "LATER", "NOW", "UP", "DOWN", "AGAIN", "LOCAL", "STATUTE", "HALF",
        "ПЛЮС", "МИНУС", "ИЛИ", "ПОСЛЕ", "ПЕРЕД", "ЧЕРЕЗ", "ПРИМЕРНО", "ОКОЛО", "ЗАТЕМ", "ПОТОМ", "ТОЛЬКО", "КОГДА",
        "ПОКА",
        "ПРИ", "СКОРОСТЬ", "ЖДИТЕ", "МСК", "ПОЗЖЕ", "СЕЙЧАС", "НО", "А",
        "DEGIL", "DEĞIL", "HAYIR", "YOK",
    ]

    /// Units, directions, and the words between which values stand.
    static let structure: Set<String> = [
        "LEFT", "RIGHT", "FROM", "UNTIL", "TO", "AT", "OF", "ON", "HEADING", "FLIGHT", "LEVEL", "FEET", "FOOT", "FT",
        "METRES", "METRE", "NAUTICAL", "MILES", "MILE", "NM", "KM", "KILOMETRES", "KILOMETRE", "DEGREES", "DEGREE",
        "KNOTS", "KNOT", "HUNDRED", "THOUSAND", "DECIMAL", "POINT", "MHZ", "QNH", "QFE", "STD", "ACTIVE", "DUE",
        "TRACK", "MESSAGE", "BY", "OPPOSITE", "SAME", "CLIMB", "DESCEND", "TURN", "MAINTAIN", "LESS", "GREATER",
        "ABOVE",
        "BELOW", "AND", "CLOCK", "QUOTE", "UNQUOTE", "IMMEDIATELY", "DIRECTION", "MAYDAY", "ROGER", "WILCO", "AFFIRM",
        "HPA", "KT", "ALTITUDE", "REQUEST", "CONFIRM", "REPORT", "CONTACT", "MONITOR", "SAY", "SQUAWK", "STAND",
        "CHECK",
        "TRAFFIC", "AREA", "RESTORED", "SUSPENDED", "ORBIT", "PROCEED", "CONTINUE", "STOP", "TERMINATE", "ZONE",
        "CLEAR",
        "HAZARD",
        "CONFLICT", "KNOCK", "ABORT", "TCAS", "EMERGENCY", "UTC", "CLIMBING", "DESCENDING", "CROSSING", "OVERTAKING",
        "UNKNOWN", "ASK", "PASS", "CREW", "TYPE", "MINUTES", "SECONDS",
        "ВЛЕВО", "ВПРАВО", "СЛЕВА", "СПРАВА", "НАЛЕВО", "НАПРАВО", "С", "ДО", "ОТ", "В", "НА", "К", "И", "ИЗ", "ЗА",
        "ПО",
        "КУРС", "ЭШЕЛОН", "ЭШЕЛОНА", "ЭШЕЛОНЕ", "МЕТР", "МЕТРОВ", "МЕТРА", "ФУТ", "ФУТОВ", "ФУТА", "МИЛЬ", "МИЛИ",
        "МИЛЯ", "МОРСКИХ", "МОРСКИЕ", "МОРСКАЯ", "КМ", "М", "КИЛОМЕТР", "КИЛОМЕТРОВ", "КИЛОМЕТРА", "ГРАДУСОВ",
        "ГРАДУСА",
        "ГРАДУС", "УЗЛОВ", "ТЫСЯЧ", "ТЫСЯЧИ", "ТЫСЯЧА", "ЗАПЯТАЯ", "ТОЧКА", "ДЕЙСТВУЕТ", "БОРТ", "СООБЩЕНИЕ", "ВЫШЕ",
        "НИЖЕ", "БОЛЕЕ", "МЕНЕЕ", "БОЛЬШЕ", "МЕНЬШЕ", "ВСТРЕЧНОМ", "ПОПУТНОМ", "НЕМЕДЛЕННО", "ДА", "ПОНЯЛ", "ВЫПОЛНЯЮ",
        "НАБИРАЙТЕ", "СНИЖАЙТЕСЬ", "РЕШЕНИЮ", "ЧАСОВ", "ЧАСА", "ЧАС", "МИНУТ", "МИНУТЫ", "ЗОНА", "ЗОНЕ", "ВЫСОТА",
        "ОЖИДАЙТЕ", "ПОДТВЕРДИТЕ", "ДОЛОЖИТЕ", "РАБОТАЙТЕ", "СЛУШАЙТЕ", "СООБЩИТЕ", "ПОВТОРИТЕ", "ПРЕКРАТИТЕ",
        "ПРЕКРАТИТЬ",
        "СОХРАНЯЙТЕ", "ВЫДЕРЖИВАЙТЕ", "СЛЕДУЙТЕ", "ВИРАЖ", "ОПАСНОСТЬ", "БЕДСТВИЕ", "ЗОНЫ", "ПОВТОРЯЮ", "ПРОВЕРЬТЕ",
        "РАЙОН", "РАЙОНЕ", "РАЙОНУ", "ТЕКСТ", "КОНЕЦ", "ЭКИПАЖУ", "ПРОШУ", "ВЫСОТЕ", "НЕИЗВЕСТЕН", "ТИП", "СНИЖЕНИЕ",
        "ВЫПОЛНЯЕТСЯ",
        "DERECE", "SOLA", "SAGA", "MIL", "FIT", "SEVIYESI", "UCUS", "METRE", "SAAT",
    ]

    /// All of them.
    static let all = negations.union(structure)
}
