/// Connections whose handshake is not over, the oldest first. Anybody can open them, so one more makes another give way, and
/// no stranger keeps a peer out by waiting. Pure.
struct UnfinishedHandshakes<Identifier: Hashable & Sendable>: Sendable {
    /// In all: a peer's handshake is over in some round trips, and no station has so many peers that come at once.
    static var most: Int { 64 }
    /// Of one address: a station opens one or two connections at a time, and several may stand behind one address.
    static var mostOfOne: Int { 8 }

    private var waiting: [(identifier: Identifier, address: String)] = []

    /// None yet.
    init() {}

    /// How many there are.
    var count: Int { waiting.count }

    /// A connection came.
    ///
    /// - Returns: the one that gives way to it: the oldest of the same address if that has too many, or else, if there are too
    ///   many in all, the oldest of the address that has the most.
    mutating func enter(_ identifier: Identifier, from address: String) -> Identifier? {
        defer { waiting.append((identifier, address)) }
        if waiting.count(where: { $0.address == address }) >= Self.mostOfOne { return dropOldest(of: address) }
        guard waiting.count >= Self.most else { return nil }
        let counts = Dictionary(waiting.map { ($0.address, 1) }, uniquingKeysWith: +)
        let largest = counts.values.max() ?? 0
        return waiting.first { counts[$0.address] == largest }.flatMap { dropOldest(of: $0.address) }
    }

    /// A handshake is over, one way or the other.
    mutating func leave(_ identifier: Identifier) { waiting.removeAll { $0.identifier == identifier } }

    private mutating func dropOldest(of address: String) -> Identifier? {
        waiting.firstIndex { $0.address == address }.map { waiting.remove(at: $0).identifier }
    }
}
