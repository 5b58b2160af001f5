import Testing

@testable import Separation

/// The search for turns, on a distance that no two geodesics have: it must not depend on convexity.
@Suite struct DistancePolynomialTests {
    /// Two motions whose difference is a cubic in x with these roots, and 100 m in y.
    private func polynomial(_ roots: (Double, Double, Double), scale: Double) -> DistancePolynomial {
        var one = GeodesicMotion(position: SIMD3(6_378_137, 0, 0), velocity: .zero)
        let other = one
        let (r, s, t) = roots
        one.c0 += SIMD3(-r * s * t * scale, 100, 0)
        one.c1 = SIMD3((r * s + s * t + t * r) * scale, 0, 0)
        one.c2 = SIMD3(-(r + s + t) * scale, 0, 0)
        one.c3 = SIMD3(scale, 0, 0)
        one.c4 = .zero
        one.c5 = .zero
        one.c6 = .zero
        return DistancePolynomial(one, other, wayMetres: 300_000)
    }

    @Test func findsEveryTurnOfADistanceThatIsNotConvex() {
        let distance = polynomial((50, 130, 250), scale: 1e-3)
        #expect(!distance.isConvex(until: 300))
        let turns = distance.turns(until: 300, tolerance: 1e-3)
        // Smallest at the roots, largest between them, where the cubic turns.
        let middle = 430.0 / 3
        let aside = (430.0 * 430 - 3 * (50 * 130 + 130 * 250 + 250 * 50)).squareRoot() / 3
        let expected = [50, middle - aside, 130, middle + aside, 250]
        #expect(turns.count == expected.count)
        for (turn, place) in zip(turns, expected) { #expect(abs(turn - place) < 1e-4) }
        #expect(distance.turns(until: 45, tolerance: 1e-3).isEmpty)
    }

    @Test func aTurnInTheMiddleOfTheStretchIsNotLost() {
        let turns = polynomial((75, 150, 225), scale: 1e-3).turns(until: 300, tolerance: 1e-3)
        #expect(turns.count == 5)
        #expect(turns.contains { abs($0 - 150) < 1e-4 })
    }

    @Test func aFlatDistanceEndsTheSearch() {
        #expect(polynomial((1, 2, 3), scale: 1e-30).turns(until: 300, tolerance: 1e-3).isEmpty)
    }
}
