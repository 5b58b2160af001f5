import Accord
import Airspace

/// Reads a claim file (YAML, docs/claims.md) and finds all that is wrong with it, each with its line.
public struct ClaimReader {
    /// What is wrong, in the order in which it was found.
    var faults: [DocumentFault] = []

    /// The version of the format that is read.
    public static let version = 1

    /// Reads a claim.
    ///
    /// - Throws: `InquiryError.claimFaults` with every fault that was found; whoever wrote the file mends it.
    public static func read(_ text: String) throws(InquiryError) -> Claim {
        var reader = ClaimReader()
        var claim: Claim?
        do throws(DocumentFault) { claim = try reader.claim(try DocumentNode(yaml: text)) } catch {
            reader.faults.append(error)
        }
        guard reader.faults.isEmpty, let claim else {
            throw InquiryError.claimFaults(
                reader.faults.sorted { ($0.line ?? 0) < ($1.line ?? 0) }.map {
                    InquiryError.ClaimFault(line: $0.line, reason: Self.words($0))
                })
        }
        return claim
    }

    private static func words(_ fault: DocumentFault) -> String {
        fault.keys.isEmpty ? fault.reason.english : fault.keys.joined(separator: " / ") + ": " + fault.reason.english
    }

    private mutating func claim(_ root: DocumentNode) throws(DocumentFault) -> Claim {
        faults += root.unknownKeys(allowed: ["claim", "by", "said", "source", "text", "chain", "propositions"])
        let version = try root.required("claim").count(in: 0...1_000)
        guard version == Self.version else {
            throw root.fault("claim: \(Self.version) is what can be read", "прочитать можно claim: \(Self.version)")
        }
        var claim = Claim(by: "", saidUnixSeconds: nil, source: nil, text: nil, chain: [], propositions: [])
        if let by = attempt({ () throws(DocumentFault) in try root.required("by").text(longest: 500) }) {
            claim.by = by
        }
        claim.saidUnixSeconds = optional(root, "said") { node throws(DocumentFault) in try Self.time(node) }
        claim.source = optional(root, "source") { node throws(DocumentFault) in try node.text() }
        claim.text = optional(root, "text") { node throws(DocumentFault) in try node.text() }
        if let chain = root.child("chain") {
            for node in try chain.elements() {
                if let link = attempt({ () throws(DocumentFault) in try Self.link(node) }) {
                    faults += node.unknownKeys(allowed: ["from", "anonymous", "to", "at", "note"])
                    claim.chain.append(link)
                }
            }
        }
        let nodes = try root.required("propositions").elements()
        guard nodes.count <= Claim.mostPropositions else {
            throw root.fault(
                "there are more than \(Claim.mostPropositions) propositions",
                "утверждений больше \(Claim.mostPropositions)")
        }
        var seen: Set<String> = []
        for node in nodes {
            do throws(DocumentFault) {
                let proposition = try proposition(node)
                if !seen.insert(proposition.id).inserted {
                    faults.append(
                        node.fault("the id “\(proposition.id)” is given twice", "id «\(proposition.id)» указан дважды"))
                }
                claim.propositions.append(proposition)
            } catch { faults.append(error) }
        }
        if nodes.isEmpty { faults.append(root.fault("there is no proposition", "нет ни одного утверждения")) }
        return claim
    }

    private static func link(_ node: DocumentNode) throws(DocumentFault) -> ClaimLink {
        let from = try node.child("from")?.text(longest: 500)
        let described = try node.child("anonymous")?.text(longest: 500)
        guard (from == nil) != (described == nil) else {
            throw node.fault(
                "a link of the chain has either “from” or “anonymous” (what is said of a source without a name)",
                "в звене цепочки стоит либо «from», либо «anonymous» (что говорится об источнике без имени)")
        }
        var time: Double?
        if let at = node.child("at") { time = try Self.time(at) }
        return ClaimLink(
            from: from, described: described, to: try node.child("to")?.text(longest: 500), atUnixSeconds: time,
            note: try node.child("note")?.text())
    }

    /// A time; a day alone is its beginning.
    static func time(_ node: DocumentNode) throws(DocumentFault) -> Double {
        let text = try node.text(longest: 64)
        if text.utf8.count == 10, let day = try? UTCTime.unixSeconds(parsing: text + "T00:00:00Z") { return day }
        return try node.value { (text: String) throws(AirspaceError) in try UTCTime.unixSeconds(parsing: text) }
    }

    /// What a reading gives; what it throws is noted.
    mutating func attempt<Value>(_ read: () throws(DocumentFault) -> Value) -> Value? {
        do throws(DocumentFault) { return try read() } catch {
            faults.append(error)
            return nil
        }
    }

    /// What stands at a key that may be missing.
    mutating func optional<Value>(
        _ node: DocumentNode, _ key: String, _ read: (DocumentNode) throws(DocumentFault) -> Value
    ) -> Value? {
        guard let child = node.child(key) else { return nil }
        return attempt { () throws(DocumentFault) in try read(child) }
    }
}
