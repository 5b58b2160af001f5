/// Faults as they are found: reading goes on after one, so that a person sees them all at once.
struct FaultList {
    /// As many are told: a person mends these first, and whoever sends a document of nothing but faults keeps nobody busy with them.
    static let most = 200

    private(set) var faults: [DocumentFault] = []
    private let noun: String

    /// - Parameter noun: what they are.
    init(noun: String = "faults") { self.noun = noun }

    /// Whether nothing that is added is told any more.
    var isFull: Bool { faults.count > Self.most }

    /// Adds one; in place of the first that is too many stands that there are more.
    mutating func add(_ fault: DocumentFault) {
        guard !isFull else { return }
        guard faults.count == Self.most else { return faults.append(fault) }
        faults.append(
            DocumentFault(
                line: fault.line, "there are more \(noun) than these \(Self.most)",
                "это не всё: показаны первые \(Self.most)"))
    }

    mutating func add(_ more: [DocumentFault]) { for fault in more { add(fault) } }

    /// What `work` gives; its fault is kept, and nil given.
    mutating func take<Value>(_ work: () throws(DocumentFault) -> Value) -> Value? {
        do throws(DocumentFault) { return try work() } catch {
            add(error)
            return nil
        }
    }

    /// The value of a key read by `work`; nil with a fault when it is not there, or not right.
    mutating func need<Value>(
        _ node: DocumentNode, _ key: String, _ work: (DocumentNode) throws(DocumentFault) -> Value
    ) -> Value? {
        take { () throws(DocumentFault) in try work(try node.required(key)) }
    }

    /// The value of a key read by `work`; nil when it is not there, with a fault when it is not right.
    mutating func may<Value>(
        _ node: DocumentNode, _ key: String, _ work: (DocumentNode) throws(DocumentFault) -> Value
    ) -> Value? {
        guard let child = node.child(key) else { return nil }
        return take { () throws(DocumentFault) in try work(child) }
    }
}
