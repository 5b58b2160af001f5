/// A volume made ready for asking about many places: the same answers as `Footprint.contains`, most of them for the price of a projection.
///
/// A polygon is projected from the earth's centre onto the plane that touches at its middle, where an edge is all but straight; what lies closer
/// to an edge than the edge may bend is decided by the geodesics themselves.
public struct VolumeTester: Sendable {
    /// The volume.
    public let volume: Volume
    private let shape: Shape
    private let lowerFeet: ClosedRange<Double>
    private let upperFeet: ClosedRange<Double>

    private enum Shape: Sendable {
        case everywhere
        case circle(centre: EarthCentred, farChordSquared: Double, nearChordSquared: Double)
        case polygon(PlanePolygon)
        /// Larger than a projection can hold.
        case exact
    }

    /// Makes `volume` ready.
    public init(_ volume: Volume) {
        self.volume = volume
        lowerFeet = volume.lower?.pressureBoundsFeet ?? -Double.infinity ... -Double.infinity
        upperFeet = volume.upper?.pressureBoundsFeet ?? Double.infinity...Double.infinity
        switch volume.footprint {
        case .everywhere:
            shape = .everywhere
        case .circle(let centre, let radiusMetres):
            // A chord is shorter than its arc, by less than a thousandth up to 900 km.
            let far = radiusMetres + 1
            let near = max(0, radiusMetres * (radiusMetres < 900_000 ? 0.999 : 0.5) - 1)
            shape = .circle(
                centre: EarthCentred(footOf: centre), farChordSquared: far * far, nearChordSquared: near * near)
        case .polygon(let corners):
            shape = PlanePolygon(corners).map { .polygon($0) } ?? .exact
        }
    }

    /// Whether a place is inside the outline.
    public func contains(_ position: GeodeticPosition) -> Bool {
        switch shape {
        case .everywhere:
            return true
        case .circle(let centre, let far, let near):
            let chordSquared = EarthCentred(footOf: position).chordSquared(to: centre)
            if chordSquared > far { return false }
            if chordSquared < near { return true }
        case .polygon(let polygon):
            if let answer = polygon.contains(EarthCentred(footOf: position)) { return answer }
        case .exact:
            break
        }
        return volume.footprint.contains(position)
    }

    /// Whether an aircraft may be inside: some level that it may have is.
    public func mayContain(_ position: GeodeticPosition, level: Level) -> Bool {
        let bounds = level.boundsFeet
        guard bounds.upperBound >= lowerFeet.lowerBound, bounds.lowerBound <= upperFeet.upperBound else { return false }
        return contains(position)
    }

    /// Whether an aircraft is surely inside: every level that it may have is.
    public func surelyContains(_ position: GeodeticPosition, level: Level) -> Bool {
        let bounds = level.boundsFeet
        guard bounds.lowerBound >= lowerFeet.upperBound, bounds.upperBound <= upperFeet.lowerBound else { return false }
        return contains(position)
    }
}
