import Airspace

extension AgreementJudge {
    mutating func judgeFrequencies(_ agreement: Agreement) {
        if agreement.frequencies.isEmpty {
            fault(
                ["frequencies"], "at least one frequency is needed on which crews reach each other",
                "нужна хотя бы одна частота, на которой экипажи могут связаться друг с другом")
        } else if !agreement.frequencies.contains(where: \.isEmergency) {
            caution(["frequencies"], "none is named for emergencies", "аварийная частота не указана")
        }
        for (index, frequency) in agreement.frequencies.enumerated() {
            let path = ["frequencies", "\(index)"]
            judgeNames(frequency.monitors, at: path + ["monitored-by"], in: agreement)
            if frequency.monitors.isEmpty { fault(path, "nobody listens on it", "её никто не прослушивает") }
            if RadioBand.distressKilohertz.contains(frequency.kilohertz), !frequency.isEmergency {
                let megahertz = frequency.megahertz.replacing(".", with: ",")
                fault(
                    path + ["frequency"], "\(frequency.text) is for distress: say “emergency: yes”, or take another",
                    "\(megahertz) МГц — частота бедствия: укажите «emergency: yes» или возьмите другую")
            }
            for other in agreement.frequencies[..<index] {
                if other.name == frequency.name {
                    fault(
                        path + ["name"], "two frequencies are called “\(frequency.name)”",
                        "две частоты названы «\(frequency.name)»")
                }
                if other.kilohertz == frequency.kilohertz {
                    fault(
                        path + ["frequency"], "it is named twice: “\(other.name)” and “\(frequency.name)”",
                        "частота указана дважды: «\(other.name)» и «\(frequency.name)»")
                }
            }
        }
    }

    mutating func judgeProcedures(_ agreement: Agreement) {
        for level in Procedure.Level.allCases where agreement.procedure(level) == nil {
            fault(
                ["procedures"], "there is no procedure for \(level.rawValue)",
                "нет порядка действий для уровня \(level.rawValue)")
        }
        for procedure in agreement.procedures {
            let path = ["procedures", procedure.level.rawValue]
            for (index, step) in procedure.steps.enumerated() {
                if let party = step.party {
                    judgeNames([party], at: path + ["\(index)", "party"], in: agreement)
                }
            }
            let ends = procedure.steps.contains { if case .telephone = $0.measure { true } else { false } }
            if procedure.level != .advisory, !ends {
                caution(
                    path, "no telephone number: when the stations fall silent there is no way left",
                    "нет номера телефона: если станции замолчат, связаться будет нечем")
            }
            if let last = procedure.steps.last, procedure.level == .distress, last.afterSeconds > 300 {
                caution(
                    path, "five minutes are long for somebody in distress",
                    "пять минут — это долго для терпящего бедствие")
            }
        }
    }

    mutating func judgeDuties(_ agreement: Agreement) {
        for duty in [OwedDuty.safetyAlerts, .lineChecks] where !agreement.owedWhileSuspended.contains(duty) {
            caution(
                ["suspension", "owed"],
                "\(duty.rawValue) is not owed while suspended: a suspended line that is not tested fails unnoticed",
                "при приостановлении не остаются в силе \(duty.rawValue): если приостановленную линию не проверять, её отказа никто не заметит"
            )
        }
        let checks = agreement.lineChecks
        if let person = checks.withPersonEverySeconds {
            if person < checks.everySeconds {
                fault(
                    ["line", "with-person"], "people are asked more often than the stations test the line",
                    "людей спрашивают чаще, чем станции проверяют линию")
            }
        } else {
            caution(
                ["line"], "no check with a person at both ends: a line that works may still have nobody at it",
                "нет проверки с участием людей на обоих концах: на исправной линии может никого не быть")
        }
        let questions = agreement.questions
        if questions.toleranceNM > 20 {
            fault(
                ["questions", "position"], "within more than 20 NM an answer says nothing about the aircraft asked for",
                "при допуске больше 20 морских миль ответ ничего не говорит об искомом борте")
        }
        if questions.toleranceFeet > 5_000 {
            fault(
                ["questions", "level"], "within more than 5000 ft an answer says nothing about the aircraft asked for",
                "при допуске больше 5000 футов ответ ничего не говорит об искомом борте")
        }
        if questions.isAutomatic, Double(questions.budget) / questions.budgetSeconds > 120.0 / 3_600 {
            caution(
                ["questions", "budget"],
                "more than 120 automatic answers an hour can be used to find out where aircraft are",
                "более 120 автоматических ответов в час позволяют выяснить, где находятся воздушные суда")
        }
        if questions.budget == 0 {
            caution(
                ["questions", "budget"], "nobody may ask “is this yours?” at all",
                "спрашивать «это ваш борт?» не вправе никто")
        }
    }
}
