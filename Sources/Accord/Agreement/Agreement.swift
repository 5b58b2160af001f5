public import Airspace
public import Separation

/// What parties agreed: who, where, when, which distances by which rule, what is told to whom, and what happens when.
///
/// The document's bytes are what is signed; this is what they mean. docs/agreement.md describes every key.
public struct Agreement: Sendable, Hashable {
    /// Its identifier, part of the names of its records.
    public var identifier: String
    /// Its version, from 1.
    public var version: Int
    /// What it is called.
    public var title: BilingualText
    /// From when until when it holds, Unix seconds.
    public var termUnixSeconds: ClosedRange<Double>
    /// Who agreed.
    public var parties: [AgreementParty]
    /// Where it holds.
    public var area: Volume
    /// The measuring rule's largest gap within a track, seconds.
    public var gapSeconds: Double
    /// The measuring rule's longest pause within an encounter, seconds.
    public var mergeSeconds: Double
    /// The distances that must be kept.
    public var minima: [MinimaClause]
    /// The zones.
    public var zones: [AgreedZone]
    /// The frequencies.
    public var frequencies: [AgreedFrequency]
    /// Who tells whom what.
    public var disclosure: [DisclosureRule]
    /// What one party may hand on of another's.
    public var relays: [RelayRule]
    /// How the line is tested.
    public var lineChecks: LineChecks
    /// What is done at each level of alert.
    public var procedures: [Procedure]
    /// How “is this yours?” is answered.
    public var questions: QuestionTerms
    /// What is still owed while it is suspended.
    public var owedWhileSuspended: Set<OwedDuty>
    /// How long before the end a party says so, seconds.
    public var endNoticeSeconds: Double
    /// How long entries are kept at least, seconds.
    public var retentionSeconds: Double

    /// The party of a name.
    public func party(_ name: String) -> AgreementParty? { parties.first { $0.identifier == name } }

    /// The zone of a name.
    public func zone(_ name: String) -> AgreedZone? { zones.first { $0.identifier == name } }

    /// The procedure of a level.
    public func procedure(_ level: Procedure.Level) -> Procedure? { procedures.first { $0.level == level } }

    /// Whether it holds at a time by its term alone.
    public func isInTerm(atUnixSeconds: Double) -> Bool { termUnixSeconds.contains(atUnixSeconds) }

    /// The measuring rule with the minima of the clause that holds everywhere.
    public var measuringRule: MeasuringRule {
        MeasuringRule(minima: generalMinima, gapSeconds: gapSeconds, mergeSeconds: mergeSeconds)
    }

    /// The minima that hold where no clause says otherwise.
    public var generalMinima: Minima {
        minima.first { $0.zone == nil && $0.classes == nil }?.minima ?? .enRoute
    }

    /// The minima of a zone, or everywhere (nil), with its exceptions for pairs of classes.
    public func classMinima(inZone zone: String?) -> ClassMinima {
        let own = minima.filter { $0.zone == zone }
        let general = own.first { $0.classes == nil }?.minima ?? generalMinima
        var exceptions: [ClassPair: Minima] = [:]
        for clause in minima where clause.zone == nil {
            if let classes = clause.classes { exceptions[classes] = clause.minima }
        }
        for clause in own {
            if let classes = clause.classes { exceptions[classes] = clause.minima }
        }
        return ClassMinima(general, exceptions: exceptions)
    }
}
