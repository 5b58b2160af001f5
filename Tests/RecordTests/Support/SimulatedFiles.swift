import Synchronization

@testable import Record

/// A file system in memory that can lose its power: what was not synchronised may then be there, in part, or not at all.
///
/// It is harsher than a real one: each change of a directory survives or not by itself, in any order, and the end of a
/// file may be cut anywhere or be zeros.
final class SimulatedFiles: FileLayer {
    final class Node: @unchecked Sendable {
        var content: [UInt8] = []
        var durable: [UInt8] = []
        var permissions: UInt32 = 0o644
    }

    private enum Change {
        case link(path: String, node: Node)
        case unlink(path: String)
    }

    private struct State {
        var names: [String: Node] = [:]
        var durableNames: [String: Node] = [:]
        /// Changes of names that are not durable; both sides of a rename are one.
        var pending: [(directories: Set<String>, changes: [Change])] = []
        var directories: Set<String> = ["/"]
        var locked: Set<String> = []
        var remaining = Int.max
        var operations = 0
    }

    private let state = Mutex(State())

    /// How many operations were done that change something.
    var operations: Int { state.withLock { $0.operations } }

    /// Lets `operations` more of them pass and fails all that follow, as if the power went.
    func cutPower(after operations: Int) { state.withLock { $0.remaining = operations } }

    /// What is on the disk when the power is back.
    func afterPowerCut(using generator: inout some RandomNumberGenerator) -> SimulatedFiles {
        let next = SimulatedFiles()
        let old = state.withLock { $0 }
        var names = old.durableNames
        for (_, changes) in old.pending where Bool.random(using: &generator) { Self.apply(changes, to: &names) }
        var copies: [ObjectIdentifier: Node] = [:]
        for (path, node) in names {
            let copy = copies[ObjectIdentifier(node)] ?? Self.surviving(node, using: &generator)
            copies[ObjectIdentifier(node)] = copy
            names[path] = copy
        }
        let kept = names
        next.state.withLock {
            $0.names = kept
            $0.durableNames = kept
            $0.directories = old.directories
        }
        return next
    }

    private static func surviving(_ node: Node, using generator: inout some RandomNumberGenerator) -> Node {
        let copy = Node()
        copy.permissions = node.permissions
        var content = node.durable
        if node.content.starts(with: node.durable) {
            let length = Int.random(in: node.durable.count...node.content.count, using: &generator)
            content = Array(node.content[..<length])
            // The length reached the disk before the last of the content did.
            let hole = Int.random(in: 0...(length - node.durable.count), using: &generator)
            if Bool.random(using: &generator) { for place in (length - hole)..<length { content[place] = 0 } }
        } else if Bool.random(using: &generator) {
            content = node.content
        }
        copy.content = content
        copy.durable = content
        return copy
    }

    private static func apply(_ changes: [Change], to names: inout [String: Node]) {
        for change in changes {
            switch change {
            case .link(let path, let node): names[path] = node
            case .unlink(let path): names[path] = nil
            }
        }
    }

    private func change<T: Sendable>(
        _ operation: String, _ path: String, _ body: (inout State) throws(RecordError) -> sending T
    ) throws(RecordError) -> T {
        try state.withLock { state throws(RecordError) in
            guard state.remaining > 0 else { throw .file(operation: operation, path: path, code: 5) }
            state.remaining -= 1
            state.operations += 1
            return try body(&state)
        }
    }

    func makeDirectories(_ path: String, permissions: UInt32) throws(RecordError) {
        try change("make directory", path) { state in
            // Directories are durable at once: what is lost of them is lost with the names in them.
            var path = path
            while path != "/", path != "." {
                state.directories.insert(path)
                path = Path.parent(of: path)
            }
        }
    }

