public import Airspace
import Separation

extension Length {
    /// The length in words of both languages, to three decimals: `5 nautical miles`, «5 морских миль».
    public func words(_ form: CountCase) -> BilingualText { Wording.length(self, form) }
}

/// The quantities of an agreement in words of both languages.
enum Wording {
    static func length(_ length: Length, _ form: CountCase) -> BilingualText {
        let noun: CountedNoun =
            switch length.unit {
            case .metres: .metre
            case .kilometres: .kilometre
            case .feet: .foot
            case .nauticalMiles: .nauticalMile
            }
        return counted(noun, length.value, form)
    }

    /// A length of so many metres: in nautical miles when that is a round number of them, else in metres.
    static func metres(_ metres: Double, _ form: CountCase) -> BilingualText {
        let miles = (metres / 1852 * 100).rounded() / 100
        return abs(miles * 1852 - metres) < 0.01
            ? counted(.nauticalMile, miles, form) : counted(.metre, metres, form)
    }

    /// A span of time in the largest unit that it is a whole number of.
    static func span(_ seconds: Double, _ form: CountCase) -> BilingualText {
        for (noun, size) in [(CountedNoun.day, 86_400.0), (.hour, 3_600), (.minute, 60)] {
            // 60 s and 90 min are said as written by most people.
            let isLarge = seconds > size || size == 3_600 || size == 86_400
            if seconds >= size, isLarge, (seconds / size).rounded() == seconds / size {
                return counted(noun, seconds / size, form)
            }
        }
        return counted(.second, seconds, form)
    }

    /// How often once: `a day`, `in 5 seconds`; «в сутки», «в 5 секунд».
    static func every(_ seconds: Double) -> BilingualText {
        switch seconds {
        case 1: BilingualText(english: "a second", russian: "в секунду")
        case 60: BilingualText(english: "a minute", russian: "в минуту")
        case 3_600: BilingualText(english: "an hour", russian: "в час")
        case 86_400: BilingualText(english: "a day", russian: "в сутки")
        default:
            BilingualText(
                english: "in \(span(seconds, .accusative).english)", russian: "в \(span(seconds, .accusative).russian)")
        }
    }

    static func counted(_ noun: CountedNoun, _ value: Double, _ form: CountCase) -> BilingualText {
        BilingualText(english: noun.english(value), russian: noun.russian(value, form))
    }

