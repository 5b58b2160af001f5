/// The `d` of an SVG path through points; a missing point breaks the line.
struct SVGPath {
    private(set) var text = ""
    private var isBroken = true

    init() {}

    init(_ points: some Sequence<(x: Double, y: Double)?>) {
        for point in points { add(point) }
    }

    mutating func add(_ point: (x: Double, y: Double)?) {
        guard let point else {
            isBroken = true
            return
        }
        text += (isBroken ? "M" : "L") + point.x.written(1) + " " + point.y.written(1)
        isBroken = false
    }
}

/// A length of 1, 2 or 5 times a power of ten: ticks and scales that people can read.
func roundStep(atLeast least: Double) -> Double {
    guard least > 0, least.isFinite else { return 1 }
    var decade = 1.0
    while decade > least { decade /= 10 }
    while decade * 10 <= least { decade *= 10 }
    for factor in [1.0, 2, 5] where decade * factor >= least { return decade * factor }
    return decade * 10
}
