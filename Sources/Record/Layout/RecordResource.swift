/// The static resources that a record consists of, each with its path below the record's prefix.
public enum RecordResource: Sendable, Hashable {
    /// The newest signed checkpoint.
    case checkpoint
    /// The newest checkpoint that also carries cosignatures; an addition of Parley's to the standard layout.
    case cosignedCheckpoint
    /// A tile of hashes.
    case tile(TileCoordinate)
    /// A bundle of entries: the `index`-th 256, or the first `width` of them.
    case entries(index: UInt64, width: Int)
    /// One entry kept on its own after its bundle was dropped; an addition of Parley's to the standard layout.
    case keptEntry(index: UInt64)

    /// The path below the prefix, such as `tile/0/x001/234.p/17`.
    public var path: String {
        switch self {
        case .checkpoint: "checkpoint"
        case .cosignedCheckpoint: "checkpoint.cosigned"
        case .tile(let tile): "tile/\(tile.level)/\(Self.group(tile.index))\(Self.suffix(tile.width))"
        case .entries(let index, let width): "tile/entries/\(Self.group(index))\(Self.suffix(width))"
        case .keptEntry(let index): "kept/\(Self.group(index))"
        }
    }

    /// Whether the content can never change, so that it may be cached for ever.
    public var isImmutable: Bool {
        switch self {
        case .checkpoint, .cosignedCheckpoint: false
        case .tile, .entries, .keptEntry: true
        }
    }

    /// The most bytes that the content can have; a reader takes no more.
    public var maximumBytes: Int {
        switch self {
        case .checkpoint, .cosignedCheckpoint: SignedNote.maximumBytes
        case .tile(let tile): tile.width * TreeHash.byteCount
        case .entries(_, let width): width * (2 + EntryBundle.maximumEntryBytes)
        case .keptEntry: EntryBundle.maximumEntryBytes
        }
    }

    /// Reads a path; nil for any that ``path`` would not have written, so that no request leads elsewhere.
    public init?(path: some StringProtocol) {
        switch path {
        case "checkpoint": self = .checkpoint
        case "checkpoint.cosigned": self = .cosignedCheckpoint
        default:
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            guard let parsed = Self.parse(parts), parsed.path == path else { return nil }
            self = parsed
        }
    }

    private static func parse(_ parts: [some StringProtocol]) -> RecordResource? {
        if parts.first == "kept" { return ungroup(parts.dropFirst()).map { .keptEntry(index: $0) } }
        guard parts.count >= 3, parts[0] == "tile" else { return nil }
        var numbers = Array(parts[2...])
        var width = TileCoordinate.fullWidth
        if numbers.count >= 2, numbers[numbers.count - 2].hasSuffix(".p") {
            guard let partial = Decimal.parse(numbers.removeLast()), (1...255).contains(partial) else { return nil }
            width = Int(partial)
        }
        let index = ungroup(numbers.map { $0.hasSuffix(".p") ? String($0.dropLast(2)) : String($0) }[...])
        guard let index else { return nil }
        if parts[1] == "entries" { return .entries(index: index, width: width) }
        guard let level = Decimal.parse(parts[1]), level <= 63 else { return nil }
        return .tile(TileCoordinate(level: Int(level), index: index, width: width))
    }

    /// An index in groups of three digits, all but the last after an `x`: 1234067 is `x001/x234/067`.
    private static func group(_ index: UInt64) -> String {
        var groups: [String] = []
        var rest = index
        repeat {
            let digits = String(rest % 1000)
            let padded = String(repeating: "0", count: 3 - digits.count) + digits
            groups.append(groups.isEmpty ? padded : "x" + padded)
            rest /= 1000
        } while rest > 0
        return groups.reversed().joined(separator: "/")
    }

    private static func ungroup(_ groups: ArraySlice<some StringProtocol>) -> UInt64? {
        guard !groups.isEmpty, groups.count <= 7 else { return nil }
        var index: UInt64 = 0
        for group in groups {
            guard let value = UInt64(group.hasPrefix("x") ? String(group.dropFirst()) : String(group)), value < 1000
            else { return nil }
            let (scaled, overflow) = index.multipliedReportingOverflow(by: 1000)
            guard !overflow, scaled <= UInt64.max - value else { return nil }
            index = scaled + value
        }
        return index
    }

    private static func suffix(_ width: Int) -> String { width == TileCoordinate.fullWidth ? "" : ".p/\(width)" }
}
