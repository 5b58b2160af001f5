import Airspace
public import Surveillance

/// Recorded reports of all sources in one order, held so that any second is at hand.
///
/// A report belongs to the first whole second that is not before it: at picture second T everything observed up to T has been
/// heard. Within a second the order is by time, then by source, then as in the source; so the same files give the same picture,
/// whatever the speed.
public struct Recording: Sendable {
    /// First and last picture second, Unix seconds.
    public let seconds: ClosedRange<Int>
    /// How many reports there are.
    public var count: Int { compact.count }

    private let compact: [CompactReport]
    private let texts: [String]
    /// Index of the first report of each second of `seconds`, and one more: the count.
    private let firstOfSecond: [Int32]
    private let byIdentifier: [String: [Int32]]

    init?(sorted compact: [CompactReport], texts: [String]) {
        guard let first = compact.first?.second, let last = compact.last?.second else { return nil }
        self.compact = compact
        self.texts = texts
        seconds = first...last
        var offsets = [Int32](repeating: 0, count: last - first + 2)
        for report in compact { offsets[report.second - first + 1] += 1 }
        for place in 1..<offsets.count { offsets[place] += offsets[place - 1] }
        firstOfSecond = offsets
        var places: [UInt32: [Int32]] = [:]
        for (index, report) in compact.enumerated() { places[report.identifier, default: []].append(Int32(index)) }
        byIdentifier = Dictionary(uniqueKeysWithValues: places.map { (texts[Int($0.key)], $0.value) })
    }

    /// The reports of one picture second, in order; none outside of `seconds`.
    public func indices(inSecond second: Int) -> Range<Int> {
        guard seconds.contains(second) else { return 0..<0 }
        let place = second - seconds.lowerBound
        return Int(firstOfSecond[place])..<Int(firstOfSecond[place + 1])
    }

    /// The report at `index`, and the number of the source that it came from.
    public func report(at index: Int) -> (report: Report, feed: Int) {
        (compact[index].report(texts: texts), Int(compact[index].feed))
    }

    /// When the report at `index` was made, Unix seconds.
    public func timeUnixSeconds(at index: Int) -> Double { compact[index].timeUnixSeconds }

    /// The reports of one aircraft within `span` of Unix seconds, in order.
    public func reports(of identifier: String, in span: ClosedRange<Double>) -> [Report] {
        (byIdentifier[identifier] ?? []).compactMap { index in
            let report = compact[Int(index)]
            return span.contains(report.timeUnixSeconds) ? report.report(texts: texts) : nil
        }
    }
}

/// Puts reports of several sources into one `Recording`.
public struct RecordingBuilder: Sendable {
    /// More reports than this are refused: they would not fit into the memory of a small machine.
    public static let maximumReports = 40_000_000
    /// Recordings that reach further than this have a broken clock in them, seconds.
    public static let maximumSpanSeconds = 31 * 86_400.0

    private var compact: [CompactReport] = []
    private var texts: [String] = [""]
    private var numbers: [String: UInt32] = ["": 0]
    /// Reports that were left out because their time can't be shared with the others.
    public private(set) var leftOut = 0

    /// Nothing taken yet.
    public init() {}

    /// Takes the next reports of source number `feed`.
    public mutating func add(_ reports: [Report], feed: Int) {
        for report in reports {
            guard compact.count < Self.maximumReports, abs(report.timeUnixSeconds) < 1e11 else {
                leftOut += 1
                continue
            }
            compact.append(
                CompactReport(
                    report, feed: UInt16(feed), identifier: number(of: report.identifier),
                    callsign: report.callsign.map { number(of: $0) } ?? 0,
                    squawk: report.squawk.map { number(of: $0) } ?? 0,
                    category: report.emitterCategory.map { number(of: $0) } ?? 0))
        }
    }

    /// The recording; nil when there is no report in it.
    ///
    /// Reports further than `maximumSpanSeconds` from the median time are left out and counted.
    public mutating func finish() -> Recording? {
        guard !compact.isEmpty else { return nil }
        let order = compact.indices.sorted { left, right in
            let one = compact[left]
            let other = compact[right]
            if one.timeUnixSeconds != other.timeUnixSeconds { return one.timeUnixSeconds < other.timeUnixSeconds }
            if one.feed != other.feed { return one.feed < other.feed }
            return left < right
        }
        let median = compact[order[order.count / 2]].timeUnixSeconds
        var sorted: [CompactReport] = []
        sorted.reserveCapacity(order.count)
        for index in order where abs(compact[index].timeUnixSeconds - median) <= Self.maximumSpanSeconds {
            sorted.append(compact[index])
        }
        leftOut += order.count - sorted.count
        compact = []
        return Recording(sorted: sorted, texts: texts)
    }

    private mutating func number(of text: String) -> UInt32 {
        if let known = numbers[text] { return known }
        let number = UInt32(texts.count)
        texts.append(text)
        numbers[text] = number
        return number
    }
}
