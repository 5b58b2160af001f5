/// What is in an extract, and what is not: `extract.json`.
public struct ExtractManifest: Sendable, Codable, Equatable {
    /// The format's name and version.
    public static let format = "parley-extract/1"
    /// The file's name in the extract.
    public static let fileName = "extract.json"
    /// The name of the file with the keys, a line each.
    public static let keyFileName = "keys.txt"
    /// The most bytes of the file.
    public static let maximumBytes = 64 * 1024 * 1024

    /// One record that entries were taken from.
    public struct Record: Sendable, Codable, Equatable {
        /// Its name.
        public var origin: String
        /// The verifier key that signs it; nil: nobody gave it.
        public var key: String?
        /// The verifier keys of witnesses that cosigned it.
        public var witnesses: [String]
        /// The directory of its files in the extract.
        public var directory: String
        /// How many entries it had at the checkpoint that the proofs lead to.
        public var size: UInt64
        /// The indexes of the entries that are released.
        public var released: [UInt64]
        /// How many entries of each type are withheld.
        public var withheld: [String: Int]

        /// A record with what is released of it.
        public init(
            origin: String, key: String?, witnesses: [String], directory: String, size: UInt64, released: [UInt64],
            withheld: [String: Int]
        ) {
            self.origin = origin
            self.key = key
            self.witnesses = witnesses
            self.directory = directory
            self.size = size
            self.released = released
            self.withheld = withheld
        }
    }

    /// `parley-extract/1`.
    public var format: String
    /// The query by which the entries were chosen.
    public var query: String
    /// Who approved the release; empty: it was made from copies, by nobody's leave but the maker's.
    public var approvedBy: [String]
    /// The records.
    public var records: [Record]

    /// What the file with the keys holds.
    public var keyFile: String {
        let keys = Set(records.flatMap { [$0.key].compactMap { $0 } + $0.witnesses })
        return keys.sorted().map { $0 + "\n" }.joined()
    }

    /// A manifest.
    public init(query: String, approvedBy: [String], records: [Record]) {
        format = Self.format
        self.query = query
        self.approvedBy = approvedBy
        self.records = records
    }
}
