import Accord
import Airspace
import Foundation
import Hummingbird
import Phraseology

/// What the routes of the line share.
enum LineAnswers {
    /// Who speaks on the line.
    static let speakers: Set<Role> = [.watchOfficer]

    /// Runs an act and puts its errors into the words of the interface.
    static func checking<Result>(_ body: () async throws -> Result) async throws -> Result {
        do { return try await body() } catch let error as LineError {
            throw problem(error)
        } catch let error as PhraseologyError {
            throw Problem.badRequest(error.description)
        } catch let error as AccordError {
            throw Problem.badRequest(error.description)
        } catch StationError.peer(let name, let reason) {
            throw Problem.conflict("\(name): \(reason)")
        }
    }

    private static func problem(_ error: LineError) -> Problem {
        switch error {
        case .message, .form: Problem.badRequest(error.description)
        case .unknownMessage, .unknownCheck, .noLine: Problem.notFound(error.description)
        case .cancelled, .notNow: Problem.conflict(error.description)
        }
    }

    /// The time of a form: RFC 3339, or hours and minutes UTC of the last day, `09:24`.
    static func time(_ text: String, now: Double) throws(LineError) -> Double {
        if let seconds = try? UTCTime.unixSeconds(parsing: text) { return seconds }
        let bare = text.hasSuffix("Z") || text.hasSuffix("z") ? text.dropLast() : Substring(text)
        let day = UTCTime.string(unixSeconds: now).prefix(11)
        let whole = bare.utf8.count == 5 ? "\(day)\(bare):00Z" : "\(day)\(bare)Z"
        guard let seconds = try? UTCTime.unixSeconds(parsing: whole) else {
            throw LineError.form("“\(text.prefix(40))” is no time: 09:24 (UTC) or 2015-11-03T09:24:05Z is needed")
        }
        return seconds > now + 60 ? seconds - 86_400 : seconds
    }
}

extension Call {
    /// Who acts.
    ///
    /// - Throws: `Problem` 403 where nobody has signed in.
    func speaker() throws(Problem) -> Person {
        guard let person else { throw Problem.forbidden("sign in as a watch officer to act on the line") }
        return person
    }

    /// A text of the query.
    func text(_ name: String, maximum: Int = 1_000) throws(Problem) -> String {
        guard let text = query[name], !text.isEmpty, text.unicodeScalars.count <= maximum else {
            throw Problem.badRequest("“\(name)” must be text of 1 to \(maximum) characters")
        }
        return text
    }
}
