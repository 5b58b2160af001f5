/// Faults as they are found: reading goes on after one, so that a person sees them all at once.
struct FaultList {
    private(set) var faults: [DocumentFault] = []

    mutating func add(_ fault: DocumentFault) { faults.append(fault) }

    mutating func add(_ more: [DocumentFault]) { faults += more }

    /// What `work` gives; its fault is kept, and nil given.
    mutating func take<Value>(_ work: () throws(DocumentFault) -> Value) -> Value? {
        do throws(DocumentFault) { return try work() } catch {
            faults.append(error)
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
