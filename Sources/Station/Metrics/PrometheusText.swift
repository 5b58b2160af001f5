/// Writes measurements in the Prometheus text exposition format, version 0.0.4.
struct PrometheusText {
    /// What has been written.
    private(set) var text = ""

    private mutating func head(_ name: String, _ help: String, _ kind: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
    }

    /// A count that only grows.
    mutating func counter(_ name: String, _ help: String, _ counter: Counter) {
        head(name, help, "counter")
        text += "\(name) \(counter.value)\n"
    }

    /// A number that goes up and down.
    mutating func gauge(_ name: String, _ help: String, _ gauge: Gauge) {
        head(name, help, "gauge")
        text += "\(name) \(gauge.value)\n"
    }

    /// How often something took how long.
    mutating func histogram(_ name: String, _ help: String, _ histogram: Histogram) {
        head(name, help, "histogram")
        let reading = histogram.reading
        var below = 0
        for (bound, count) in zip(histogram.bounds, reading.counts) {
            below += count
            text += "\(name)_bucket{le=\"\(bound)\"} \(below)\n"
        }
        text +=
            "\(name)_bucket{le=\"+Inf\"} \(reading.count)\n\(name)_sum \(reading.sum)\n\(name)_count \(reading.count)\n"
    }
}
