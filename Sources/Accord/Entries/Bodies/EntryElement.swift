/// One coded element of a message with its parameters, as the line's commands write them.
public struct EntryElement: EntryPart {
    /// The code, `TI.TRAFFIC`.
    public var code: String
    /// Names and values, `["clock": "11", "dist": "5 NM"]`.
    public var parameters: [String: String]

    /// The fields.
    public enum CodingKeys: String, CodingKey { case code, parameters }

    /// An element.
    public init(code: String, parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }

    /// Reads an element, and nothing besides.
    public init(from decoder: any Decoder) throws {
        try EntryCoding.refuseUnknownFields(CodingKeys.self, in: decoder)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        parameters = try container.decode([String: String].self, forKey: .parameters)
    }

    /// What is out of range.
    var fault: String? {
        if let fault = FieldCheck.identifier(code, "code") { return fault }
        guard parameters.count <= 16 else { return "“parameters” has more than 16 elements" }
        for (name, value) in parameters {
            if let fault = FieldCheck.identifier(name, "parameters") ?? FieldCheck.text(value, name, longest: 500) {
                return fault
            }
        }
        return nil
    }
}

/// Where something was heard that was not sent through the stations.
public struct Heard: EntryPart {
    /// The frequency or telephone.
    public var channel: String
    /// Who heard it.
    public var by: String
    /// When.
    public var time: EntryTime

    /// The fields.
    public enum CodingKeys: String, CodingKey { case channel, by, time }

    /// Something heard.
    public init(channel: String, by: String, time: EntryTime) {
        self.channel = channel
        self.by = by
        self.time = time
    }

    /// Reads it, and nothing besides.
    public init(from decoder: any Decoder) throws {
        try EntryCoding.refuseUnknownFields(CodingKeys.self, in: decoder)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        channel = try container.decode(String.self, forKey: .channel)
        by = try container.decode(String.self, forKey: .by)
        time = try container.decode(EntryTime.self, forKey: .time)
    }

    /// What is out of range.
    var fault: String? {
        FieldCheck.needed(channel, "channel", longest: 120) ?? FieldCheck.needed(by, "by", longest: 120)
    }
}
