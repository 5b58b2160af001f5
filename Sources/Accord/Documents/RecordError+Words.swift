import Record

extension RecordError {
    /// What is wrong with a key, in plain words of both languages.
    var keyWords: BilingualText {
        guard case .verifierKey(let fault) = self else {
            return BilingualText(english: description, russian: "ключ прочитать не удалось")
        }
        return BilingualText(english: description, russian: fault.russian)
    }
}

extension VerifierKey.Fault {
    fileprivate var russian: String {
        switch self {
        case .form(let text): "«\(text)» — не ключ проверки: нужно name+hash+key"
        case .name(let name): "«\(name)» не может быть именем ключа: в нём не может быть пробелов и знака +"
        case .base64(let name): "ключ \(name) записан не в base64"
        case .kind(let name, let kind): "ключ \(name) неизвестного вида \(kind)"
        case .bytes(let count): "открытый ключ занимает 32 байта, а не \(count)"
        case .hash(let name): "хеш в ключе проверки \(name) не соответствует самому ключу"
        }
    }
}
