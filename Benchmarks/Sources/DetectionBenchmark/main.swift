import Airspace
import Separation

func milliseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) * 1e-15
}

func run(_ name: String, _ sky: Sky, passes: Int) throws {
    var detector = ConflictDetector()
    var times: [Double] = []
    var found = 0
    let clock = ContinuousClock()
    for _ in 0..<passes {
        let start = clock.now
        let conflicts = try detector.detect(in: sky.snapshot, minima: sky.minima, lookahead: sky.lookahead)
        times.append(milliseconds(clock.now - start))
        found = conflicts.count
    }
    times.sort()
    print(
        name, sky.snapshot.count, "min", times[0], "median", times[times.count / 2], "examined",
        detector.lastPass.pairsExamined, "refined", detector.lastPass.pairsRefined, "conflicts", found)
}
for n in [1000, 10_000, 20_000] { try run("airliners", Sky(.airliners, count: n), passes: 50) }
for n in [10_000, 100_000, 1_000_000] { try run("drones", Sky(.drones, count: n), passes: 5) }
