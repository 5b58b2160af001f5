/// What peers have begun, such as agreements, plans and claims, of which they can make up as many as they like.
///
/// Each has room of its own: one that begins things without end pushes out what is its own alone, and nothing that another party or
/// our people have had a hand in.
struct BegunByPeers: Sendable {
    private var names: [String: [String]] = [:]
    private let most: Int

    /// - Parameter most: how many are remembered of each peer.
    init(most: Int) { self.most = max(1, most) }

    /// Notes that a peer has a hand in something.
    ///
    /// - Parameter isOurs: whether our people have one in it too: that stays.
    /// - Returns: what is to be forgotten for it.
    mutating func note(_ name: String, by peer: String, isOurs: (String) -> Bool) -> [String] {
        guard names[peer]?.contains(name) != true, !isOurs(name) else { return [] }
        var theirs = (names[peer] ?? []).filter { !isOurs($0) }
        let over = Array(theirs.prefix(max(0, theirs.count + 1 - most)))
        theirs.removeFirst(over.count)
        theirs.append(name)
        names[peer] = theirs
        return over.filter { name in !names.values.contains { $0.contains(name) } }
    }
}
