public import Accord
public import ArgumentParser
import Exercise
import Foundation

/// A plan named on the command line, read and checked with the agreement beside it.
struct PlanFile {
    let path: String
    let bytes: [UInt8]
    let plan: ExercisePlan?
    let faults: [DocumentFault]
    let agreement: Agreement?
    /// What is to be known about the agreement, such as that there is none.
    let note: String?

    var sha256: String { AgreementDocument.sha256(of: bytes) }

    /// Reads a plan; the agreement is `agreementPath`, or `agreement.yaml` beside the plan where there is one.
    init(_ path: String, agreement agreementPath: String?) throws {
        self.path = path
        bytes = try Self.contents(path, most: DocumentNode.maximumBytes)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ExerciseFailure("\(path): the plan is not UTF-8")
        }
        let reader = PlanReader(text)
        plan = reader.plan
        let beside = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("agreement.yaml")
            .path
        let found = agreementPath ?? (FileManager.default.fileExists(atPath: beside) ? beside : nil)
        var faults = reader.faults
        if let found {
            let check = AgreementCheck(try Self.contents(found, most: DocumentNode.maximumBytes))
            guard let agreement = check.agreement, check.faults.isEmpty else {
                let first = check.faults.first.map { "\($0)" } ?? "it can't be read"
                throw ExerciseFailure("\(found): the agreement has faults: \(first)")
            }
            self.agreement = agreement
            note = "Held against \(found)."
            if let plan {
                faults += PlanCheck(plan, agreement: AgreementTerms(agreement, zone: plan.zone.name)).faults
            }
        } else {
            agreement = nil
            note = "No agreement was given: the plan was checked by itself alone."
            if let plan { faults += PlanCheck(plan).faults }
        }
        self.faults = faults.sorted { ($0.line ?? 0, $0.reason.english) < ($1.line ?? 0, $1.reason.english) }
    }

    /// The plan, or its faults as the reason why there is none.
    func flyable() throws -> ExercisePlan {
        guard let plan, faults.isEmpty else {
            throw ExerciseFailure(faults.map { "\(path): \($0)" }.joined(separator: "\n"))
        }
        return plan
    }

    static func contents(_ path: String, most: Int) throws -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.read(upToCount: most + 1) else {
            throw ExerciseFailure("\(path) can't be read")
        }
        guard data.count <= most else { throw ExerciseFailure("\(path) is larger than \(most) bytes") }
        return Array(data)
    }
}

/// Why a command came to nothing, in plain words.
struct ExerciseFailure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// Runs the work of a subcommand and turns what goes wrong into plain lines on standard error and status 1.
func exercising(_ work: () async throws -> Void) async throws {
    do {
        try await work()
    } catch let code as ExitCode {
        throw code
    } catch let error as ValidationError {
        throw error
    } catch {
        tell("parley exercise: \(error)")
        throw ExitCode.failure
    }
}

/// Writes a text to a file, or to the standard output.
func deliver(_ text: String, to path: String?) throws {
    guard let path, path != "-" else { return output(Array(text.utf8)) }
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
        throw ExerciseFailure("\(path) can't be written: \(error.localizedDescription)")
    }
}

extension AccordLanguage: ExpressibleByArgument {}
