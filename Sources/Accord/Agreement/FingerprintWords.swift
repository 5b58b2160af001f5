/// The words of fingerprints: 256 everyday nouns in English, and their Russian counterparts in the same order.
///
/// The list is part of what two people compare: a word must never change its place.
enum FingerprintWords {
    static func list(_ language: AccordLanguage) -> [String] { language == .english ? english : russian }

    private static let english = words(
        """
        acorn amber anchor apple apron autumn badger baker bamboo banana barley basket bath bay beach bear beard
        beaver beetle bell belt bench berry bicycle birch blanket boat bone book boot bottle box branch bread brick
        bridge broom brush bucket butter button cabbage camel canal candle candy carpet carrot castle cat cedar
        ceiling cellar chain chalk cheese cherry chess chicken chin circus clay clock cloud clover coal coffee coin
        compass copper coral cork corn cow crab cream crow crystal cucumber cup curtain dance daughter desert
        diamond dinner doctor dog dolphin door dragon dress drum duck eagle egg elbow elephant evening family
        feather fence fern ferry field finger fish flag flower flute fog forest fork fountain fox friend frog frost
        garden garlic gate giraffe glacier glass glove goat gold goose grape grass guitar hammer harbour harp hat
        hawk heart hedgehog hill holiday honey horse house iron island jacket jar jungle kettle key kitchen knee
        knife ladder lake lamp lantern lemon letter library lighthouse lion lizard lobster magnet map maple marble
        market meadow melon milk mill mirror monkey moon morning mountain mouse mushroom music needle nest oak ocean
        onion orange orchestra oven owl paint palace palm paper parrot pear pearl pencil pepper piano picture pillow
        pine plum pocket potato queen rabbit rain rainbow river road roof root rope rose saddle salt sand scarf
        school shadow sheep shell shirt shoe silver snow soap spider spoon spring star stone sugar summer table
        tiger tomato tooth towel tower train tree tulip umbrella village violin wagon wall water whale wheat window
        winter wolf
        """)

    private static let russian = words(
        """
        жёлудь янтарь якорь яблоко фартук осень барсук пекарь бамбук банан ячмень корзина ванна залив пляж медведь
        борода бобр жук колокол ремень скамейка ягода велосипед берёза одеяло лодка кость книга сапог бутылка
        коробка ветка хлеб кирпич мост метла щётка ведро масло пуговица капуста верблюд канал свеча конфета ковёр
        морковь замок кошка кедр потолок погреб цепь мел сыр вишня шахматы курица подбородок цирк глина часы облако
        клевер уголь кофе монета компас медь коралл пробка кукуруза корова краб сливки ворона кристалл огурец чашка
        занавеска танец дочь пустыня алмаз ужин врач собака дельфин дверь дракон платье барабан утка орёл яйцо
        локоть слон вечер семья перо забор папоротник паром поле палец рыба флаг цветок флейта туман лес вилка
        фонтан лиса друг лягушка мороз сад чеснок ворота жираф ледник стекло перчатка коза золото гусь виноград
        трава гитара молоток гавань арфа шляпа ястреб сердце ёж холм праздник мёд лошадь дом железо остров куртка
        банка джунгли чайник ключ кухня колено нож лестница озеро лампа фонарь лимон письмо библиотека маяк лев
        ящерица омар магнит карта клён мрамор рынок луг дыня молоко мельница зеркало обезьяна луна утро гора мышь
        гриб музыка игла гнездо дуб океан лук апельсин оркестр печь сова краска дворец пальма бумага попугай груша
        жемчуг карандаш перец рояль картина подушка сосна слива карман картофель королева кролик дождь радуга река
        дорога крыша корень верёвка роза седло соль песок шарф школа тень овца ракушка рубашка туфля серебро снег
        мыло паук ложка весна звезда камень сахар лето стол тигр помидор зуб полотенце башня поезд дерево тюльпан
        зонт деревня скрипка вагон стена вода кит пшеница окно зима волк
        """)

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
