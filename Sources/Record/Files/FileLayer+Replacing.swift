extension FileLayer {
    /// Puts `bytes` under a name in one durable step: after a loss of power the old content is there or the new.
    func replaceDurably(_ path: String, with bytes: [UInt8], permissions: UInt32 = 0o644) throws(RecordError) {
        let temporary = "\(path).\(UInt64.random(in: 0...UInt64.max)).tmp"
        do {
            let file = try create(temporary, permissions: permissions)
            try file.write(bytes)
            try file.synchronise()
            try file.close()
            try rename(temporary, to: path)
        } catch {
            try? remove(temporary)
            throw error
        }
        try synchroniseDirectory(Path.parent(of: path))
    }
}
