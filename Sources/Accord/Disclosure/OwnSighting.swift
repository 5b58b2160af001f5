/// What an own track says of whose it is. The general decoder would cost more than all else: a day has tens of millions.
struct OwnSighting {
    var track: String
    var callsign: String?
    var source: String
    var isOurs: Bool

    init(_ body: OwnTrackBody) {
        (track, callsign, source, isOurs) = (body.track, body.callsign, body.source, body.ours)
    }

    init?(_ entry: Entry) {
        // An escape is left to the general decoder.
        guard !entry.bodyJSON.contains(UInt8(ascii: "\\")) else {
            guard let body = try? entry.body(OwnTrackBody.self) else { return nil }
            (track, callsign, source, isOurs) = (body.track, body.callsign, body.source, body.ours)
            return
        }
        do throws(JSONShape.Fault) {
            let fields = try JSONFields(entry.bodyJSON, keys: OwnTrackBody.CodingKeys.self)
            track = try fields.neededText("track")
            callsign = try fields.text("callsign")
            source = try fields.neededText("source")
            isOurs = try fields.neededTruth("ours")
        } catch { return nil }
    }
}
