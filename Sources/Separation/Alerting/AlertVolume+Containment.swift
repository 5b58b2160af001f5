import Airspace

extension AlertVolume {
    /// Whether an aircraft counts as inside: an alerting volume takes whoever may be inside, a quiet one whoever surely is.
    func contains(_ position: GeodeticPosition, level: Level) -> Bool {
        switch volume.footprint {
        case .everywhere: break
        case .circle(let centre, let radius):
            if position.distanceMetres(to: centre) > radius { return false }
        case .polygon(let corners):
            var inside = false
            var j = corners.count - 1
            for i in corners.indices {
                let a = corners[i], b = corners[j]
                if (a.latitudeDegrees > position.latitudeDegrees) != (b.latitudeDegrees > position.latitudeDegrees),
                    position.longitudeDegrees
                        < (b.longitudeDegrees - a.longitudeDegrees) * (position.latitudeDegrees - a.latitudeDegrees)
                        / (b.latitudeDegrees - a.latitudeDegrees) + a.longitudeDegrees
                {
                    inside.toggle()
                }
                j = i
            }
            if !inside { return false }
        }
        let bounds = level.boundsFeet
        let lower = volume.lower?.feet ?? -.infinity
        let upper = volume.upper?.feet ?? .infinity
        switch effect {
        case .alert: return bounds.upperBound >= lower && bounds.lowerBound <= upper
        case .quiet: return bounds.lowerBound >= lower && bounds.upperBound <= upper
        }
    }
}
