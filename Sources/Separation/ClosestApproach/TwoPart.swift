/// An unevaluated sum of two numbers, about 32 digits: enough that a tangent is told from a loss by the input alone.
///
/// Error-free sums and products: Knuth; Dekker (Numerische Mathematik 18, 1971).
struct TwoPart {
    var high: Double
    var low: Double

    var sum: Double { high + low }

    init(high: Double, low: Double) {
        self.high = high
        self.low = low
    }

    /// Exactly `first` times `second`.
    init(product first: Double, _ second: Double) {
        high = first * second
        low = (-high).addingProduct(first, second)
    }

    static func + (left: TwoPart, right: TwoPart) -> TwoPart {
        let sum = left.high + right.high
        let shadow = sum - left.high
        let rest = (left.high - (sum - shadow)) + (right.high - shadow) + left.low + right.low
        let high = sum + rest
        return TwoPart(high: high, low: rest - (high - sum))
    }

    static func - (left: TwoPart, right: TwoPart) -> TwoPart {
        left + TwoPart(high: -right.high, low: -right.low)
    }

    static func * (left: TwoPart, right: TwoPart) -> TwoPart {
        let product = TwoPart(product: left.high, right.high)
        let rest = product.low + (left.high * right.low + left.low * right.high)
        let high = product.high + rest
        return TwoPart(high: high, low: rest - (high - product.high))
    }
}
