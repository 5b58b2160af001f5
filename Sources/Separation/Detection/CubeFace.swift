/// One of six faces of a cube around the earth, seen along one axis: a plane without poles and without an antimeridian.
///
/// The face of a place is the axis, with its sign, in which the place is furthest out. Two aircraft that meet have a common
/// point of their swept boxes half-way between them, and so a common face. Looking along the axis only shortens
/// distances, so boxes that are apart in the plane are apart in space.
struct CubeFace {
    /// 0 to 5: +x, -x, +y, -y, +z, -z.
    let number: Int

    /// The coordinate by which aircraft are put in order.
    @inline(__always)
    func across(_ place: SIMD4<Float>) -> Float { number < 2 ? place.y : place.x }

    /// The coordinate by which the plane is cut into strips.
    @inline(__always)
    func along(_ place: SIMD4<Float>) -> Float { number < 4 ? place.z : place.y }

    /// The faces that four boxes may touch, one bit each; never none.
    ///
    /// A box may reach a face where it gets as far out along the face's axis as it must stay out along the others.
    @inline(__always)
    static func touched(by x: Extent, _ y: Extent, _ z: Extent) -> SIMD4<UInt32> {
        let nearX = x.nearest
        let nearY = y.nearest
        let nearZ = z.nearest
        let besideX = upper(nearY, nearZ)
        let besideY = upper(nearX, nearZ)
        let besideZ = upper(nearX, nearY)
        var faces = SIMD4<UInt32>.zero
        faces |= SIMD4(repeating: 1).replacing(with: 0, where: x.high .< besideX)
        faces |= SIMD4(repeating: 2).replacing(with: 0, where: -x.low .< besideX)
        faces |= SIMD4(repeating: 4).replacing(with: 0, where: y.high .< besideY)
        faces |= SIMD4(repeating: 8).replacing(with: 0, where: -y.low .< besideY)
        faces |= SIMD4(repeating: 16).replacing(with: 0, where: z.high .< besideZ)
        faces |= SIMD4(repeating: 32).replacing(with: 0, where: -z.low .< besideZ)
        return faces
    }

    /// How far four boxes extend in one coordinate.
    struct Extent {
        var low: SIMD4<Float>
        var high: SIMD4<Float>

        /// What a coordinate and a velocity sweep, with a margin.
        @inline(__always)
        init(_ place: SIMD4<Float>, _ velocity: SIMD4<Float>, lookahead: Float, margin: SIMD4<Float>) {
            let end = place + velocity * lookahead
            low = lower(place, end) - margin
            high = upper(place, end) + margin
        }

        /// How near to zero each comes.
        @inline(__always)
        var nearest: SIMD4<Float> { upper(upper(low, -high), .zero) }
    }
}
