/// What has been said about the messages of a line, whether or not they are here. What one party can make it hold is bounded.
struct LineMarkTable: Sendable {
    /// Messages that are not here, and of which one party has said something. As many as a watch may have messages: at the
    /// start one record is read after the other.
    static let mostStrays = 20_000
    /// Reports of one party about whether one message was complied with; the first ones count.
    static let mostReports = 20

    /// What became of a word about a message.
    enum Verdict: Sendable, Hashable {
        /// It says something new.
        case noted
        /// It says nothing new.
        case known
        /// Its writer has spoken of too many messages that never came; nothing is noted.
        case beyond
    }

    private var marks: [LineKey: LineMarks] = [:]
    /// The messages that are not here, by the party that wrote of them first.
    private var strays: [LineSide: Set<LineKey>] = [:]

    /// What has been said about a message.
    subscript(key: LineKey) -> LineMarks? { marks[key] }

    /// Whether nothing has been said about any.
    var isEmpty: Bool { marks.isEmpty }

    /// How many messages something has been said about.
    var count: Int { marks.count }

    /// Notes what `side` says about a message.
    ///
    /// - Parameter isHere: whether the message is.
    mutating func change(
        _ key: LineKey, by side: LineSide, isHere: Bool, _ body: (inout LineMarks) -> Void
    ) -> Verdict {
        if !isHere, marks[key] == nil {
            guard strays[side, default: []].count < Self.mostStrays else { return .beyond }
            strays[side, default: []].insert(key)
        }
        let before = marks[key]
        body(&marks[key, default: LineMarks()])
        return marks[key] == before ? .known : .noted
    }

    /// A message that may have been spoken of has come.
    mutating func noteArrival(of key: LineKey) {
        for side in LineSide.allCases { strays[side]?.remove(key) }
    }

    /// Forgets the marks made before `seconds` of messages that are not here: they are in nobody's dialogue.
    mutating func forget(before seconds: Double, isHere: (LineKey) -> Bool) {
        marks = marks.filter { isHere($0.key) || $0.value.newestHeldUnixSeconds >= seconds }
        for side in LineSide.allCases { strays[side] = strays[side]?.filter { marks[$0] != nil } }
    }
}

extension LineMarks {
    /// Notes a report in its place, in the order in which they were signed: of each party the first ones.
    mutating func insert(_ report: Compliance) {
        func isEarlier(_ left: Compliance, _ right: Compliance) -> Bool {
            (left.side.rawValue, left.mark.order) < (right.side.rawValue, right.mark.order)
        }
        compliance.insert(report, at: compliance.firstIndex { isEarlier(report, $0) } ?? compliance.endIndex)
        guard compliance.count(where: { $0.side == report.side }) > LineMarkTable.mostReports,
            let last = compliance.lastIndex(where: { $0.side == report.side })
        else { return }
        compliance.remove(at: last)
    }
}
