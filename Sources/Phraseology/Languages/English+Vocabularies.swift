extension English {
    /// The English words of every vocabulary; the first phrase is the one that is rendered.
    static let vocabularies: [Vocabulary: [VocabularyWord]] = [
        .compass: compass,
        .deviation: compass + [VocabularyWord("left", "LEFT"), VocabularyWord("right", "RIGHT")],
        .motion: [
            VocabularyWord("opposite", "OPPOSITE DIRECTION", "OPPOSITE", "HEAD ON"),
            VocabularyWord("same", "SAME DIRECTION"),
            VocabularyWord("overtaking", "OVERTAKING"),
            VocabularyWord("crossing-left-to-right", "CROSSING LEFT TO RIGHT", "CROSSING FROM LEFT TO RIGHT"),
            VocabularyWord("crossing-right-to-left", "CROSSING RIGHT TO LEFT", "CROSSING FROM RIGHT TO LEFT"),
            VocabularyWord("converging", "CONVERGING"),
        ],
        .reason: [
            VocabularyWord("traffic", "DUE TO TRAFFIC", "DUE TRAFFIC"),
            VocabularyWord(
                "airspace", "DUE TO AIRSPACE RESTRICTION", "DUE AIRSPACE RESTRICTION", "DUE AIRSPACE", "DUE TO AIRSPACE"
            ),
            VocabularyWord("weather", "DUE TO WEATHER", "DUE WEATHER"),
            VocabularyWord(
                "performance", "DUE TO AIRCRAFT PERFORMANCE", "DUE AIRCRAFT PERFORMANCE", "DUE PERFORMANCE",
                "DUE TO PERFORMANCE"),
            VocabularyWord("fuel", "DUE TO FUEL", "DUE FUEL", "DUE TO LOW FUEL", "DUE LOW FUEL", "LOW FUEL"),
            VocabularyWord(
                "technical", "DUE TO TECHNICAL FAILURE", "DUE TECHNICAL FAILURE", "DUE TECHNICAL",
                "DUE TO TECHNICAL REASONS"),
            VocabularyWord("terrain", "DUE TO TERRAIN", "DUE TERRAIN"),
            VocabularyWord("resolution-advisory", "DUE TO RESOLUTION ADVISORY", "DUE TO TCAS RA", "DUE TCAS RA"),
        ],
        .item: [
            VocabularyWord("heading", "HEADING", "YOUR HEADING"),
            VocabularyWord("level", "LEVEL", "YOUR LEVEL", "ALTITUDE"),
            VocabularyWord("speed", "SPEED", "YOUR SPEED"), VocabularyWord("position", "POSITION", "YOUR POSITION"),
            VocabularyWord("frequency", "FREQUENCY"), VocabularyWord("distance", "DISTANCE"),
            VocabularyWord("time", "TIME"), VocabularyWord("zone", "ZONE"),
            VocabularyWord("call-sign", "CALL SIGN", "YOUR CALL SIGN"),
            VocabularyWord("intentions", "INTENTIONS", "YOUR INTENTIONS"), VocabularyWord("all", "ALL"),
        ],
        .nature: [
            VocabularyWord("engine-failure", "ENGINE FAILURE"), VocabularyWord("fire", "FIRE ON BOARD", "FIRE"),
            VocabularyWord("decompression", "DECOMPRESSION"), VocabularyWord("medical", "MEDICAL EMERGENCY"),
            VocabularyWord("fuel", "MINIMUM FUEL", "FUEL EMERGENCY"),
            VocabularyWord("control", "CONTROL FAILURE", "FLIGHT CONTROL FAILURE"),
            VocabularyWord("ice", "SEVERE ICING"), VocabularyWord("navigation", "NAVIGATION FAILURE"),
            VocabularyWord("collision", "COLLISION"),
        ],
        .intent: [
            VocabularyWord("landing", "LANDING", "INTEND TO LAND"), VocabularyWord("descending", "DESCENDING"),
            VocabularyWord("returning", "RETURNING TO BASE", "RETURNING"), VocabularyWord("diverting", "DIVERTING"),
            VocabularyWord("holding", "HOLDING"),
        ],
        .aircraftClass: [
            VocabularyWord("airliner", "AIRLINER"), VocabularyWord("fighter", "FIGHTER"),
            VocabularyWord("helicopter", "HELICOPTER"), VocabularyWord("drone", "UNMANNED AIRCRAFT", "DRONE"),
            VocabularyWord("unknown", "TYPE UNKNOWN"),
        ],
    ]

    private static let compass = [
        VocabularyWord("north", "NORTH"), VocabularyWord("north-east", "NORTH EAST", "NORTHEAST"),
        VocabularyWord("east", "EAST"), VocabularyWord("south-east", "SOUTH EAST", "SOUTHEAST"),
        VocabularyWord("south", "SOUTH"), VocabularyWord("south-west", "SOUTH WEST", "SOUTHWEST"),
        VocabularyWord("west", "WEST"), VocabularyWord("north-west", "NORTH WEST", "NORTHWEST"),
    ]
}
