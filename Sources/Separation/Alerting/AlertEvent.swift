/// Something that happened to an alert: what is written down, and what makes a sound.
public struct AlertEvent: Sendable, Hashable {
    /// What happened.
    public enum Kind: String, Sendable, Hashable {
        /// It became an advisory from nothing.
        case advisory
        /// It became an alarm.
        case alarm
        /// An alarm became an advisory.
        case steppedDown = "stepped-down"
        /// It no longer alerts.
        case ended
        /// A person acknowledged it.
        case acknowledged
        /// An acknowledged alarm became worse, and calls again.
        case worsened
        /// A person inhibited it.
        case inhibited
        /// The inhibition ended, by its expiry or by a person.
        case inhibitionEnded = "inhibition-ended"
        /// An emergency code was confirmed.
        case emergency
        /// An emergency code is no longer sent.
        case emergencyEnded = "emergency-ended"
    }

    /// When, Unix seconds of the picture.
    public var timeUnixSeconds: Double
    /// What happened.
    public var kind: Kind
    /// The alert's identifier, or the aircraft's for an emergency, as text.
    public var subject: String
    /// The level that the alert has now.
    public var level: AlertLevel
    /// More in plain words: who and why, or the code; may be empty.
    public var detail: String

    /// An event.
    public init(timeUnixSeconds: Double, kind: Kind, subject: String, level: AlertLevel, detail: String = "") {
        self.timeUnixSeconds = timeUnixSeconds
        self.kind = kind
        self.subject = subject
        self.level = level
        self.detail = detail
    }
}

/// What the monitor says of one picture second.
public struct AlertPicture: Sendable, Hashable {
    /// The picture second, Unix seconds.
    public var timeUnixSeconds: Double
    /// Every conflict within the look-ahead and every loss, alarms first, then by time to loss, then by identifier.
    public var alerts: [Alert] = []
    /// Every confirmed emergency; they stand above all alerts.
    public var emergencies: [Emergency] = []
    /// What happened in this second, in a fixed order.
    public var events: [AlertEvent] = []
    /// How many aircraft that each other party tells of, and conflicts with them, took no part: there are more than any sky has.
    public var leftOut: [String: Int] = [:]

    /// A picture without anything.
    public init(timeUnixSeconds: Double) { self.timeUnixSeconds = timeUnixSeconds }
}