    func list(_ path: String) throws(RecordError) -> [String]? {
        state.withLock { state in
            guard state.directories.contains(path) else { return nil }
            let files = state.names.keys.filter { Path.parent(of: $0) == path }
            let directories = state.directories.filter { Path.parent(of: $0) == path && $0 != path }
            return (files + directories).map { String($0.dropFirst(path.count + 1)) }
        }
    }

    func read(_ path: String, maximumBytes: Int) throws(RecordError) -> [UInt8]? {
        let content = state.withLock { $0.names[path]?.content }
        if let content, content.count > maximumBytes { throw .damaged(path: path, reason: "too long") }
        return content
    }

    func permissions(_ path: String) throws(RecordError) -> UInt32 {
        state.withLock { $0.names[path]?.permissions ?? 0 }
    }

    func create(_ path: String, permissions: UInt32) throws(RecordError) -> any WritableFile {
        let node = try change("create", path) { state throws(RecordError) in
            guard state.names[path] == nil else { throw .file(operation: "create", path: path, code: 17) }
            let node = Node()
            node.permissions = permissions
            state.names[path] = node
            state.pending.append(([Path.parent(of: path)], [.link(path: path, node: node)]))
            return node
        }
        return File(node: node, path: path, files: self)
    }

    func rename(_ path: String, to newPath: String) throws(RecordError) {
        try change("rename", path) { state throws(RecordError) in
            guard let node = state.names.removeValue(forKey: path) else {
                throw .file(operation: "rename", path: path, code: 2)
            }
            state.names[newPath] = node
            state.pending.append(
                (
                    [Path.parent(of: path), Path.parent(of: newPath)],
                    [.unlink(path: path), .link(path: newPath, node: node)]
                ))
        }
    }

    func remove(_ path: String) throws(RecordError) {
        try change("remove", path) { state in
            guard state.names.removeValue(forKey: path) != nil else { return }
            state.pending.append(([Path.parent(of: path)], [.unlink(path: path)]))
        }
    }

    func removeEmptyDirectory(_ path: String) throws(RecordError) {
        try change("remove directory", path) { _ in }
    }

    func synchroniseFileSystem(of path: String) throws(RecordError) {
        try change("synchronise", path) { state in
            for (_, changes) in state.pending { Self.apply(changes, to: &state.durableNames) }
            state.pending = []
            for node in state.names.values { node.durable = node.content }
        }
    }

    func synchroniseDirectory(_ path: String) throws(RecordError) {
        try change("synchronise", path) { state in
            let done = state.pending.filter { $0.directories.contains(path) }
            for (_, changes) in done { Self.apply(changes, to: &state.durableNames) }
            state.pending.removeAll { $0.directories.contains(path) }
        }
    }

    func lock(_ path: String) throws(RecordError) -> any FileLock {
        try state.withLock { state throws(RecordError) in
            guard state.locked.insert(path).inserted else { throw .locked(path: path) }
        }
        return Lock(path: path, files: self)
    }

    private struct Lock: FileLock {
        let path: String
        let files: SimulatedFiles
        func release() { files.state.withLock { _ = $0.locked.remove(path) } }
    }

    private final class File: WritableFile {
        let node: Node
        let path: String
        let files: SimulatedFiles

        init(node: Node, path: String, files: SimulatedFiles) {
            self.node = node
            self.path = path
            self.files = files
        }

        func write(_ bytes: [UInt8]) throws(RecordError) {
            let node = node
            do {
                try files.change("write", path) { _ in node.content += bytes }
            } catch {
                // The power goes in the middle of it.
                files.state.withLock { _ in node.content += bytes.prefix(bytes.count / 3) }
                throw error
            }
        }

        func synchronise() throws(RecordError) {
            let node = node
            try files.change("synchronise", path) { _ in node.durable = node.content }
        }

        func truncate(toBytes length: Int) throws(RecordError) {
            let node = node
            try files.change("truncate", path) { _ in node.content = Array(node.content.prefix(length)) }
        }

        func close() throws(RecordError) {}
    }
}
