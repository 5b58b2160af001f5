import Record

extension AgreementReader {
    mutating func readParties(_ root: DocumentNode) -> [AgreementParty] {
        guard
            let entries = faults.need(
                root, "parties",
                { node throws(DocumentFault) in try node.entries(most: AgreementLimits.parties, "parties") })
        else { return [] }
        var parties: [AgreementParty] = []
        for (key, line, node) in entries {
            guard RecordOrigin.isName(key) else {
                faults.add(
                    DocumentFault(
                        line: line, keys: ["parties", key],
                        "a party's name is 1 to 32 of A-Z, a-z, 0-9, - _ . and begins with a letter or digit",
                        "имя стороны — от 1 до 32 знаков A-Z, a-z, 0-9, - _ . и начинается с буквы или цифры"))
                continue
            }
            faults.add(node.unknownKeys(allowed: ["name", "languages", "key", "certificate", "address"]))
            let name = faults.need(node, "name") { node throws(DocumentFault) in try node.bilingual() }
            let languages = faults.need(node, "languages") { node throws(DocumentFault) in
                try Self.languages(node)
            }
            let verifier = faults.need(node, "key") { node throws(DocumentFault) in try Self.key(node, of: key) }
            let certificate = faults.need(node, "certificate") { node throws(DocumentFault) in
                try Self.certificate(node)
            }
            let address = faults.may(node, "address") { node throws(DocumentFault) in try Self.address(node) }
            guard let name, let languages, let verifier, let certificate else { continue }
            parties.append(
                AgreementParty(
                    identifier: key, name: name, languages: languages, key: verifier, certificate: certificate,
                    address: address))
        }
        return parties
    }

    private static func languages(_ node: DocumentNode) throws(DocumentFault) -> [String] {
        let languages = try names(node)
        for language in languages {
            guard language.utf8.count == 2, language.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
                throw node.fault(
                    "“\(language)” is no language: two letters are needed, such as en or ru",
                    "«\(language)» — не язык: нужны две буквы, например en или ru")
            }
        }
        guard !languages.isEmpty else {
            throw node.fault("a party speaks at least one language", "у стороны должен быть хотя бы один язык")
        }
        return languages
    }

    private static func key(_ node: DocumentNode, of party: String) throws(DocumentFault) -> VerifierKey {
        let key: VerifierKey
        let text = try node.text()
        do throws(RecordError) { key = try VerifierKey(text) } catch {
            throw node.fault(
                "the key is not in the form NAME+hash+key: \(error.description)",
                "ключ не в виде NAME+hash+key: \(error.keyWords.russian)")
        }
        guard key.kind == .ed25519 else {
            throw node.fault(
                "the key must be one that signs records (Ed25519)", "нужен ключ, которым подписывают записи (Ed25519)")
        }
        guard key.name == party else {
            throw node.fault(
                "the key is named “\(key.name)”, and the party “\(party)”: they must be the same",
                "ключ назван «\(key.name)», а сторона — «\(party)»: имена должны совпадать")
        }
        return key
    }

    private static func certificate(_ node: DocumentNode) throws(DocumentFault) -> PartyCertificate {
        let text = try node.text(longest: 16_000)
        let isPEM = text.contains("-----")
        do throws(AccordError) {
            return isPEM ? try PartyCertificate(pem: text) : try PartyCertificate(fingerprint: text)
        } catch {
            throw node.fault(isPEM ? PartyCertificate.pemForm : PartyCertificate.anyForm)
        }
    }

    private static func address(_ node: DocumentNode) throws(DocumentFault) -> String {
        let text = try node.text(longest: 253)
        let colon = text.lastIndex(of: ":")
        let host = colon.map { text[..<$0] } ?? ""
        let port = colon.flatMap { Int(text[text.index(after: $0)...]) } ?? 0
        let isHost =
            !host.isEmpty
            && host.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || ".-_:[]".utf8.contains(byte)
            }
        guard isHost, (1...65_535).contains(port) else {
            throw node.fault(
                "“\(text)” is no address: host:port is needed, such as east.example:8490",
                "«\(text)» — не адрес: нужно host:port, например east.example:8490")
        }
        return text
    }
}
