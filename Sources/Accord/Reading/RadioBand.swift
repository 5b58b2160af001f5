/// Where aircraft and controllers speak by radio.
enum RadioBand {
    /// The last two digits of a channel name in the band of 8.33 kHz spacing (ICAO Annex 10, volume V, table 4-1 bis).
    private static let channelEndings: Set<Int> = [0, 5, 10, 15, 25, 30, 35, 40, 50, 55, 60, 65, 75, 80, 85, 90]

    /// The two frequencies on which distress is called.
    static let distressKilohertz: Set<Int> = [121_500, 243_000]

    /// Reads `132.015 MHz` or `8957 kHz` and sees that it lies in an aeronautical band: HF 2.85 to 22 MHz, VHF 118 to 136.99 MHz,
    /// UHF 225 to 399.975 MHz.
    static func kilohertz(_ node: DocumentNode) throws(DocumentFault) -> Int {
        let text = try node.text()
        let bare = text.filter { !$0.isWhitespace }.lowercased()
        let isKilo = bare.hasSuffix("khz")
        guard isKilo || bare.hasSuffix("mhz") else {
            throw node.fault(
                "“\(text)” has no unit: MHz or kHz is needed, such as 132.015 MHz",
                "«\(text)» указано без единицы: нужна MHz или kHz, например 132.015 MHz")
        }
        guard let number = Double(bare.dropLast(3)), number.isFinite, number > 0, number < 1_000_000 else {
            throw node.fault("“\(text)” is no frequency", "«\(text)» — не частота")
        }
        let exact = isKilo ? number : number * 1_000
        let kilohertz = Int(exact.rounded())
        guard abs(exact - Double(kilohertz)) < 1e-6 else {
            throw node.fault("“\(text)” has too many decimals", "в «\(text)» слишком много знаков после запятой")
        }
        switch kilohertz {
        case 2_850...22_000: break
        case 118_000...136_990:
            guard channelEndings.contains(kilohertz % 100) else {
                throw node.fault(
                    "\(text) is no channel of 25 kHz or 8.33 kHz spacing",
                    "\(text) — не канал с шагом 25 кГц или 8,33 кГц")
            }
        case 225_000...399_975:
            guard kilohertz % 25 == 0 else {
                throw node.fault("\(text) is no channel of 25 kHz spacing", "\(text) — не канал с шагом 25 кГц")
            }
        default:
            throw node.fault(
                "\(text) is out of band: 2.85-22 MHz, 118-136.99 MHz or 225-399.975 MHz is needed",
                "\(text) вне диапазона: нужно 2,85–22 МГц, 118–136,99 МГц или 225–399,975 МГц")
        }
        return kilohertz
    }
}
