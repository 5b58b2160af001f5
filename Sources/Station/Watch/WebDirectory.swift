import Foundation

/// Finds the files of the page.
enum WebDirectory {
    /// The directory that holds `index.html`: the one asked for, else beside the executable, else where a package puts it, else in
    /// the source tree that the executable was built from.
    ///
    /// - Throws: `StationError.pageMissing`, naming every place that was looked in.
    static func find(asked: String?) throws(StationError) -> URL {
        let places = asked.map { [URL(fileURLWithPath: $0)] } ?? candidates
        for place in places
        where FileManager.default.isReadableFile(atPath: place.appendingPathComponent("index.html").path) {
            return place.standardizedFileURL
        }
        throw StationError.pageMissing(searched: places.map(\.standardizedFileURL.path))
    }

    private static var candidates: [URL] {
        let executable = URL(fileURLWithPath: executablePath).deletingLastPathComponent()
        var places = [
            executable.appendingPathComponent("Web"),
            executable.appendingPathComponent("../share/parley/Web"),
        ]
        var parent = executable
        for _ in 0..<5 {
            parent = parent.deletingLastPathComponent()
            guard FileManager.default.fileExists(atPath: parent.appendingPathComponent("Package.swift").path) else {
                continue
            }
            places.append(parent.appendingPathComponent("Web"))
            break
        }
        places.append(URL(fileURLWithPath: FileManager.default.currentDirectoryPath).appendingPathComponent("Web"))
        return places
    }

    private static var executablePath: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments.first
            ?? "."
    }
}
