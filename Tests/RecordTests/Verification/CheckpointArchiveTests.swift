import Record
import Testing

@Suite struct CheckpointArchiveTests {
    @Test func whatWasAcceptedIsRememberedByTheFullKey() throws {
        let scratch = try Scratch()
        let archive = CheckpointArchive(scratch.path + "/state")
        let key = try SigningKey(name: "example.org/a")
        let sameName = try SigningKey(name: "example.org/a")
        for size in 1...70 {
            let root = ReferenceTree(size: size).root(0..<size)
            let signed = try SignedCheckpoint(
                signing: Checkpoint(origin: key.name, size: UInt64(size), root: root), with: key)
            try archive.accept(signed, for: key.verifierKey)
            try archive.accept(signed, for: key.verifierKey)
        }
        let kept = try archive.accepted(for: key.verifierKey).map(\.checkpoint.size)
        #expect(kept == (7...70).map(UInt64.init))
        #expect(try archive.accepted(for: sameName.verifierKey).isEmpty)
    }

    @Test func theUsersDirectoryFollowsTheEnvironment() {
        #expect(
            CheckpointArchive.userDirectory(environment: ["XDG_STATE_HOME": "/s", "HOME": "/h"])
                == "/s/parley/checkpoints")
        #expect(
            CheckpointArchive.userDirectory(environment: ["XDG_STATE_HOME": "s", "HOME": "/h"])
                == "/h/.local/state/parley/checkpoints")
        #expect(CheckpointArchive.userDirectory(environment: [:]) == nil)
    }
}
