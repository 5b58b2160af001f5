import TestSupport
import Testing

@testable import Phraseology

/// Generates values of every kind, edges included.
struct ValueGenerator {
    var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func element(_ definition: CatalogueElement) throws -> MessageElement {
        for _ in 0..<50 {
            var values: [String: Value] = [:]
            for parameter in definition.parameters where parameter.isRequired || Bool.random(using: &random) {
                values[parameter.name] = value(parameter.kind)
            }
            if let element = try? MessageElement(definition, values) { return element }
        }
        throw PhraseologyError.message(reason: "no values agree for \(definition.code)")
    }

    private mutating func pick<T>(_ values: [T]) -> T? { values.randomElement(using: &random) }
    private mutating func int(_ bounds: ClosedRange<Int>) -> Int { Int.random(in: bounds, using: &random) }

    mutating func value(_ kind: ParameterKind) -> Value? {
        switch kind {
        case .clock:
            Bool.random(using: &random)
                ? .clock(int(1...12))
                : .offNose(degrees: int(1...180), side: Bool.random(using: &random) ? .left : .right)
        case .number(let bounds): .number(int(bounds))
        case .heading: .heading(int(0...360))
        case .degrees: .number(int(1...360))
        case .quantity(let units): quantity(units).map(Value.quantity)
        case .level(let reference): level(reference: reference).map(Value.vertical)
        case .flightLevel: .vertical(.flightLevel(int(10...999)))
        case .levels: limits()
        case .reference: reference().map(Value.reference)
        case .time: time().map(Value.time)
        case .times: times()
        case .frequency: frequency().map(Value.frequency)
        case .channel: Bool.random(using: &random) ? frequency().map(Value.frequency) : name().map(Value.name)
        case .squawk: .squawk((0..<4).map { _ in String(int(0...7)) }.joined())
        case .mach: .mach(ExactDecimal(significand: int(20...399), fractionDigits: 2))
        case .choice(let choices): pick(choices).map(Value.choice)
        case .word(let vocabulary, let text):
            text && int(0...3) == 0
                ? .text(pick(["strong wind", "Лёд на крыле", "hold 5 minutes, then call"]) ?? "")
                : pick(vocabulary.codes).map(Value.choice)
        case .aircraftType:
            Bool.random(using: &random)
                ? pick(Vocabulary.aircraftClass.codes).map(Value.choice)
                : pick(["B738", "SU25", "A20N", "C130", "СУ24"]).flatMap { Name($0) }.map(Value.name)
        case .name: name().map(Value.name)
        case .pair:
            if let first = name(), let second = name() { .pair(first, second) } else { nil }
        case .place: place().map(Value.place)
        }
    }

    private mutating func quantity(_ units: Set<CountedUnit>) -> Quantity? {
        guard let unit = pick(units.sorted { $0.rawValue < $1.rawValue }) else { return nil }
        let number =
            switch int(0...4) {
            case 0: ExactDecimal(significand: int(1...999), fractionDigits: 1)
            case 1: ExactDecimal(significand: int(1...30))
            case 2: ExactDecimal(significand: int(1...200) * 100)
            case 3: ExactDecimal(significand: int(1...9_999), fractionDigits: 2)
            default: ExactDecimal(significand: int(0...20_000))
            }
        return Quantity(number, unit)
    }

    private mutating func level(reference: Bool) -> VerticalPosition? {
        switch int(0...7) {
        case 0: .surface
        case 1: .unknown
        case 2, 3, 4: .flightLevel(int(10...999))
        default:
            .height(
                Quantity(
                    ExactDecimal(significand: Bool.random(using: &random) ? int(1...400) * 50 : int(0...20_000)),
                    Bool.random(using: &random) ? .metre : .foot),
                reference && Bool.random(using: &random) ? self.reference() : nil)
        }
    }

    private mutating func limits() -> Value? {
        guard let lower = level(reference: true), let upper = level(reference: true) else { return nil }
        return .verticalRange(lower, upper)
    }

    private mutating func reference() -> PressureReference? {
        switch int(0...4) {
        case 0: PressureReference(.standard)
        case 1: PressureReference(.qnh)
        case 2: PressureReference(.qfe)
        case 3: PressureReference(.qnh, hectopascals: int(850...1085))
        default: PressureReference(.qfe, hectopascals: int(850...1085))
        }
    }

    private mutating func time() -> TimeOfDay? {
        TimeOfDay(hour: int(0...23), minute: int(0...59), second: int(0...3) == 0 ? int(0...59) : nil)
    }

    private mutating func times() -> Value? {
        guard let from = time(), let until = time() else { return nil }
        return .timeRange(from, until)
    }

    private mutating func frequency() -> RadioFrequency? {
        RadioFrequency(
            kilohertz: Bool.random(using: &random) ? 118_000 + 5 * int(0...3_795) : 225_000 + 25 * int(0...7_000))
    }

    mutating func name() -> Name? {
        let words = [
            "KILO", "A1", "VIPER 11", "AFR123", "EAST CONTROL", "ВОСТОК", "ЗАРЯ 5", "411", "RSD 7045", "Б2", "ALFA",
            "ORBEX", "УЖУР", "SECTOR 12B", "0712", "2005",
        ]
        return pick(words).flatMap { Name($0) }
    }

    private mutating func place() -> Place? {
        switch int(0...2) {
        case 0: return name().map(Place.point)
        case 1:
            guard let distance = quantity(CountedUnit.horizontal), let compass = pick(Compass.allCases),
                let name = name()
            else { return nil }
            return .from(distance, compass, name)
        default: return .coordinates(latitudeMinutes: int(-5_400...5_400), longitudeMinutes: int(-10_800...10_800))
        }
    }
}
