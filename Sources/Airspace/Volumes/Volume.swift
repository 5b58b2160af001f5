/// A part of the sky: an outline, and a lower and upper level with their datum.
public struct Volume: Sendable, Hashable {
    /// The outline.
    public var footprint: Footprint
    /// The floor; nil: down to the ground.
    public var lower: Altitude?
    /// The ceiling; nil: without limit.
    public var upper: Altitude?

    /// A volume over `footprint` from `lower` to `upper`.
    public init(footprint: Footprint, lower: Altitude? = nil, upper: Altitude? = nil) {
        self.footprint = footprint
        self.lower = lower
        self.upper = upper
    }
}

/// What a zone is for.
public enum ZonePurpose: String, Sendable, Hashable, CaseIterable, Codable {
    case exercise
    case restricted
    case keepOut = "keep-out"
    case corridor
    /// A volume in which conflicts alert.
    case alerting
}

/// A volume with a name, a purpose and times.
public struct Zone: Sendable, Hashable {
    /// Its name, unique in its file.
    public var name: String
    /// What it is for.
    public var purpose: ZonePurpose
    /// Where it is.
    public var volume: Volume
    /// When it holds, Unix seconds; nil: always.
    public var activeUnixSeconds: ClosedRange<Double>?

    /// A zone.
    public init(name: String, purpose: ZonePurpose, volume: Volume, activeUnixSeconds: ClosedRange<Double>? = nil) {
        self.name = name
        self.purpose = purpose
        self.volume = volume
        self.activeUnixSeconds = activeUnixSeconds
    }

    /// Whether it holds at `unixSeconds`.
    public func isActive(at unixSeconds: Double) -> Bool {
        activeUnixSeconds?.contains(unixSeconds) ?? true
    }
}
