/// Finds emergency codes among the tracks, and lets no single corrupt one through: a code counts once two reports carried it.
struct EmergencyMonitor: Sendable, Hashable {
}