    /// `1 October 2021, 00:00 UTC`, «1 октября 2021 года, 00:00 UTC»; seconds where there are any.
    static func time(_ unixSeconds: Double) -> BilingualText {
        let text = UTCTime.string(unixSeconds: unixSeconds)
        let parts = text.split(whereSeparator: { "-T".contains($0) })
        guard parts.count == 4, let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month) else {
            return BilingualText(english: text, russian: text)
        }
        let clock = parts[3].hasSuffix(":00Z") ? parts[3].dropLast(4) : parts[3].dropLast()
        let english = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let russian = [
            "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
            "декабря",
        ]
        return BilingualText(
            english: "\(day) \(english[month - 1]) \(parts[0]), \(clock) UTC",
            russian: "\(day) \(russian[month - 1]) \(parts[0]) года, \(clock) UTC")
    }

    /// `from flight level 100 to 6,000 feet`, «от эшелона 100 до 6000 футов».
    static func levels(_ lower: Altitude?, _ upper: Altitude?) -> BilingualText {
        let floor = lower.map(level) ?? BilingualText(english: "the ground", russian: "земли")
        guard let upper else {
            return BilingualText(
                english: "from \(floor.english) without upper limit",
                russian: "от \(floor.russian) без ограничения по высоте")
        }
        let ceiling = level(upper)
        return BilingualText(
            english: "from \(floor.english) to \(ceiling.english)", russian: "от \(floor.russian) до \(ceiling.russian)"
        )
    }

    /// A level; the Russian in the genitive.
    private static func level(_ altitude: Altitude) -> BilingualText {
        let hundreds = altitude.feet / 100
        if altitude.datum == .pressure, altitude.feet >= 10_000, hundreds == hundreds.rounded(), hundreds < 1_000 {
            let digits = String(Int(hundreds))
            let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
            return BilingualText(english: "flight level \(padded)", russian: "эшелона \(padded)")
        }
        let feet = counted(.foot, altitude.feet, .genitive)
        let (english, russian) =
            switch altitude.datum {
            case .pressure: ("pressure altitude", "по стандартному давлению")
            case .ellipsoid: ("above the WGS-84 ellipsoid", "над эллипсоидом WGS-84")
            case .qnh(let pressure): ("QNH \(PlainNumber.english(pressure))", "QNH \(PlainNumber.russian(pressure))")
            case .qfe(let pressure): ("QFE \(PlainNumber.english(pressure))", "QFE \(PlainNumber.russian(pressure))")
            }
        return BilingualText(english: "\(feet.english) (\(english))", russian: "\(feet.russian) (\(russian))")
    }

    /// `49.6° N, 2.4° E`, «49,6° с. ш., 2,4° в. д.».
    static func place(_ position: GeodeticPosition) -> BilingualText {
        func degrees(_ value: Double) -> BilingualText {
            let russian = PlainNumber.exact(abs(value))
            return BilingualText(english: russian.replacing(",", with: "."), russian: russian)
        }
        let latitude = degrees(position.latitudeDegrees)
        let longitude = degrees(position.longitudeDegrees)
        let isNorth = position.latitudeDegrees >= 0
        let isEast = position.longitudeDegrees >= 0
        let northSouth = isNorth ? "с. ш." : "ю. ш."
        let eastWest = isEast ? "в. д." : "з. д."
        return BilingualText(
            english: "\(latitude.english)° \(isNorth ? "N" : "S"), \(longitude.english)° \(isEast ? "E" : "W")",
            russian: "\(latitude.russian)° \(northSouth), \(longitude.russian)° \(eastWest)")
    }

    static func outline(_ footprint: Footprint) -> BilingualText {
        switch footprint {
        case .everywhere: return BilingualText(english: "everywhere", russian: "везде")
        case .circle(let centre, let radiusMetres):
            let place = place(centre)
            let radius = metres(radiusMetres, .nominative)
            return BilingualText(
                english: "a circle around \(place.english), radius \(radius.english)",
                russian: "круг с центром \(place.russian), радиус \(radius.russian)")
        case .polygon(let corners):
            let places = corners.map(place)
            return BilingualText(
                english: "a polygon with the corners " + places.map(\.english).joined(separator: "; "),
                russian: "многоугольник с вершинами " + places.map(\.russian).joined(separator: "; "))
        }
    }

    /// `WEST, EAST and SOUTH`, «WEST, EAST и SOUTH».
    static func list(_ names: [String], or isChoice: Bool = false) -> BilingualText {
        guard names.count > 1, let last = names.last else {
            return BilingualText(english: names.first ?? "nobody", russian: names.first ?? "никто")
        }
        let head = names.dropLast().joined(separator: ", ")
        return BilingualText(
            english: "\(head) \(isChoice ? "or" : "and") \(last)", russian: "\(head) \(isChoice ? "или" : "и") \(last)")
    }

    static func language(_ code: String) -> BilingualText {
        switch code {
        case "en": BilingualText(english: "English", russian: "английский")
        case "ru": BilingualText(english: "Russian", russian: "русский")
        case "fr": BilingualText(english: "French", russian: "французский")
        case "tr": BilingualText(english: "Turkish", russian: "турецкий")
        case "ar": BilingualText(english: "Arabic", russian: "арабский")
        case "he": BilingualText(english: "Hebrew", russian: "иврит")
        case "uk": BilingualText(english: "Ukrainian", russian: "украинский")
        default: BilingualText(english: code, russian: code)
        }
    }
}
