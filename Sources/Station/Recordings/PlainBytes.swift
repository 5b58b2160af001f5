import Surveillance

/// The bytes of a recording, plain whether the file is or is compressed with gzip (told by its first two bytes, not its name).
///
/// A truncated or corrupt archive gives what could be read of it, then a fault.
final class PlainBytes {
    private let file: FileBytes
    private let inflater: GzipInflater?
    private var input: [UInt8]
    private var unread: Range<Int>
    private var isInMember = false
    private var isFileEnded = false
    private var isOver = false

    /// Most plain bytes given at once.
    static let chunkBytes = 256 << 10

    init(path: String) throws(RecordingError) {
        file = try FileBytes(path: path)
        input = [UInt8](repeating: 0, count: 64 << 10)
        unread = 0..<0
        let first = try Self.fill(&input, from: file)
        unread = 0..<first
        isFileEnded = first == 0
        inflater = first >= 2 && input[0] == 0x1F && input[1] == 0x8B ? GzipInflater() : nil
        isInMember = inflater != nil
    }

    /// How much of the file has been used, 0 to 1; nil when its size is not known.
    var fraction: Double? {
        file.size > 0 ? min(1, Double(file.consumed - unread.count) / Double(file.size)) : nil
    }

    private static func fill(_ input: inout [UInt8], from file: FileBytes) throws(RecordingError) -> Int {
        var result: Result<Int, RecordingError> = .success(0)
        input.withUnsafeMutableBufferPointer { buffer in
            do throws(RecordingError) { result = .success(try file.read(into: buffer)) } catch {
                result = .failure(error)
            }
        }
        return try result.get()
    }

    /// Appends the next chunk to `output`; false: there is no more. What ends the bytes early becomes a fault.
    func next(into output: inout [UInt8], faults batch: inout ReportBatch) -> Bool {
        while !isOver {
            if unread.isEmpty, !isFileEnded { refill(faults: &batch) }
            if unread.isEmpty {
                isOver = true
                if isInMember { note(.truncated, "the archive ends in the middle; what came before is used", &batch) }
                return false
            }
            guard let inflater else {
                output.append(contentsOf: input[unread])
                unread = unread.upperBound..<unread.upperBound
                return true
            }
            if inflate(with: inflater, into: &output, faults: &batch) { return true }
        }
        return false
    }

    private func refill(faults batch: inout ReportBatch) {
        do throws(RecordingError) {
            let count = try Self.fill(&input, from: file)
            unread = 0..<count
            isFileEnded = count == 0
        } catch {
            isFileEnded = true
            note(.truncated, "\(error)", &batch)
        }
    }

    /// Inflates one chunk; true when it made bytes.
    private func inflate(
        with inflater: GzipInflater, into output: inout [UInt8], faults batch: inout ReportBatch
    ) -> Bool {
        let before = output.count
        output.append(contentsOf: repeatElement(0, count: Self.chunkBytes))
        let (used, made, outcome) = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                inflater.inflate(.init(rebasing: source[unread]), into: .init(rebasing: target[before...]))
            }
        }
        output.removeLast(Self.chunkBytes - made)
        unread = unread.lowerBound + used..<unread.upperBound
        switch outcome {
        case .going where used == 0 && made == 0, .memberEnded where used == 0 && made == 0:
            note(.syntax, "the archive is damaged (nothing comes of it); what came before is used", &batch)
            isOver = true
        case .going: break
        case .memberEnded:
            isInMember = false
            startNextMember(inflater, faults: &batch)
        case .corrupt(let reason):
            note(.syntax, "the archive is damaged (\(reason)); what came before is used", &batch)
            isOver = true
        }
        return made > 0
    }

    /// After a member: another one, the end, zeros that fill the last block, or bytes that do not belong there.
    private func startNextMember(_ inflater: GzipInflater, faults batch: inout ReportBatch) {
        if unread.isEmpty, !isFileEnded { refill(faults: &batch) }
        guard let first = unread.first else { return }
        if input[first] == 0x1F {
            inflater.startMember()
            isInMember = true
            return
        }
        if !input[unread].allSatisfy({ $0 == 0 }) {
            note(.syntax, "bytes after the end of the archive are not used", &batch)
        }
        isOver = true
    }

    private func note(_ code: ReadFault.Code, _ reason: String, _ batch: inout ReportBatch) {
        let position = file.consumed - unread.count
        batch.note(ReadFault(code: code, source: file.path, position: position, reason: reason))
    }
}
