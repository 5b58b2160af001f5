import Accord

/// The list of this party's own aircraft that a planner keeps: nothing else is ours.
struct OursList: Sendable, Hashable {
    /// One line of it.
    struct Line: Sendable, Hashable {
        /// Its number in the list.
        var number: Int64
        /// Which aircraft.
        var pattern: AircraftPattern
        /// From when, Unix seconds; nil: since ever.
        var fromUnixSeconds: Double?
        /// Until when, Unix seconds; nil: until it is taken off.
        var untilUnixSeconds: Double?
        /// What the planner remarks; may be empty.
        var note: String
        /// Who put it there.
        var by: Person

        /// Whether it holds at a time.
        func holds(at time: Double) -> Bool {
            time >= fromUnixSeconds ?? -.infinity && time <= untilUnixSeconds ?? .infinity
        }
    }

    /// The lines in the order in which they were put there.
    var lines: [Line] = []

    /// The list as disclosure and answers ask it.
    var own: OwnAircraft {
        OwnAircraft(
            lines.map {
                OwnAircraft.Item(
                    $0.pattern, fromUnixSeconds: $0.fromUnixSeconds, untilUnixSeconds: $0.untilUnixSeconds)
            })
    }

    /// Whether a track of the picture is ours: it is our own receivers' or hand's, and on the list.
    func contains(_ track: PictureTrack, at time: Double) -> Bool {
        guard track.shared == nil || track.shared?.isSeenHere == true else { return false }
        return lines.contains {
            $0.holds(at: time) && $0.pattern.matches(identifier: track.identifier, callsign: track.callsign)
        }
    }

    /// A pattern as a planner writes it: an identifier (a 24-bit address in hexadecimal, or `id:` and anything), or a call sign, which
    /// may end in `*`; nil: neither.
    static func pattern(_ text: String) -> AircraftPattern? {
        let trimmed = text.filter { !$0.isWhitespace }
        guard (1...64).contains(trimmed.utf8.count) else { return nil }
        if trimmed.hasPrefix("id:") {
            let identifier = String(trimmed.dropFirst(3))
            return identifier.isEmpty ? nil : AircraftPattern(identifier: identifier)
        }
        if trimmed.utf8.count == 6, trimmed.allSatisfy(\.isHexDigit) { return AircraftPattern(identifier: trimmed) }
        return AircraftPattern(callsign: trimmed)
    }
}
