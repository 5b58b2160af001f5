extension StationMetrics {
    /// All of it in the Prometheus text exposition format, version 0.0.4.
    public var prometheusText: String {
        var text = PrometheusText()
        text.counter("parley_reports_total", "Reports taken into the picture", reports)
        text.counter("parley_faults_total", "Faults found in the input", faults)
        text.counter(
            "parley_reports_dropped_total", "Reports dropped because the picture fell behind", droppedReports)
        text.counter("parley_writes_dropped_total", "Writes that the store did not take", droppedWrites)
        text.counter("parley_pairs_examined_total", "Pairs that detection examined", pairsExamined)
        text.counter("parley_frames_skipped_total", "Frames that slow clients did not get", skippedFrames)
        text.counter("parley_requests_total", "Requests answered", requests)
        text.gauge("parley_tracks", "Aircraft in the picture", tracks)
        text.gauge("parley_conflicts", "Conflicts in the picture", conflicts)
        text.gauge("parley_seconds_behind", "Picture seconds due and not yet worked", secondsBehind)
        text.gauge("parley_reports_waiting", "Reports that wait for the next second", waitingReports)
        text.gauge("parley_writes_waiting", "Writes that wait for the store", waitingWrites)
        text.gauge("parley_event_clients", "Clients that listen to events", eventClients)
        text.gauge("parley_disk_free_bytes", "Bytes free on the disk of the node", diskFreeBytes)
        text.gauge(
            "parley_disk_minimum_bytes", "Below this own tracks are not written down any more", diskMinimumBytes)
        text.histogram(
            "parley_report_to_event_seconds", "From a report's arrival to the event that carries it",
            reportToEventSeconds)
        text.histogram("parley_second_seconds", "Work of one picture second", secondSeconds)
        text.histogram("parley_detection_seconds", "The detection pass of one picture second", detectionSeconds)
        text.histogram("parley_encoding_seconds", "Writing one frame as JSON", encodingSeconds)
        exchange.write(to: &text)
        return text.text
    }
}
