extension AgreementJudge {
    /// What may be handed on that need not be, or to somebody who knows it.
    mutating func judgeRelays(_ agreement: Agreement) {
        for (index, relay) in agreement.relays.enumerated() {
            let path = ["relay", "\(index)"]
            judgeNames([relay.of], at: path + ["of"], in: agreement)
            judgeNames([relay.by], at: path + ["by"], in: agreement)
            if relay.of == relay.by {
                fault(
                    path + ["by"], "\(relay.of) needs no licence for its own aircraft",
                    "стороне \(relay.of) не нужно разрешение на сведения о своих воздушных судах")
            }
            if relay.under == agreement.identifier {
                fault(path + ["under"], "this is the same agreement", "это то же самое соглашение")
            }
            if relay.to == relay.of || relay.to == relay.by {
                fault(path + ["to"], "\(relay.to) knows it already", "сторона \(relay.to) это уже знает")
            }
            if agreement.relays[..<index].contains(where: { $0.identifier == relay.identifier }) {
                fault(
                    path + ["rule"], "two rules are called “\(relay.identifier)”",
                    "два правила названы «\(relay.identifier)»")
            }
            caution(
                path, "the licence holds and is read aloud, but this version of the station hands nothing on by itself",
                "разрешение действует и зачитывается, но эта версия станции сама ничего дальше не передаёт")
        }
    }
}
