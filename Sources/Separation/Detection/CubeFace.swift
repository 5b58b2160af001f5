/// One of six faces of a cube around the earth, seen along one axis: a plane without poles and without an antimeridian.
///
/// The face of a place is the axis, with its sign, in which the place is furthest out. Two aircraft that meet have a common
/// point of their swept boxes half-way between them, and so a common face. Looking along the axis only shortens
/// distances, so boxes that are apart in the plane are apart in space.
struct CubeFace {
    /// 0 to 5: +x, -x, +y, -y, +z, -z.
    let number: Int

    /// The lane of the axis across which aircraft are sorted.
    var acrossLane: Int { number < 2 ? 1 : 0 }
    /// The lane of the axis along which the plane is cut into strips.
    var alongLane: Int { number < 4 ? 2 : 1 }

    /// The faces that a box may touch, one bit each; never none for a box near the surface.
    @inline(__always)
    static func touched(by box: (low: SIMD4<Float>, high: SIMD4<Float>)) -> UInt32 {
        // How near each coordinate comes to zero inside the box, and how far out it gets on either side.
        let near = pointwiseMax(pointwiseMax(box.low, -box.high), .zero)
        let x = max(near.y, near.z)
        let y = max(near.x, near.z)
        let z = max(near.x, near.y)
        let least = SIMD8(x, x, y, y, z, z, .infinity, .infinity)
        let reach = SIMD8(box.high.x, -box.low.x, box.high.y, -box.low.y, box.high.z, -box.low.z, 0, 0)
        let bits = SIMD8<UInt32>(1, 2, 4, 8, 16, 32, 0, 0)
        return bits.replacing(with: 0, where: reach .< least).wrappedSum()
    }
}
