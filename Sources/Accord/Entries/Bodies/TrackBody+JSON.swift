/// A body that is written and read by hand, because thousands come each second.
protocol HandWrittenBody: EntryBody {
    /// The body as the general encoder would write it.
    var json: [UInt8] { get }

    /// Reads what the general decoder would read.
    init(_ fields: JSONFields) throws(JSONShape.Fault)
}

extension TrackBody: HandWrittenBody {
    var json: [UInt8] {
        var text = JSONText()
        text.add("datum", datum?.rawValue)
        text.add("delaySeconds", delaySeconds)
        text.add("emergency", emergency?.rawValue)
        text.add("gridNM", gridNM)
        text.add("lat", lat)
        text.add("levelFt", levelFt)
        text.add("levelGridFt", levelGridFt)
        text.add("lon", lon)
        text.add("rule", rule)
        text.add("speedKt", speedKt)
        text.add("time", time.text)
        text.add("timeGridSeconds", timeGridSeconds)
        text.add("track", track)
        text.add("trackDegrees", trackDegrees)
        text.add("verticalFpm", verticalFpm)
        return text.object
    }

    init(_ fields: JSONFields) throws(JSONShape.Fault) {
        self.init(
            track: try fields.neededText("track"), time: try fields.neededTime("time"),
            lat: try fields.neededNumber("lat"), lon: try fields.neededNumber("lon"),
            levelFt: try fields.number("levelFt"), datum: try fields.word("datum"),
            speedKt: try fields.number("speedKt"), trackDegrees: try fields.number("trackDegrees"),
            verticalFpm: try fields.number("verticalFpm"), gridNM: try fields.neededNumber("gridNM"),
            levelGridFt: try fields.neededNumber("levelGridFt"),
            timeGridSeconds: try fields.neededNumber("timeGridSeconds"),
            delaySeconds: try fields.neededNumber("delaySeconds"), rule: try fields.neededText("rule"),
            emergency: try fields.word("emergency"))
    }
}
