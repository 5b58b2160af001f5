import Separation

/// The tracks that answer to one name, as far as the name leads to one aircraft.
enum NamedAircraft {
    /// One aircraft, as each source has it.
    case found(identifier: String, tracks: [ObservedTrack])
    /// It is the name of a party, with all aircraft that are said to be its own, each as each source has it.
    case party([[ObservedTrack]])
    /// Several aircraft answer to it.
    case ambiguous([String])
    /// None does.
    case unknown

    /// Whom a name means in a window.
    init(_ name: String, in library: any TrackLibrary, window: ClaimWindow) throws {
        let tracks = try library.tracks(named: name, window: window)
        guard library.isParty(name, window: window), !tracks.isEmpty else {
            self.init(tracks)
            return
        }
        let aircraft = Dictionary(grouping: tracks, by: \.identifier)
        self = .party(aircraft.sorted { $0.key < $1.key }.map(\.value))
    }

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
