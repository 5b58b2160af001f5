/// What is remembered of several writers, each of whom has room of its own: one that writes without end pushes out only what is its
/// own.
struct Remembered<Value: Sendable>: Sendable {
    /// Whose it is: what we write to a peer and what it writes to us are kept apart.
    struct Writer: Sendable, Hashable {
        /// The other party.
        var peer: String
        /// Whether we wrote it.
        var isOurs: Bool
    }

    private struct Item: Sendable {
        var number: Int
        var value: Value
    }

    private var items: [String: Item] = [:]
    private var order: [Writer: [String]] = [:]
    private var count = 0
    private let most: Int

    /// - Parameter most: how many are remembered of each writer.
    init(most: Int) { self.most = max(1, most) }

    /// What is remembered under a key; nil: nothing.
    subscript(key: String) -> Value? { items[key]?.value }

    /// All that is remembered, in no order.
    var values: [Value] { items.values.map(\.value) }

    /// The newest of each writer, the newest first.
    func newest(_ each: Int = .max) -> [Value] {
        order.values.flatMap { $0.suffix(each) }.compactMap { items[$0] }.sorted { $0.number > $1.number }.map(\.value)
    }

    /// Remembers a value. One that is there under the key is replaced where it stands.
    ///
    /// - Parameter mayGo: what is over: the oldest of that writer goes first when there is no room, and the oldest of all if none is.
    mutating func keep(_ value: Value, as key: String, of writer: Writer, mayGo: (Value) -> Bool) {
        guard items[key] == nil else {
            items[key]?.value = value
            return
        }
        count += 1
        items[key] = Item(number: count, value: value)
        order[writer, default: []].append(key)
        guard let keys = order[writer], keys.count > most else { return }
        let place = keys.firstIndex { items[$0].map { mayGo($0.value) } ?? true } ?? 0
        items[keys[place]] = nil
        order[writer]?.remove(at: place)
    }

    /// Changes what is remembered under a key, if there is anything.
    mutating func change(_ key: String, _ body: (inout Value) -> Void) {
        guard var item = items[key] else { return }
        body(&item.value)
        items[key] = item
    }

    /// Changes all that is remembered, and says whether anything was changed.
    mutating func changeAll(_ body: (inout Value) -> Bool) -> Bool {
        var isChanged = false
        for (key, var item) in items where body(&item.value) {
            items[key] = item
            isChanged = true
        }
        return isChanged
    }
}
