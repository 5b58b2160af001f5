import Airspace
import Separation
import Surveillance

/// The review as one self-contained page, made to be printed and handed over: no script, nothing fetched.
struct ReviewPage {
    private let review: Review

    init(_ review: Review) { self.review = review }

    /// More encounters than this are listed but not drawn: nobody prints them, and the page must still open.
    static let mostDrawn = 2_000

    func write(to output: (String) throws -> Void) rethrows {
        try output(head + overview)
        try output(table)
        for (index, encounter) in review.encounters.prefix(Self.mostDrawn).enumerated() {
            try output(section(index + 1, encounter))
        }
        if review.encounters.count > Self.mostDrawn {
            try output("<p>Only the first \(Self.mostDrawn.grouped) encounters are drawn.</p>")
        }
        try output("</main></body></html>\n")
    }

    private var head: String {
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + "<title>Encounters · Parley review</title>\n<style>\(ReviewStyle.css)</style></head>\n<body><main>\n"
    }

    private var overview: String {
        let summary = ReviewSummary(review)
        var html = "<h1>Encounters</h1>\n<p class=\"lead\">\(summary.counts.escapedForHTML)</p>\n"
        html += "<p>All times are UTC.</p>\n<h2>The rule</h2>\n" + ReviewRuleText(review.rule).html
        html += "<h2>What was measured</h2>\n<p>\(summary.traffic.escapedForHTML)</p>\n<ul>\n"
        for source in review.sources { html += item(source) }
        html += "</ul>\n<h2>What was rejected</h2>\n"
        let rejected = summary.rejected.map { "<p>\($0.escapedForHTML)</p>\n" }.joined()
        html += rejected.isEmpty ? "<p>No report was rejected by the rule.</p>\n" : rejected
        return html
    }

    private func item(_ source: Review.Source) -> String {
        var html = "<li>" + source.path.escapedForHTML
        if let failure = source.failure {
            return html + ": <strong>not read</strong>: \(failure.escapedForHTML)</li>\n"
        }
        html += " (\((source.format?.rawValue ?? "unknown").escapedForHTML)): \(source.reportCount.grouped) reports"
        guard source.faultCount > 0 else { return html + ", no faults.</li>\n" }
        html += ", \(source.faultCount.grouped) faults, of which the first:\n<ul class=\"faults\">"
        for fault in source.faults.prefix(10) {
            html += "<li>line or byte \(fault.position): \(fault.reason.escapedForHTML)</li>"
        }
        return html + "</ul></li>\n"
    }

    private var table: String {
        guard !review.encounters.isEmpty else { return "" }
        var html = "<h2>All encounters</h2>\n<table><thead><tr><th>no.</th><th>start</th><th>in loss</th>"
        html += "<th>A</th><th>B</th><th>closest</th><th>vertical then</th><th>least vertical</th><th>slant</th>"
        html += "<th>data quality</th></tr></thead><tbody>\n"
        for (index, encounter) in review.encounters.enumerated() {
            let number = index < Self.mostDrawn ? "<a href=\"#e\(index + 1)\">\(index + 1)</a>" : "\(index + 1)"
            html += "<tr><td>\(number)</td><td class=\"t\">\(Self.time(encounter.start))</td>"
            html += "<td class=\"n\">\(encounter.lossSeconds) s</td>"
            html += "<td>\(Self.name(encounter.a, encounter.callsignA))</td>"
            html += "<td>\(Self.name(encounter.b, encounter.callsignB))</td>"
            html += "<td class=\"n\">\(ReviewSummary.miles(encounter.minHorizontalMetres))</td>"
            html += "<td class=\"n\">\(encounter.verticalFeetAtMinHorizontal.written(0)) ft</td>"
            html += "<td class=\"n\">\(encounter.minVerticalFeet.written(0)) ft</td>"
            html += "<td class=\"n\">\(ReviewSummary.miles(encounter.minSlantMetres))</td>"
            html += "<td>\(encounter.quality.names.joined(separator: ", "))</td></tr>\n"
        }
        return html + "</tbody></table>\n"
    }

    private func section(_ number: Int, _ encounter: Encounter) -> String {
        let series = EncounterSeries(encounter, in: review)
        let start = Self.time(encounter.start)
        let end = Self.time(encounter.end)
        let closestAt = Self.time(encounter.minHorizontalAt)
        var html = "<section id=\"e\(number)\"><h3>\(number). \(Self.name(encounter.a, encounter.callsignA)) and "
        html += "\(Self.name(encounter.b, encounter.callsignB))</h3>\n<p>In loss for \(encounter.lossSeconds) s, "
        html += "from \(start) to \(end). Closest at \(closestAt): "
        html += "<strong>\(ReviewSummary.miles(encounter.minHorizontalMetres))</strong> "
        html += "(\(encounter.minHorizontalMetres.written(1)) m), "
        html += "<strong>\(encounter.verticalFeetAtMinHorizontal.written(0)) ft</strong> vertically; "
        html += "smallest slant \(encounter.minSlantMetres.written(1)) m, "
        html += "least vertical distance \(encounter.minVerticalFeet.written(0)) ft.</p>\n"
        html += "<p class=\"places\">A at the closest approach: \(Self.place(encounter.placeA)). "
        html += "B: \(Self.place(encounter.placeB)).</p>\n"
        for name in encounter.quality.names {
            html += "<p class=\"flaw\"><strong>\(name)</strong>: \(Self.meaning(name))</p>\n"
        }
        html += "<figure>" + PlanView(encounter, series, minimum: review.rule.minima.horizontal).svg
        html += ProfilePlot(encounter, series, minima: review.rule.minima).svg
        return html
            + "</figure><p class=\"caption\">A solid, B dashed; thick and shaded while in loss; dotted: the minima.</p></section>\n"
    }

    /// `2021-10-07 12:04:14`; the page says that all times are UTC.
    private static func time(_ second: Int) -> String {
        String(UTCTime.string(unixSeconds: Double(second)).dropLast().replacing("T", with: " "))
    }

    private static func name(_ identifier: String, _ callsign: String?) -> String {
        let bare = "<code>\(identifier.escapedForHTML)</code>"
        guard let callsign, !callsign.isEmpty else { return bare }
        return "\(callsign.escapedForHTML) \(bare)"
    }

    private static func place(_ place: Encounter.Place) -> String {
        let latitude = place.position.latitudeDegrees
        let longitude = place.position.longitudeDegrees
        return "\(abs(latitude).written(5))° \(latitude < 0 ? "S" : "N") \(abs(longitude).written(5))° "
            + "\(longitude < 0 ? "W" : "E"), \(place.altitudeFeet.written(0)) ft"
    }

    private static func meaning(_ flag: String) -> String {
        switch flag {
        case "frozen": "the position of one of them stopped while it flew on; the distance is not to be relied on."
        case "duplicate-track": "both identifiers are very likely one aircraft."
        case "jump": "a position or level changed more than an aircraft can."
        case "clock": "time stamps are in doubt."
        case "mixed-datum": "an altitude may not be a pressure altitude."
        case "level-tolerance": "level keeping and encoding alone can explain it; it is never called a violation."
        case "rounding": "positions were given on a coarse grid, of 111 m or more."
        default: "the data was older than its source holds to be current."
        }
    }
}
