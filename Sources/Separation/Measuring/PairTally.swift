import Airspace

/// An encounter that may still go on: what its losses have come to so far.
struct PairTally {
    /// Where in the measurer the trail of the one whose identifier comes first is.
    let slotA: Int
    let slotB: Int
    private(set) var encounter: Encounter
    private(set) var resemblance = TrackResemblance()

    /// Begins with the pair's first loss.
    init(slotA: Int, slotB: Int, first loss: PairLoss, a: AircraftTrail, b: AircraftTrail) {
        self.slotA = slotA
        self.slotB = slotB
        encounter = Encounter(
            a: a.identifier, b: b.identifier, callsignA: a.callsign, callsignB: b.callsign,
            start: loss.second, end: loss.second, lossSeconds: 0,
            minHorizontalMetres: .infinity, minHorizontalAt: loss.second, verticalFeetAtMinHorizontal: .infinity,
            minSlantMetres: .infinity, minSlantAt: loss.second, minVerticalFeet: .infinity, quality: [],
            placeA: loss.placeA, placeB: loss.placeB)
        add(loss, a: a, b: b)
    }

    /// Takes the next loss of the pair.
    mutating func add(_ loss: PairLoss, a: AircraftTrail, b: AircraftTrail) {
        encounter.end = loss.second
        encounter.lossSeconds += 1
        encounter.quality.formUnion(loss.quality)
        encounter.minVerticalFeet = min(encounter.minVerticalFeet, loss.verticalFeet)
        if loss.horizontalMetres < encounter.minHorizontalMetres {
            encounter.minHorizontalMetres = loss.horizontalMetres
            encounter.minHorizontalAt = loss.second
            encounter.verticalFeetAtMinHorizontal = loss.verticalFeet
            encounter.placeA = loss.placeA
            encounter.placeB = loss.placeB
            encounter.callsignA = a.callsign ?? encounter.callsignA
            encounter.callsignB = b.callsign ?? encounter.callsignB
        }
        let slant = loss.slantMetres
        if slant < encounter.minSlantMetres {
            encounter.minSlantMetres = slant
            encounter.minSlantAt = loss.second
        }
        resemblance.add(loss)
    }

    /// The encounter as it stands, with the flags that only the pair as a whole can have.
    func measured(a: AircraftTrail, b: AircraftTrail, verticalMinimumFeet: Double) -> Encounter {
        var measured = encounter
        measured.callsignA = measured.callsignA ?? a.callsign
        measured.callsignB = measured.callsignB ?? b.callsign
        if measured.minVerticalFeet >= verticalMinimumFeet - MeasuringRule.levelToleranceFeet {
            measured.quality.insert(.levelTolerance)
        }
        if resemblance.isOneAircraft(
            a: measured.a, b: measured.b, callsignA: measured.callsignA, callsignB: measured.callsignB)
        {
            measured.quality.insert(.duplicateTrack)
        }
        return measured
    }
}

/// Two aircraft in loss at one second.
struct PairLoss {
    var second: Int
    var horizontalMetres: Double
    var verticalFeet: Double
    var placeA: Encounter.Place
    var placeB: Encounter.Place
    var footA: EarthCentred
    var footB: EarthCentred
    var quality: QualityFlags

    var slantMetres: Double {
        let verticalMetres = verticalFeet * LengthUnit.feet.metres
        return (horizontalMetres * horizontalMetres + verticalMetres * verticalMetres).squareRoot()
    }
}
