/// What can be seen of an entry without reading all of it: a day has tens of millions.
enum EntryGlance {
    private static let key = Array(#""track":""#.utf8)

    /// The aircraft that an entry of one of our stations names as its track; nil: it has to be read whole to be sure.
    ///
    /// A name stands in it as it is unless it holds an escape.
    static func track(of entry: [UInt8]) -> String? {
        let key = key
        return entry.withUnsafeBufferPointer { bytes -> String? in
            guard let start = place(after: key, in: bytes),
                let end = bytes[start...].firstIndex(of: UInt8(ascii: "\""))
            else { return nil }
            let name = bytes[start..<end]
            return name.contains(UInt8(ascii: "\\")) ? nil : String(decoding: name, as: UTF8.self)
        }
    }

    /// Where what follows the first `key` begins.
    private static func place(after key: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard bytes.count >= key.count else { return nil }
        for start in 0...(bytes.count - key.count) where bytes[start] == key[0] {
            if bytes[start..<(start + key.count)].elementsEqual(key) { return start + key.count }
        }
        return nil
    }
}
