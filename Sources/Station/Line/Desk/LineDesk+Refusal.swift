extension LineDesk {
    /// Why an entry is not taken, though it is as it should be.
    enum Refusal: Sendable, Hashable {
        /// Its writer has written more than a watch can have.
        case entries
        /// Its writer speaks of more messages that never came than a watch can have.
        case strays

        /// The reason in plain words.
        var words: String {
            switch self {
            case .entries: "there are more than \(LineTakenEntries.mostOfOneSide) entries of its party in this watch"
            case .strays: "it speaks of one of more than \(LineMarkTable.mostStrays) messages that are not here"
            }
        }
    }
}
