import Testing

@testable import Record

@Suite struct LayoutTests {
    @Test(arguments: [
        ("tile/0/x001/x234/067", RecordResource.tile(TileCoordinate(level: 0, index: 1_234_067))),
        ("tile/3/000.p/1", .tile(TileCoordinate(level: 3, index: 0, width: 1))),
        ("tile/entries/x001/234.p/255", .entries(index: 1234, width: 255)),
        ("tile/entries/999", .entries(index: 999, width: 256)),
        ("kept/x001/000", .keptEntry(index: 1000)),
        ("checkpoint", .checkpoint),
    ])
    func pathsAreThoseOfTheStandard(path: String, resource: RecordResource) {
        #expect(resource.path == path)
        #expect(RecordResource(path: path) == resource)
    }

    @Test func everyIndexComesBack() {
        for shift in 0..<64 {
            let power = UInt64(1) << UInt64(shift)
            for index in [power, power - 1, UInt64.max - power] {
                let resource = RecordResource.entries(index: index, width: 256)
                #expect(RecordResource(path: resource.path) == resource)
            }
        }
    }

    @Test(arguments: [
        "", "/checkpoint", "checkpoint/", "tile/0/../../private/key", "tile/0/0", "tile/0/1000", "tile/0/x000/001",
        "tile/00/000", "tile/64/000", "tile/-1/000",
        "tile/0/001.p/0", "tile/0/001.p/256", "tile/0/001.p/01",
        "tile/0/+01",
        "tile/0/x001/x234/x067", "tile/0/001/002", "tile/entries", "tile/entries/", "tile//000", "tile/0/000.p",
        "tile/0/x001.p/002", "private/key",
        "kept", "kept/1", "tile/entries/x018/x446/x744/x073/x709/x551/616", "tile/0/０００",
    ])
    func pathsThatLeadElsewhereAreRefused(path: String) {
        #expect(RecordResource(path: path) == nil)
    }

    /// The example of C2SP tlog-tiles: a tree of 70,000.
    @Test func aTreeOf70000HasTheTilesOfTheExample() throws {
        let edge = TileCoordinate.rightEdge(size: 70_000)
        #expect(edge.map(\.level) == [0, 1, 2])
        #expect(edge.map(\.width) == [112, 17, 1])
        #expect(edge.map(\.index) == [273, 1, 0])
        #expect(TileCoordinate.inTree(level: 1, index: 0, size: 70_000)?.isFull == true)
        #expect(TileCoordinate.inTree(level: 0, index: 274, size: 70_000) == nil)
        #expect(TileCoordinate.rightEdge(size: 256).map(\.level) == [1])
        #expect(TileCoordinate.rightEdge(size: 0).isEmpty)
    }

    @Test func bundlesMustHoldExactlyTheirEntries() throws {
        let entries: [[UInt8]] = [[], [1], [UInt8](repeating: 2, count: 65_535)]
        let bytes = try EntryBundle.encode(entries)
        #expect(bytes.count == 6 + 1 + 65_535)
        #expect(try EntryBundle.decode(bytes, count: 3) == entries)
        for wrong in [Array(bytes.dropLast()), bytes + [0], []] {
            #expect(throws: RecordError.self) { try EntryBundle.decode(wrong, count: 3) }
        }
        #expect(throws: RecordError.self) { try EntryBundle.decode(bytes, count: 2) }
        #expect(throws: RecordError.entryTooLong(bytes: 65_536)) {
            try EntryBundle.encode([[UInt8](repeating: 0, count: 65_536)])
        }
    }
}
