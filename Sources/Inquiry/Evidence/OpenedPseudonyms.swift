import Accord

/// Whom the pseudonyms of parties mean, as far as an opening proves it. Anybody can write one, so one that proves nothing is not believed.
struct OpenedPseudonyms: Sendable {
    private var aircraft: [String: String] = [:]
    /// Openings that prove nothing.
    private(set) var unproven = 0

    /// Takes an opening that a party has put on record.
    mutating func take(_ opening: PseudonymBody, by writer: String) {
        guard Pseudonyms.isProven(opening) else { return unproven += 1 }
        aircraft[writer + " " + opening.pseudonym] = opening.track
    }

    /// The aircraft that a party's pseudonym means; nil: nothing proves it.
    func aircraft(of pseudonym: String, by writer: String) -> String? { aircraft[writer + " " + pseudonym] }
}
