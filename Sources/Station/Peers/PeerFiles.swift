import Foundation

/// The two ends of an exchange as files, for commands of the machine.
public enum PeerFiles {
    /// Writes the records of the node in `data` for `peer` into a file.
    ///
    /// - Parameter since: the first UTC day, `2015-11-03`; nil for all.
    /// - Returns: each record with its size.
    /// - Throws: `StationError` when there is nothing to write; what the disk says.
    public static func export(data: String, peer: String, since: String?, to file: String) throws -> [String: UInt64] {
        let directory = NodeDirectory(path: data)
        return try RecordBundle.export(
            directory.ownRecords, of: try NodeSettings.read(from: directory).name, for: peer, since: since, to: file
        ).records
    }

    /// Unpacks a file of `peer` where the node in `data` takes it in.
    ///
    /// - Returns: the name of the folder, for the station.
    /// - Throws: `StationError.stream` for a file that is no bundle of that peer; what the disk says.
    public static func unpack(_ file: String, data: String, peer: String) throws -> String {
        let directory = NodeDirectory(path: data)
        let folder = "import-\(UInt64.random(in: .min ... .max))"
        let place = "\(directory.incoming)/\(folder)"
        do {
            _ = try RecordBundle.unpack(
                file, of: peer, for: try NodeSettings.read(from: directory).name, into: place)
        } catch {
            try? FileManager.default.removeItem(atPath: place)
            throw error
        }
        return folder
    }
}
