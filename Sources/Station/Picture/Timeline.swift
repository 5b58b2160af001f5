import Hummingbird
import Separation
import Surveillance
import Synchronization

/// Where the encounters lie: for a recording measured ahead, beside the picture, so that the seek line shows what is to come.
final class Timeline: Sendable {
    /// One mark on the line.
    struct Mark: Sendable {
        var a: String
        var b: String
        var start: Int
        var end: Int
        var minHorizontalMetres: Double

        init(_ encounter: Encounter) {
            a = encounter.a
            b = encounter.b
            start = encounter.start
            end = encounter.end
            minHorizontalMetres = encounter.minHorizontalMetres
        }
    }

    private struct State {
        var marks: [Mark] = []
        var isComplete = false
    }

    private let recorded: ClosedRange<Int>?
    private let state = Mutex(State())
    /// The most marks of a live picture; the oldest go first.
    private static let mostLiveMarks = 2_000

    init(recorded: ClosedRange<Int>?) {
        self.recorded = recorded
    }

    /// Adds encounters that are over.
    func add(_ encounters: [Encounter]) {
        guard !encounters.isEmpty else { return }
        state.withLock {
            $0.marks += encounters.map { Mark($0) }
            if recorded == nil, $0.marks.count > Self.mostLiveMarks {
                $0.marks.removeFirst($0.marks.count - Self.mostLiveMarks)
            }
        }
    }

    /// There will be no more.
    func complete() { state.withLock { $0.isComplete = true } }

    /// The answer of `/api/timeline`.
    func response(at unixSeconds: Double) -> Response {
        let state = state.withLock { $0 }
        let first = state.marks.first?.start ?? Int(unixSeconds)
        let span = recorded ?? min(first, Int(unixSeconds))...Int(unixSeconds)
        return Answers.json {
            $0.object {
                $0.field("start", span.lowerBound)
                $0.field("end", span.upperBound)
                $0.field("complete", recorded == nil || state.isComplete)
                $0.array("encounters") { list in
                    for mark in state.marks {
                        list.object {
                            $0.field("a", mark.a)
                            $0.field("b", mark.b)
                            $0.field("start", mark.start)
                            $0.field("end", mark.end)
                            $0.field("minHorizontalMetres", mark.minHorizontalMetres, decimals: 1)
                        }
                    }
                }
            }
        }
    }
}
