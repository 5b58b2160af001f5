import Accord
import Inquiry

/// Which entries of some records go out.
struct ExtractChoice {
    /// The aircraft that the release is about, and the others.
    let aircraft: AircraftNames
    private let chosen: Set<EvidenceReference>

    /// Call signs of the query under which several flew: they name nobody.
    let ambiguous: [String]

    /// How many go out.
    var count: Int { chosen.count }

    /// What a query asks for, what findings rest on, and the approvals; of these only what tells of no other aircraft.
    ///
    /// An aircraft that a finding rests on is one that the claim names, and part of the release with it.
    init(
        query: ExtractQuery, sources: [ExtractSource], approvals: Set<EvidenceReference>,
        restsOn: Set<EvidenceReference>
    ) {
        var aircraft = AircraftNames()
        var claimed: [String] = []
        for source in sources {
            for item in source.items {
                guard let entry = item.entry else { continue }
                aircraft.learn(entry)
                let isTrack = entry.type == OwnTrackBody.type || entry.type == TrackBody.type
                if isTrack, restsOn.contains(EvidenceReference(record: source.origin, index: item.index)) {
                    claimed += ExtractQuery.aircraft(of: entry)
                }
            }
        }
        ambiguous = aircraft.name(query.tracks.sorted() + claimed)
        var chosen: Set<EvidenceReference> = []
        for source in sources {
            for item in source.items {
                guard let entry = item.entry else { continue }
                let reference = EvidenceReference(record: source.origin, index: item.index)
                if approvals.contains(reference) || restsOn.contains(reference) && ExtractQuery.mayGo(entry, aircraft)
                    || query.releases(entry, at: reference, aircraft)
                {
                    chosen.insert(reference)
                }
            }
        }
        self.aircraft = aircraft
        self.chosen = chosen
    }

    func contains(_ item: ExtractSource.Item, of source: ExtractSource) -> Bool {
        chosen.contains(EvidenceReference(record: source.origin, index: item.index))
    }
}
