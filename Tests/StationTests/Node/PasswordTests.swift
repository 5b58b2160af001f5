import Foundation
import Testing

@testable import Station

/// What is kept of passwords, and how guessing is slowed down.
@Suite struct PasswordTests {
    @Test func passwordsAreHashedByScryptUnderASaltOfTheirOwn() throws {
        let one = try PasswordHash("correct horse battery", cost: .standard)
        #expect(try one.matches("correct horse battery"))
        #expect(try !one.matches("correct horse batterz"))
        let two = try PasswordHash("correct horse battery", cost: cheapCost)
        let three = try PasswordHash("correct horse battery", cost: cheapCost)
        #expect(two.salt != three.salt && two.hash != three.hash && two.salt.count == 16)
        // RFC 7914, section 12: the first vector with a password.
        let vector = PasswordHash(
            cost: PasswordHash.Cost(rounds: 1024, blockSize: 8, parallelism: 16), salt: Array("NaCl".utf8),
            hash: [
                0xfd, 0xba, 0xbe, 0x1c, 0x9d, 0x34, 0x72, 0x00, 0x78, 0x56, 0xe7, 0x19, 0x0d, 0x01, 0xe9, 0xfe, 0x7c,
                0x6a,
                0xd7, 0xcb, 0xc8, 0x23, 0x78, 0x30, 0xe7, 0x73, 0x76, 0x63, 0x4b, 0x37, 0x31, 0x62,
            ])
        #expect(try vector.matches("password"))
        // A damaged store asks for nothing that can't be computed.
        #expect(
            try !PasswordHash(cost: .init(rounds: 1 << 40, blockSize: 8, parallelism: 1), salt: [], hash: []).matches(
                "x"))
    }

    @Test func passwordsThatAreGuessedAtOnceAreRefused() {
        for bad in [
            "", "short", "aaaaaaaaaaaaaaaa", "password12345678", "Qwertyuiop1234", "lt ivanova 1", "Пароль123456789",
        ] {
            #expect(PasswordRule.fault(in: bad, of: "Lt Ivanova") != nil, "\(bad)")
        }
        for good in ["correct horse battery", "тихая ночь над морем", "zX9!kkP-22qa#"] {
            #expect(PasswordRule.fault(in: good, of: "Lt Ivanova") == nil, "\(good)")
        }
    }

    @Test func eachMistakeBeyondTheFreeOnesDoublesTheWait() {
        var throttle = LoginThrottle()
        var now = 1_000.0
        var waits: [Double] = []
        for _ in 0..<16 {
            if let wait = throttle.waitSeconds(account: "a", address: "::1", at: now) {
                waits.append(wait)
                now += wait
                #expect(throttle.waitSeconds(account: "a", address: "::1", at: now) == nil)
            }
            throttle.attempted(account: "a", address: "::1", at: now)
        }
        #expect(waits == [2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
        // Another account from elsewhere is not concerned; and success begins anew.
        #expect(throttle.waitSeconds(account: "b", address: "::2", at: now) == nil)
        throttle.succeeded(account: "a", address: "::1")
        #expect(throttle.waitSeconds(account: "a", address: nil, at: now) == nil)
    }

    /// All officers of a machine come from it: what one of them mistypes, or a program guesses, keeps none from the watch for an hour.
    @Test(arguments: ["127.0.0.1", "::1"]) func theMachineItselfWaitsAMinuteAtMost(_ address: String) {
        var throttle = LoginThrottle()
        for number in 0..<200 { throttle.attempted(account: "name \(number)", address: address, at: 50) }
        #expect(throttle.waitSeconds(account: "Lt Ivanova", address: address, at: 50) == 60)
        #expect(throttle.waitSeconds(account: "Lt Ivanova", address: address, at: 111) == nil)
    }

    @Test func anAddressThatTriesManyNamesIsSlowedDown() {
        var throttle = LoginThrottle()
        for number in 0...LoginThrottle.address.freeMistakes {
            #expect(throttle.waitSeconds(account: "name \(number)", address: "10.0.0.9", at: 50) == nil)
            throttle.attempted(account: "name \(number)", address: "10.0.0.9", at: 50)
        }
        #expect(throttle.waitSeconds(account: "one more", address: "10.0.0.9", at: 50) == 2)
        #expect(throttle.waitSeconds(account: "one more", address: "10.0.0.8", at: 50) == nil)
        // A clock that was set back shuts nobody out for longer than the longest wait.
        let wait = throttle.waitSeconds(account: "one more", address: "10.0.0.9", at: -1e9)
        #expect((wait ?? 0) <= LoginThrottle.address.longestWaitSeconds)
        // State is bounded, whoever tries whatever.
        for number in 0..<(3 * LoginThrottle.mostKeys) {
            throttle.attempted(account: "x\(number)", address: nil, at: 60)
        }
        #expect(throttle.waitSeconds(account: "x0", address: nil, at: 60) == nil)
    }
}
