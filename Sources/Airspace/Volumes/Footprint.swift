/// The horizontal outline of a volume.
public enum Footprint: Sendable, Hashable {
    /// All within `radiusMetres` of `centre`, WGS-84.
    case circle(centre: GeodeticPosition, radiusMetres: Double)
    /// Inside a simple polygon whose edges are geodesics; at least three corners, not closed.
    case polygon([GeodeticPosition])
    /// The whole earth.
    case everywhere
}
