import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Testing

@testable import Station

@Suite("What a request must name")
struct RequestGuardTests {
    @Test("the station is opened by an address, as localhost, and by the names that it was set up with")
    func names() throws {
        let gate = RequestGuard(addresses: ["West.example.org", "192.0.2.7"])
        for host in [nil, "", "localhost", "127.0.0.1:8480", "[::1]:8480", "west.example.org", "WEST.example.org:8480"]
        {
            #expect(throws: Never.self) { try gate.check(host: host) }
        }
        for host in ["elsewhere.example", "example.org", "west.example.org.elsewhere.example:8480"] {
            #expect { try gate.check(host: host) } throws: { ($0 as? Problem)?.status == 421 }
        }
        #expect(throws: Problem.self) { try RequestGuard().check(host: "west.example.org") }
    }

    @Test("a node's page answers to the names in its settings")
    func node() async throws {
        let scratch = try Scratch()
        var request = NodeSetup.Request(name: "west", directory: scratch.path + "/n")
        request.addresses = ["west.example.org"]
        _ = try NodeSetup(request)
        try await NodeHarness.run(in: scratch) { node in
            for (host, status) in [("west.example.org:8480", 200), ("elsewhere.example", 421)] {
                var request = HTTPClientRequest(url: node.address + "/health")
                request.headers.add(name: "Host", value: host)
                let answer = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
                #expect(Int(answer.status.code) == status, "\(host)")
            }
        }
    }
}

@Suite("What a station says went wrong")
struct StationErrorTests {
    @Test("the advice is that of the case")
    func advice() throws {
        let store = StationError.store(path: "keys/tls.key", reason: "others can read it")
        #expect(store.description == "keys/tls.key: others can read it")
        let bind = StationError.bind(address: "0.0.0.0", port: 8481, reason: "it is taken", option: "--peer-port")
        #expect(bind.description.hasSuffix("another can be given with --peer-port"))
        let scratch = try Scratch()
        let file = try scratch.write("", to: "file")
        #expect { try WatchStore(directory: file) } throws: { "\($0)".contains("--data") }
        #expect { try ListenAddress(parsing: "8481", ofPeer: "EAST") } throws: {
            "\($0)".contains("EAST's station answers is HOST:PORT, such as east.example.org:8481")
        }
    }

    @Test("a peer's address has a host and a port")
    func addresses() throws {
        for text in [
            "8481", "east.example.org", ":8481", "east.example.org:0", "https://east.example.org:8481", "::1:8481",
        ] {
            #expect(throws: StationError.self, "\(text)") { try ListenAddress(parsing: text, ofPeer: "EAST") }
        }
        #expect(try ListenAddress(parsing: "east.example.org:8481", ofPeer: "EAST").port == 8481)
        #expect(try ListenAddress(parsing: "[2001:db8::1]:8481", ofPeer: "EAST").host == "2001:db8::1")
    }
}
