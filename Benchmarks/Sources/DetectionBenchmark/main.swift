import Airspace
import Separation

// swift run -c release DetectionBenchmark [--quick]
//
// The cost of a detection pass as the sky grows at constant density, and that of plain all-pairs beside it. Pairs
// examined and conflicts depend on nothing but the code: the run fails when more pairs are looked at than was agreed.

/// The most pairs that a pass may look at for each aircraft.
let agreedPairsPerAircraft: [Sky.Traffic: Double] = [.airliners: 30, .drones: 20]

let isQuick = CommandLine.arguments.contains("--quick")
nonisolated(unsafe) var isAsAgreed = true

func padded(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }

func rounded(_ value: Double, _ places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let whole = Int((value * scale).rounded())
    guard places > 0 else { return "\(whole)" }
    let digits = String(repeating: "0", count: max(0, places + 1 - "\(whole)".count)) + "\(whole)"
    return digits.dropLast(places) + "." + digits.suffix(places)
}

func row(_ cells: [String]) {
    print(zip(cells, [10, 10, 10, 10, 10, 12, 10, 12, 9]).map(padded).joined(separator: " "))
}

func measure(_ traffic: Sky.Traffic, _ count: Int, allPairs: Bool) throws {
    let sky = try Sky(traffic, count: count)
    var detector = ConflictDetector()
    var costs: [Cost] = []
    var found = 0
    for _ in 0..<(count > 300_000 ? 5 : count > 30_000 ? 20 : 200) {
        let (cost, conflicts) = try Cost.of {
            try detector.detect(in: sky.snapshot, minima: sky.minima, lookahead: sky.lookahead)
        }
        costs.append(cost)
        found = conflicts.count
    }
    let walls = costs.map(\.wall).sorted()
    let processor = costs.map(\.processor).min() ?? 0
    let examined = Double(detector.lastPass.pairsExamined) / Double(count)
    if examined > agreedPairsPerAircraft[traffic] ?? 0 {
        isAsAgreed = false
        print("more pairs examined than agreed")
    }
    var plain = ("-", "-")
    if allPairs {
        let (cost, conflicts) = try Cost.of {
            try AllPairs(sky).candidates().filter { first, second in
                try ConflictDetector.prediction(
                    of: first, second, in: sky.snapshot, minima: sky.minima, lookahead: sky.lookahead) != nil
            }
        }
        plain = (rounded(cost.processor, 1), rounded(cost.processor / processor, 0))
        if conflicts.count != found {
            isAsAgreed = false
            print("all pairs find \(conflicts.count) conflicts, the index finds \(found)")
        }
    }
    row([
        "\(count)", rounded(processor, 2), rounded(walls[0], 2), rounded(walls[walls.count / 2], 2),
        rounded(processor * 1e6 / Double(count), 0), rounded(examined, 1), "\(found)", plain.0, plain.1,
    ])
}

for (traffic, name) in [
    (Sky.Traffic.airliners, "airliners: 1 per 1,000 km², FL100 to FL400, 200 to 250 m/s, 5 NM, 1,000 ft, 300 s"),
    (.drones, "drones: 1 per km², 0 to 120 m, 10 to 30 m/s, 150 m, 15 m, 60 s"),
] {
    print(name)
    row(["aircraft", "CPU ms", "wall min", "wall med", "ns each", "pairs each", "conflicts", "all pairs ms", "times"])
    let sizes = [1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000]
    for count in sizes where !isQuick || count <= 20_000 {
        // A million airliners at this density would need two earths.
        if traffic == .airliners, count > 500_000 { continue }
        try measure(traffic, count, allPairs: count <= 50_000)
    }
    print("peak memory \(rounded(peakMegabytes(), 0)) MB\n")
}
if !isAsAgreed { fatalError("a bound that was agreed does not hold") }
