import Testing

@testable import Station

/// When a source that is polled is asked.
@Suite struct PollScheduleTests {
    /// Whatever the source needs for an answer, it is asked once for each second, and answers before that second begins.
    @Test(arguments: [0.005, 0.05, 0.15, 0.25]) func answersAreThereBeforeTheSecond(spent: Double) {
        var schedule = PollSchedule()
        var asked = 1_000.62
        var seconds: [Double] = []
        for _ in 0..<60 {
            let answered = asked + spent
            seconds.append(answered.rounded(.up))
            asked = answered + schedule.waitSeconds(afterQuestionAt: asked, answeredAt: answered)
        }
        #expect(Array(seconds.dropFirst()) == (0..<59).map { seconds[1] + Double($0) })
        // What is asked for too early is old when it is shown.
        #expect(asked.rounded(.up) - asked <= 0.5)
        #expect(asked.rounded(.up) - asked >= spent)
    }

    @Test func aSlowSourceIsNotAskedFasterThanItAnswers() {
        var schedule = PollSchedule()
        #expect(schedule.waitSeconds(afterQuestionAt: 1_000, answeredAt: 1_004) == 0.05)
    }

    @Test func aClockThatIsPutBackStopsNothing() {
        var schedule = PollSchedule()
        let wait = schedule.waitSeconds(afterQuestionAt: 1_000_000, answeredAt: 0)
        #expect((0.05...1.5).contains(wait))
        #expect((0.05...1.5).contains(schedule.waitSeconds(afterQuestionAt: 0, answeredAt: 1_000_000)))
    }
}
