import Foundation
import Separation
import Testing

@Suite("Closest approach: against the reference", .enabled(if: TestData.isPresent, "reference data is absent"))
struct ClosestApproachReferenceTests {
    /// One row of the reference by column name.
    struct Row {
        let values: [Double]
        let columns: [Substring: Int]

        subscript(name: String) -> Double { columns[name[...]].map { values[$0] } ?? .nan }

        var motion: RelativeMotion {
            RelativeMotion(
                east: self["sx"], north: self["sy"], up: self["sz"],
                eastRate: self["vox"] - self["vix"], northRate: self["voy"] - self["viy"],
                upRate: self["voz"] - self["viz"])
        }
    }

    static func rows() throws -> [Row] {
        let lines = try TestData.lines("kernels/closest-approach.csv.gz")
        let names = lines[0].split(separator: ",")
        let columns = Dictionary(uniqueKeysWithValues: zip(names, 0...))
        return lines.dropFirst().map { line in
            Row(
                values: line.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) ?? .nan },
                columns: columns)
        }
    }

    static let cylinders: [(name: String, cylinder: ProtectedCylinder)] = [
        ("c3nm1000", ProtectedCylinder(radiusMetres: 3 * 1852, halfHeightMetres: 304.8)),
        ("c5nm1000", ProtectedCylinder(radiusMetres: 5 * 1852, halfHeightMetres: 304.8)),
        ("c066nm450", ProtectedCylinder(radiusMetres: 0.66 * 1852, halfHeightMetres: 450 * 0.3048)),
    ]

    @Test("horizontal closest approach: time within 1 µs, distance within 1 µm")
    func horizontal() throws {
        let rows = try Self.rows()
        #expect(rows.count == 5_000)
        for row in rows {
            let found = row.motion.horizontalClosestApproach
            if row["tcpa_raw"].isNaN {
                // Equal velocities: the reference gives no time, we give now and the distance that stays.
                #expect(found.seconds == 0 && found.metres == row.motion.horizontalMetres(after: 0))
                continue
            }
            #expect(abs(found.seconds - row["tcpa_raw"]) < 1e-6 * max(1, abs(row["tcpa_raw"]) * 1e-3))
            #expect(abs(found.metres - row["dcpa_raw"]) < 1e-6)
        }
    }

    @Test("loss now, loss within 180 s, its ends, and the cylinder's closest approach", arguments: cylinders)
    func cylinder(name: String, cylinder: ProtectedCylinder) throws {
        var conflicts = 0
        var tangents = 0
        for row in try Self.rows() {
            let motion = row.motion
            let entry = row["\(name)_tin"]
            let exit = row["\(name)_tout"]
            #expect(motion.isInLoss(cylinder) == (row["\(name)_los"] == 1))
            let found = motion.lossInterval(cylinder)?.within(lookaheadSeconds: 180)
            let expected = row["\(name)_conf"] == 1
            if let found, expected {
                conflicts += 1
                #expect(abs(found.entrySeconds - entry) < 1e-6)
                #expect(abs(found.exitSeconds - exit) < 1e-6)
            } else if (found != nil) != expected {
                // Only a tangent may be seen differently.
                let length = found.map { $0.exitSeconds - $0.entrySeconds } ?? (exit - entry)
                #expect(length < 1e-5, "pair \(row["id"])")
                tangents += 1
            }
            let least = motion.closestApproach(cylinder, lookaheadSeconds: 180)
            #expect(abs(least.seconds - row["\(name)_tca"]) < 1e-6)
            #expect(abs(least.normSquared - row["\(name)_dca"]) < 1e-9 * max(1, row["\(name)_dca"]))
        }
        #expect(conflicts > 500)
        #expect(tangents < 100)
        print("\(name): \(conflicts) conflicts agree, \(tangents) tangents differ")
    }
}
