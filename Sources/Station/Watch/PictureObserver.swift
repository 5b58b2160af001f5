/// Sees every second of the picture as it is worked: what a node writes down and what it discloses begins here.
///
/// Called on the picture's own actor, so it returns at once: it hands over to a queue of its own, which is bounded.
protocol PictureObserver: Sendable {
    /// - Parameters:
    ///   - second: tracks, alerts and encounters of one picture second.
    ///   - isRunUp: the second only leads up to a jump in a replay; nobody was shown it.
    func see(_ second: PictureSecond, isRunUp: Bool)
}
