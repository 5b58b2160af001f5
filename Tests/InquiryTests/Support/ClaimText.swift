import Airspace
import Inquiry

/// Claim files as people write them, for tests.
enum ClaimText {
    static func distance(
        _ a: String, _ b: String, _ start: Int, _ end: Int, _ bound: String, gap: Int = 15, within: String? = "1000 ft"
    ) -> String {
        """
        claim: 1
        by: an observer
        said: 2021-10-08T10:00:00Z
        source: a test
        propositions:
          - id: p1
            kind: minimum-distance
            between: [\(a), \(b)]
            from: \(UTCTime.string(unixSeconds: Double(start)))
            to: \(UTCTime.string(unixSeconds: Double(end)))
            gap: \(gap)s
        \(within.map { "    vertical-within: \($0)\n" } ?? "")    \(bound)

        """
    }

    /// The one finding on a claim of one proposition.
    static func finding(_ text: String, _ tracks: any TrackLibrary) throws -> Finding {
        let claim = try ClaimReader.read(text)
        return try ClaimChecker(tracks: tracks).check(claim)[0]
    }
}
