import Airspace
public import ArgumentParser
import Foundation
public import Separation

/// `parley probe`: the conflicts of one instant.
struct ProbeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "probe",
        abstract: "Predict every conflict of one instant.",
        discussion: """
            The snapshot has one aircraft a line, and a header that decides the order of the columns:

              id,lat_deg,lon_deg,trk_deg,gs_mps,alt_m,vs_mps

            Each aircraft keeps its ground speed, its vertical rate and its track along the WGS-84 geodesic. Every pair that \
            undercuts both minima within the look-ahead is listed once, soonest first; all times lie within the \
            look-ahead. Lines that can't be used are named on the standard error stream and left out. An empty speed or track \
            means that the aircraft stays where it is, an empty altitude that it may be at any level. The method and its bounds are \
            in docs/detection.md.

            Try it:
              parley probe sky.csv
              parley probe sky.csv --minima 150m,15m --lookahead 60s --format csv
              parley probe sky.csv --repeat 20
            """)

    @Argument(help: ArgumentHelp("The file to read; - for the standard input.", valueName: "snapshot.csv"))
    var snapshot: String

    @Option(help: ArgumentHelp("Horizontal and vertical minimum, with units.", valueName: "lengths"))
    var minima = "5NM,1000ft"

    @Option(help: ArgumentHelp("How far to look ahead, up to one hour.", valueName: "span"))
    var lookahead = "300s"

    @Option(
        name: .customLong("repeat"),
        help: ArgumentHelp(
            "Make so many passes and print only how long they took, reading and printing excluded.", valueName: "passes"
        ))
    var passes: Int?

    @Option(help: ArgumentHelp("text or csv.", valueName: "format"))
    var format = ConflictTable.Format.text

    func validate() throws {
        if let passes, !(1...1_000_000).contains(passes) { throw ValidationError("--repeat takes 1 to 1000000 passes") }
    }

    func run() throws {
        let minima: Minima
        let lookahead: TimeSpan
        do {
            minima = try Minima(parsing: self.minima)
            lookahead = try TimeSpan(parsing: self.lookahead)
            try DetectionLimits.check(minima, lookahead: lookahead)
        } catch {
            throw ValidationError("\(error)")
        }
        let sky = try read()
        do {
            if let passes {
                print(try ProbeTiming(passes: passes, in: sky, minima: minima, lookahead: lookahead))
            } else {
                var detector = ConflictDetector()
                let conflicts = try detector.detect(in: sky, minima: minima, lookahead: lookahead)
                let output = FileHandle.standardOutput
                try ConflictTable(conflicts, in: sky).write(as: format) { try output.write(contentsOf: Data($0.utf8)) }
            }
        } catch let fault as DetectionFault {
            throw failure("\(snapshot): \(fault)")
        }
    }

    /// Reads the snapshot, and says on the standard error stream what was left out.
    private func read() throws -> SkySnapshot {
        let bytes: [UInt8]
        do {
            bytes = Array(
                snapshot == "-"
                    ? try FileHandle.standardInput.readToEnd() ?? Data()
                    : try Data(contentsOf: URL(filePath: snapshot)))
        } catch {
            throw failure("\(snapshot) can't be read: \(error.localizedDescription)")
        }
        do throws(DetectionFault) {
            let csv = try SnapshotCSV(reading: bytes)
            var text = ""
            for fault in csv.faults { text += "\(snapshot):\(fault)\n" }
            if csv.faultCount > csv.faults.count { text += "\(snapshot): \(csv.faultCount) lines left out in all\n" }
            FileHandle.standardError.write(Data(text.utf8))
            guard csv.faultCount == 0 || csv.snapshot.count > 0 else {
                throw DetectionFault.snapshot(reason: "nothing could be read")
            }
            return csv.snapshot
        } catch {
            throw failure("\(snapshot): \(error)")
        }
    }

    /// Says on the standard error stream why nothing came of it.
    private func failure(_ reason: String) -> ExitCode {
        FileHandle.standardError.write(Data("parley probe: \(reason)\n".utf8))
        return .failure
    }
}

extension ConflictTable.Format: ExpressibleByArgument {}
