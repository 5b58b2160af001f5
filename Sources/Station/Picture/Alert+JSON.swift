import Airspace
import Separation

extension Alert {
    /// Writes it as the interface describes `Conflict`.
    func write(to writer: inout JSONWriter) {
        let prediction = prediction
        writer.object {
            $0.field("id", identifier.description)
            $0.field("a", firstAircraft)
            $0.field("b", secondAircraft)
            $0.field("level", level.rawValue)
            $0.field("inLoss", prediction.isInLoss)
            $0.field("since", sinceUnixSeconds, decimals: 3)
            $0.field("secondsToLoss", prediction.secondsToLoss, decimals: 1)
            $0.field("secondsToLossEnd", prediction.secondsToLossEnd, decimals: 1)
            $0.field("secondsToCPA", prediction.secondsToCPA, decimals: 1)
            $0.field("horizontalMetres", prediction.horizontalMetres, decimals: 1)
            $0.field("verticalFeet", prediction.verticalFeet, decimals: 1)
            $0.field("cpaHorizontalMetres", prediction.cpaHorizontalMetres, decimals: 1)
            $0.field("cpaVerticalFeet", prediction.cpaVerticalFeet, decimals: 1)
            Self.write("cpaA", prediction.cpaFirst, to: &$0)
            Self.write("cpaB", prediction.cpaSecond, to: &$0)
            minima.write("minima", to: &$0)
            widenedMinima.write("widened", to: &$0)
            $0.field("volume", volume)
            $0.field("diverging", isDiverging)
            $0.field("levelUnknown", isLevelUnknown)
            $0.field("together", together)
            $0.array("quality") { list in
                if !flaws.isEmpty { flaws.names.forEach { list.value($0) } }
            }
            acknowledged?.write("acknowledged", to: &$0)
            inhibited?.write("inhibited", to: &$0)
        }
    }

    private static func write(_ name: StaticString, _ position: GeodeticPosition, to writer: inout JSONWriter) {
        writer.array(name) {
            $0.value(position.longitudeDegrees, decimals: 6)
            $0.value(position.latitudeDegrees, decimals: 6)
        }
    }
}

extension AlertAct {
    func write(_ name: StaticString, to writer: inout JSONWriter) {
        writer.object(name) {
            $0.field("by", by)
            $0.field("reason", reason)
            $0.field("until", untilUnixSeconds, decimals: 3)
        }
    }
}

extension Emergency {
    /// Writes it as the interface describes `Emergency`.
    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("id", identifier)
            $0.field("squawk", squawk)
            $0.field("kind", kind.rawValue)
            $0.field("since", sinceUnixSeconds, decimals: 3)
            $0.field("lost", isLost)
            if isDeclared { $0.field("declared", true) }
        }
    }
}

extension Minima {
    func write(_ name: StaticString, to writer: inout JSONWriter) {
        writer.object(name) {
            $0.field("horizontalMetres", horizontal.metres, decimals: 3)
            $0.field("verticalFeet", vertical.feet, decimals: 3)
        }
    }
}
