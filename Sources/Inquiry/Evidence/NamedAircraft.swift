import Separation

/// The tracks that answer to one name, as far as the name leads to one aircraft.
enum NamedAircraft {
    /// One aircraft, as each source has it.
    case found(identifier: String, tracks: [ObservedTrack])
    /// Several aircraft answer to it.
    case ambiguous([String])
    /// None does.
    case unknown

    /// Of several identifiers one that is no ICAO address (`~`) gives way: it is an aircraft's echo more often than an aircraft.
    init(_ tracks: [ObservedTrack]) {
        let all = Set(tracks.map(\.identifier))
        let addresses = all.filter { !$0.hasPrefix("~") }
        let identifiers = addresses.isEmpty ? all : addresses
        guard let identifier = identifiers.first else {
            self = .unknown
            return
        }
        guard identifiers.count == 1 else {
            self = .ambiguous(identifiers.sorted())
            return
        }
        self = .found(identifier: identifier, tracks: tracks.filter { $0.identifier == identifier })
    }
}
