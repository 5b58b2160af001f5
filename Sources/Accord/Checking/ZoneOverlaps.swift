import Airspace

/// Which zones may share air at some time, and whether they stay within the area.
///
/// What is needed of an outline is made once, and how much is compared in all is bounded: the document may be a stranger's.
struct ZoneOverlaps {
    /// As often is a place compared with an edge at most: two hundred zones of ten corners in an area of five hundred need eight million.
    /// Some seconds, where each needs a geodesic.
    static let mostComparisons = 10_000_000

    private let area: Outline
    private var outlines: [String: Outline] = [:]
    private var answers: [Pair: Bool] = [:]
    private var comparisons = 0
    private let most: Int

    /// Whether there was more to compare than is compared; what was left over counts as apart.
    var isExhausted: Bool { comparisons > most }

    /// For the zones of an agreement with this area.
    init(area: Volume, most: Int = ZoneOverlaps.mostComparisons) {
        self.area = Outline(area.footprint)
        self.most = most
    }

    /// Whether a zone stays within the area, looked at from above.
    mutating func staysInside(_ zone: AgreedZone) -> Bool {
        let inner = outline(of: zone)
        let outer = area
        for place in inner.places where !contains(place, in: outer) { return isExhausted }
        return true
    }

    /// Whether two zones may share air at some time.
    mutating func mayMeet(_ one: AgreedZone, _ other: AgreedZone) -> Bool {
        guard Self.levelsMeet(one.volume, other.volume), Self.timesMeet(one, other) else { return false }
        let pair = Pair(one.identifier, other.identifier)
        if let answer = answers[pair] { return answer }
        let (here, there) = (outline(of: one), outline(of: other))
        let answer = meet(here, there)
        answers[pair] = answer
        return answer
    }

    private mutating func meet(_ one: Outline, _ other: Outline) -> Bool {
        if one.isApart(from: other) { return false }
        for place in one.places where contains(place, in: other) { return true }
        for place in other.places where contains(place, in: one) { return true }
        return false
    }

    private mutating func contains(_ place: GeodeticPosition, in outline: Outline) -> Bool {
        guard !isExhausted else { return false }
        comparisons += outline.edges
        return outline.tester.contains(place)
    }

    private mutating func outline(of zone: AgreedZone) -> Outline {
        if let made = outlines[zone.identifier] { return made }
        let made = Outline(zone.volume.footprint)
        outlines[zone.identifier] = made
        return made
    }

    private static func levelsMeet(_ one: Volume, _ other: Volume) -> Bool {
        func isAbove(_ lower: Altitude?, _ upper: Altitude?) -> Bool {
            guard let lower, let upper, lower.datum == upper.datum else { return false }
            return lower.feet >= upper.feet
        }
        return !isAbove(one.lower, other.upper) && !isAbove(other.lower, one.upper)
    }

    private static func timesMeet(_ one: AgreedZone, _ other: AgreedZone) -> Bool {
        guard one.activators.isEmpty, other.activators.isEmpty else { return true }
        return one.activeUnixSeconds.contains { period in other.activeUnixSeconds.contains { $0.overlaps(period) } }
    }
}

extension ZoneOverlaps {
    /// Two zones, whichever is named first.
    private struct Pair: Hashable {
        let first: String
        let second: String

        init(_ one: String, _ other: String) {
            first = min(one, other)
            second = max(one, other)
        }
    }

    /// An outline made ready for being compared with others.
    private struct Outline {
        let places: [GeodeticPosition]
        let tester: VolumeTester
        /// How many edges a place is compared with.
        let edges: Int
        /// A circle around it; nil: it has none that would help.
        private let around: (centre: GeodeticPosition, radiusMetres: Double)?

        /// In a circle of a larger radius the shortest way between two corners may lead out of it.
        private static let largestRadiusMetres = 5_000_000.0

        init(_ footprint: Footprint) {
            places = OutlineSamples.places(of: footprint)
            tester = VolumeTester(Volume(footprint: footprint))
            switch footprint {
            case .everywhere:
                edges = 1
                around = nil
            case .circle(let centre, let radiusMetres):
                edges = 1
                around = (centre, radiusMetres)
            case .polygon(let corners):
                edges = corners.count
                let centre = OutlineSamples.middle(of: corners)
                let radius = corners.reduce(0.0) { max($0, $1.distanceMetres(to: centre)) }
                if radius < Self.largestRadiusMetres { around = (centre, radius) } else { around = nil }
            }
        }

        /// Whether it is surely apart from another one.
        func isApart(from other: Outline) -> Bool {
            guard let around, let there = other.around else { return false }
            // The earth is no sphere: by a hundredth an edge may bulge out of its circle.
            return around.centre.distanceMetres(to: there.centre)
                > 1.01 * (around.radiusMetres + there.radiusMetres)
        }
    }
}
