extension DisclosureAudit {
    /// Judges an entry of an own record of first contact: no agreement is needed for it, and nothing but proposals, signatures and
    /// receipts may stand there.
    ///
    /// - Parameter index: its index in the record.
    public static func judgeFirstContact(_ bytes: [UInt8], index: Int) -> Finding {
        var finding = Finding(index: index, type: "", atUnixSeconds: 0, rule: nil, violations: [])
        do throws(AccordError) {
            let entry = try Entry(bytes)
            finding.type = entry.type
            finding.atUnixSeconds = entry.atUnixSeconds
            if EntryPermission.mayStand(entry.type, in: .contact) {
                finding.rule = "first contact: \(entry.type)"
            } else {
                finding.violations = [.firstContact]
            }
        } catch {
            finding.violations = [.unreadable(error.description)]
        }
        return finding
    }
}
