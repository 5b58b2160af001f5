extension Russian {
    /// The Russian words of every vocabulary; the first phrase is the one that is rendered.
    static let vocabularies: [Vocabulary: [VocabularyWord]] = [
        .compass: compass,
        .deviation: compass + [VocabularyWord("left", "ВЛЕВО"), VocabularyWord("right", "ВПРАВО")],
        .motion: [
            VocabularyWord(
                "opposite", "ВО ВСТРЕЧНОМ НАПРАВЛЕНИИ", "ВСТРЕЧНЫЙ", "НА ВСТРЕЧНОМ КУРСЕ", "ВСТРЕЧНЫМ КУРСОМ",
                "ВСТРЕЧНОЕ НАПРАВЛЕНИЕ"),
            VocabularyWord(
                "same", "В ПОПУТНОМ НАПРАВЛЕНИИ", "ПОПУТНЫЙ", "НА ПОПУТНОМ КУРСЕ", "ПОПУТНЫМ КУРСОМ",
                "ПОПУТНОЕ НАПРАВЛЕНИЕ"),
            VocabularyWord("overtaking", "ОБГОНЯЕТ"),
            VocabularyWord("crossing-left-to-right", "ПЕРЕСЕКАЕТ СЛЕВА НАПРАВО"),
            VocabularyWord("crossing-right-to-left", "ПЕРЕСЕКАЕТ СПРАВА НАЛЕВО"),
            VocabularyWord("converging", "НА СХОДЯЩИХСЯ КУРСАХ", "НА СХОДЯЩЕМСЯ КУРСЕ"),
        ],
        .reason: [
            VocabularyWord("traffic", "ИЗ-ЗА ДВИЖЕНИЯ"),
            VocabularyWord(
                "airspace", "ИЗ-ЗА ОГРАНИЧЕНИЯ ВОЗДУШНОГО ПРОСТРАНСТВА", "ИЗ-ЗА ОГРАНИЧЕНИЙ ВОЗДУШНОГО ПРОСТРАНСТВА"),
            VocabularyWord("weather", "ИЗ-ЗА ПОГОДЫ", "ПО МЕТЕОУСЛОВИЯМ", "ИЗ-ЗА МЕТЕОУСЛОВИЙ"),
            VocabularyWord(
                "performance", "ПО ХАРАКТЕРИСТИКАМ ВОЗДУШНОГО СУДНА", "ИЗ-ЗА ХАРАКТЕРИСТИК ВОЗДУШНОГО СУДНА"),
            VocabularyWord("fuel", "ПО ОСТАТКУ ТОПЛИВА", "ИЗ-ЗА ОСТАТКА ТОПЛИВА"),
            VocabularyWord("technical", "ПО ТЕХНИЧЕСКИМ ПРИЧИНАМ", "ИЗ-ЗА ОТКАЗА ТЕХНИКИ"),
            VocabularyWord("terrain", "ИЗ-ЗА РЕЛЬЕФА МЕСТНОСТИ", "ИЗ-ЗА РЕЛЬЕФА"),
            VocabularyWord("resolution-advisory", "ПО РЕКОМЕНДАЦИИ TCAS", "ИЗ-ЗА РЕКОМЕНДАЦИИ TCAS"),
        ],
        .item: [
            VocabularyWord("heading", "КУРС", "ВАШ КУРС"), VocabularyWord("level", "ЭШЕЛОН", "ВЫСОТУ", "ВАШУ ВЫСОТУ"),
            VocabularyWord("speed", "СКОРОСТЬ", "ВАШУ СКОРОСТЬ"), VocabularyWord("position", "МЕСТО", "ВАШЕ МЕСТО"),
            VocabularyWord("frequency", "ЧАСТОТУ"), VocabularyWord("distance", "РАССТОЯНИЕ", "УДАЛЕНИЕ"),
            VocabularyWord("time", "ВРЕМЯ"), VocabularyWord("zone", "ЗОНУ"),
            VocabularyWord("call-sign", "ПОЗЫВНОЙ", "ВАШ ПОЗЫВНОЙ"),
            VocabularyWord("intentions", "НАМЕРЕНИЯ", "ВАШИ НАМЕРЕНИЯ"),
            VocabularyWord("all", "ВСЁ", "ВСЁ СООБЩЕНИЕ"),
        ],
        .nature: [
            VocabularyWord("engine-failure", "ОТКАЗ ДВИГАТЕЛЯ"), VocabularyWord("fire", "ПОЖАР НА БОРТУ", "ПОЖАР"),
            VocabularyWord("decompression", "РАЗГЕРМЕТИЗАЦИЯ"),
            VocabularyWord("medical", "БОЛЬНОЙ НА БОРТУ", "НУЖНА МЕДИЦИНСКАЯ ПОМОЩЬ"),
            VocabularyWord("fuel", "АВАРИЙНЫЙ ОСТАТОК ТОПЛИВА"), VocabularyWord("control", "ОТКАЗ УПРАВЛЕНИЯ"),
            VocabularyWord("ice", "СИЛЬНОЕ ОБЛЕДЕНЕНИЕ"), VocabularyWord("navigation", "ОТКАЗ НАВИГАЦИИ"),
            VocabularyWord("collision", "СТОЛКНОВЕНИЕ"),
        ],
        .intent: [
            VocabularyWord("landing", "ВЫПОЛНЯЮ ПОСАДКУ"), VocabularyWord("descending", "СНИЖАЮСЬ"),
            VocabularyWord("returning", "ВОЗВРАЩАЮСЬ НА БАЗУ", "ВОЗВРАЩАЮСЬ"),
            VocabularyWord("diverting", "УХОЖУ НА ЗАПАСНОЙ", "СЛЕДУЮ НА ЗАПАСНОЙ"),
            VocabularyWord("holding", "ОЖИДАЮ В ЗОНЕ"),
        ],
        .aircraftClass: [
            VocabularyWord("airliner", "АВИАЛАЙНЕР"), VocabularyWord("fighter", "ИСТРЕБИТЕЛЬ"),
            VocabularyWord("helicopter", "ВЕРТОЛЁТ"), VocabularyWord("drone", "БЕСПИЛОТНИК", "БЕСПИЛОТНЫЙ"),
            VocabularyWord("unknown", "ТИП НЕИЗВЕСТЕН"),
        ],
    ]

    private static let compass = [
        VocabularyWord("north", "К СЕВЕРУ", "СЕВЕРНЕЕ"),
        VocabularyWord("north-east", "К СЕВЕРО-ВОСТОКУ", "СЕВЕРО-ВОСТОЧНЕЕ"),
        VocabularyWord("east", "К ВОСТОКУ", "ВОСТОЧНЕЕ"),
        VocabularyWord("south-east", "К ЮГО-ВОСТОКУ", "ЮГО-ВОСТОЧНЕЕ"),
        VocabularyWord("south", "К ЮГУ", "ЮЖНЕЕ"),
        VocabularyWord("south-west", "К ЮГО-ЗАПАДУ", "ЮГО-ЗАПАДНЕЕ"),
        VocabularyWord("west", "К ЗАПАДУ", "ЗАПАДНЕЕ"),
        VocabularyWord("north-west", "К СЕВЕРО-ЗАПАДУ", "СЕВЕРО-ЗАПАДНЕЕ"),
    ]
}
