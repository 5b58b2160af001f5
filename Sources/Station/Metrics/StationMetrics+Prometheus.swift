extension StationMetrics {
    /// All of it in the Prometheus text exposition format, version 0.0.4.
    public var prometheusText: String {
        var text = ""
        counter(&text, "parley_reports_total", "Reports taken into the picture", reports)
        counter(&text, "parley_faults_total", "Faults found in the input", faults)
        counter(
            &text, "parley_reports_dropped_total", "Reports dropped because the picture fell behind", droppedReports)
        counter(&text, "parley_writes_dropped_total", "Writes that the store did not take", droppedWrites)
        counter(&text, "parley_pairs_examined_total", "Pairs that detection examined", pairsExamined)
        counter(&text, "parley_frames_skipped_total", "Frames that slow clients did not get", skippedFrames)
        counter(&text, "parley_requests_total", "Requests answered", requests)
        gauge(&text, "parley_tracks", "Aircraft in the picture", tracks)
        gauge(&text, "parley_conflicts", "Conflicts in the picture", conflicts)
        gauge(&text, "parley_seconds_behind", "Picture seconds due and not yet worked", secondsBehind)
        gauge(&text, "parley_reports_waiting", "Reports that wait for the next second", waitingReports)
        gauge(&text, "parley_writes_waiting", "Writes that wait for the store", waitingWrites)
        gauge(&text, "parley_event_clients", "Clients that listen to events", eventClients)
        histogram(
            &text, "parley_report_to_event_seconds", "From a report's arrival to the event that carries it",
            reportToEventSeconds)
        histogram(&text, "parley_second_seconds", "Work of one picture second", secondSeconds)
        histogram(&text, "parley_detection_seconds", "The detection pass of one picture second", detectionSeconds)
        histogram(&text, "parley_encoding_seconds", "Writing one frame as JSON", encodingSeconds)
        return text
    }

    private func head(_ text: inout String, _ name: String, _ help: String, _ kind: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
    }

    private func counter(_ text: inout String, _ name: String, _ help: String, _ counter: Counter) {
        head(&text, name, help, "counter")
        text += "\(name) \(counter.value)\n"
    }

    private func gauge(_ text: inout String, _ name: String, _ help: String, _ gauge: Gauge) {
        head(&text, name, help, "gauge")
        text += "\(name) \(gauge.value)\n"
    }

    private func histogram(_ text: inout String, _ name: String, _ help: String, _ histogram: Histogram) {
        head(&text, name, help, "histogram")
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
