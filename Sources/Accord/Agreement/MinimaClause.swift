public import Separation

/// Distances that must be kept: everywhere or in a zone, between all or between two classes.
///
/// The datum is the pressure altitude and the rule `measure/1`; a document says both, so that nobody assumes others.
public struct MinimaClause: Sendable, Hashable {
    /// What it is called, unique in its agreement.
    public var name: String
    /// The distances.
    public var minima: Minima
    /// The zone in which it holds; nil: everywhere.
    public var zone: String?
    /// Between which classes; nil: all.
    public var classes: ClassPair?
}
