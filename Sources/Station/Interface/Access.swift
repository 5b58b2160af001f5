import Accord

/// Who may call a route. It holds in a node, whose operators have names and roles; `parley watch` has none and asks nothing.
enum Access: Sendable, Hashable {
    /// Whoever reaches the port: signing in, and signs of life.
    case open
    /// Whoever is on this machine, and whoever has signed in: figures for those who keep it running.
    case machine
    /// Whoever has signed in, also when the session has expired since: an expired session never hides the picture.
    case viewer
    /// An operator with one of these roles and a session that holds. With no role it is nobody.
    case roles(Set<Role>)

    /// Every role that a person can have.
    static let everyRole: Set<Role> = Set(Role.allCases).subtracting([.station])

    /// Every role that acts: all but the observer.
    static let actingRoles: Set<Role> = everyRole.subtracting([.observer])
}
