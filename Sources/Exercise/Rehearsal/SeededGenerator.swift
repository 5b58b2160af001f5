#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): the same numbers on every machine, for the same seed and stream.
///
/// Each run of a rehearsal has its own stream, so that its numbers don't depend on which run was flown before it, nor on how
/// many are flown at a time.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// The numbers of one stream of a seed.
    public init(seed: UInt64, stream: UInt64 = 0) {
        state = Self.mixed(seed) &+ Self.mixed(stream &* 0xD134_2543_DE82_EF95 &+ 0x2545_F491_4F6C_DD1D)
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// A number from 0 (included) to 1 (not included).
    public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A normally distributed number (Box and Muller 1958). Two draws, always.
    public mutating func normal(sigma: Double) -> Double {
        let radius = (-2 * log(1 - uniform())).squareRoot()
        return sigma * radius * cos(2 * .pi * uniform())
    }

    /// A time that is never below zero and sometimes much longer than usual: its logarithm is normal.
    public mutating func reaction(medianSeconds: Double, spread: Double) -> Double {
        medianSeconds * exp(normal(sigma: spread))
    }

    private static func mixed(_ bits: UInt64) -> UInt64 {
        var mixed = bits
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
