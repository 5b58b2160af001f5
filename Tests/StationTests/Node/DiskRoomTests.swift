import Testing

@testable import Station

struct DiskRoomTests {
    @Test func saysSoBeforeItIsFullAndDoesNotFlutter() {
        var room = DiskRoom(minimumBytes: 1_000)
        #expect(room.take(freeBytes: 5_000) == false && room.state == .enough)
        #expect(room.take(freeBytes: 1_999) && room.state == .low)
        #expect(room.take(freeBytes: 2_100) == false && room.state == .low)
        #expect(room.take(freeBytes: 999) && room.state == .short)
        #expect(room.take(freeBytes: 1_050) == false && room.state == .short)
        #expect(room.take(freeBytes: 1_100) && room.state == .low)
        #expect(room.take(freeBytes: 2_200) && room.state == .enough)
        #expect(room.take(freeBytes: 0) && room.state == .short)
        #expect(room.take(freeBytes: 1 << 40) && room.state == .enough)
    }

    @Test func nothingIsAskedOfWhoWantsNoMinimum() {
        var room = DiskRoom(minimumBytes: 0)
        #expect(room.take(freeBytes: 0) == false && room.state == .enough)
        var all = DiskRoom(minimumBytes: .max)
        _ = all.take(freeBytes: 1 << 50)
        #expect(all.state == .short)
    }

    @Test func theUsualMinimumIsNoMoreThanATwentieth() {
        #expect(DiskRoom.usualMinimum(ofBytes: 1 << 40) == 1 << 30)
        #expect(DiskRoom.usualMinimum(ofBytes: 2 << 30) == (2 << 30) / 20)
    }
}
