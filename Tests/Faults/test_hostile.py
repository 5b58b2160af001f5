"""A real station meets a peer that has a real key and means no good: each of its faults is named, none of them does any harm."""

import os
import random
import socket
import time
import unittest

import hostile
from hostile import envelope
from hostile_case import HostileCase
from stations import IS_SOAK, until

FLOOD_ENTRIES = 1_000_000 if IS_SOAK else 60_000
STANDSTILL_SECONDS = 60
MARKUP = "<img src=x onerror=alert(1)>"
TRACK = {
    "track": "abcdefgh", "time": "2015-11-03T09:24:05.000Z", "lat": 48.0, "lon": 2.0, "gridNM": 0.5, "levelGridFt": 500,
    "timeGridSeconds": 5, "delaySeconds": 0, "rule": "r",
}
# What is sent, and a word by which its fault must be named.
WRONG = [
    (b"rubbish", ""),
    (b"\xff\xfe{}", ""),
    (b"[" * 20_000, ""),
    (b"{}", ""),
    (envelope("track/1", {**TRACK, "lat": 4330}), "lat"),
    (envelope("track/1", {**TRACK, "lon": -1e308}), "lon"),
    (envelope("track/1", {**TRACK, "mission": "strike"}), "mission"),
    (envelope("track/1", {**TRACK, "track": MARKUP}), "track"),
    (envelope("own-track/1", {}), "own-track/1"),
    (envelope("login/1", {"name": "Col West", "role": "administrator", "outcome": "accepted"}), "login/1"),
    (envelope("message/1", {"message": MARKUP, "elements": [], "text": "x"}), "message"),
    (envelope(f"{MARKUP}/1", {}), ""),
    (envelope("alert/1", {"alert": "a", "kind": "invasion"}), "alert/1"),
    (envelope("seen/1", {"record": "parley/WEST/private/2015-11-03", "size": 1, "root": "A" * 43 + "="}), "receipt"),
    (envelope("blob/1", {"sha256": "0" * 64, "part": 0, "parts": 1, "data": "AAAA"}), ""),
    (envelope("closed/1", {"next": {"key": "x"}}), ""),
]


class HostileTest(HostileCase):
    def reconnect(self) -> None:
        self.peer.tail = None
        self.peer.show()

    def test_a_hostile_peer(self) -> None:
        with self.subTest("entries that are none, or not allowed"):
            self.wrong_entries()
        with self.subTest("an entry over size"):
            self.oversize()
        with self.subTest("a flood"):
            self.flood()
        with self.subTest("a wrong key"):
            self.wrong_key()
        with self.subTest("strangers at the door"):
            self.strangers()
        with self.subTest("one byte a second"):
            self.slow()
        with self.subTest("a rollback"):
            self.rollback()
        with self.subTest("a fork"):
            self.fork()
        with self.subTest("an expired certificate"):
            self.expired()

    def wrong_entries(self) -> None:
        record = self.peer.record(self.pair.scope)
        before = self.state()["quarantined"]
        start = len(record.entries)
        record.append(*(entry for entry, _ in WRONG))
        record.append(envelope("message/1", {
            "message": "right", "elements": [], "text": MARKUP, "written": "2015-11-03T09:24:05.000Z",
            "by": {"name": MARKUP, "role": "watch-officer"},
        }))
        self.peer.show()
        until("all came", lambda: self.state()["received"] == len(record.entries), 30)
        until("what is wrong is in quarantine", lambda: self.state()["quarantined"] == before + len(WRONG), 20)
        self.assertTrue(self.state()["fault"])
        named = {one["index"]: one["fault"] for one in self.west.get("/api/peers/EAST/quarantine")}
        for number, (_, word) in enumerate(WRONG):
            self.assertIn(word, named[start + number])
        # What is right goes on, as the text that it is.
        until("what is right is shown", lambda: any(
            message.get("text") == MARKUP for message in self.west.get("/api/line")["lines"][0]["messages"]), 20)
        self.unharmed()

    def oversize(self) -> None:
        record = self.peer.record(self.pair.scope)
        size = len(record.entries)
        huge = envelope("message/1", {"message": "huge", "text": "x" * 70_000})

        def tail(_, start, write) -> None:
            if start == size:
                write(hostile.event("entry", huge, size))
                forged = hostile.ForgedRecord.__new__(hostile.ForgedRecord)
                forged.__dict__ = {**record.__dict__, "entries": [*record.entries, huge], "checkpoints": {},
                                   "hashes": [*record.hashes, hostile.leaf(huge)], "shown": None}
                write(hostile.event("checkpoint", forged.checkpoint()))
            time.sleep(1)

        self.peer.tail = tail
        self.peer.show()
        until("its fault is named", lambda: "long" in (self.state().get("fault") or ""), 30)
        self.assertEqual(self.state()["received"], size)
        self.unharmed()
        self.reconnect()
        until("it is heard again", lambda: self.state()["link"] == "connected", 30)

    def flood(self) -> None:
        record = self.peer.record(self.pair.scope)
        memory = self.memory_megabytes()
        start = len(record.entries)
        record.append(*(envelope("noise/1", {"number": number}) for number in range(FLOOD_ENTRIES)))
        steps = [*range(start, len(record.entries), 8_000), len(record.entries)]
        pieces = {low: hostile.events(record.entries[low:high], low) for low, high in zip(steps, steps[1:])}
        heads = {high: hostile.event("checkpoint", record.checkpoint(high)) for high in steps[1:]}

        def tail(_, place, write) -> None:
            # Whoever was cut off in the middle goes on from there.
            for high in [step for step in steps if step > place]:
                write((pieces.get(place) or hostile.events(record.entries[place:high], place)) + heads[high])
                place = high
            time.sleep(1)

        self.peer.tail = tail
        self.peer.show()
        began = moved = time.monotonic()
        before = start
        while (received := self.state()["received"]) < len(record.entries):
            now = time.monotonic()
            before, moved = (received, now) if received > before else (before, moved)
            self.assertLess(now - moved, STANDSTILL_SECONDS, f"after {received - start} of the flood nothing came")
            self.unharmed()
            time.sleep(0.2)
        # No faster than the pace that is allowed, two seconds of which may come at once.
        seconds = time.monotonic() - began
        self.assertGreater(seconds, FLOOD_ENTRIES / 20_000 - 2.5)
        self.assertLess(self.memory_megabytes() - memory, 200)
        self.reconnect()
        until("it is heard again", lambda: self.state()["link"] == "connected", 30)

    def wrong_key(self) -> None:
        record = self.peer.record(self.pair.scope)
        right, record.seed = record.seed, os.urandom(32)
        record.append(envelope("noise/1", {}))
        self.peer.show()
        until("its fault is named", lambda: "signature" in (self.state().get("fault") or ""), 30)
        self.assertLess(self.state()["received"], len(record.entries))
        record.seed = right
        self.peer.show()
        until("with the right key it goes on", lambda: self.state()["received"] == len(record.entries), 30)
        self.unharmed()

    def strangers(self) -> None:
        self.assertIn(b"EAST", self.shake_hands(self.own_certificate()), "the peer itself is let in")
        self.assertEqual(self.shake_hands(None), b"")
        stranger = self.pair.folder / "stranger"
        self.west.run("station", "init", "--name", "east", "--data", stranger)
        self.assertEqual(self.shake_hands((stranger / "keys" / "tls.pem", stranger / "keys" / "tls.key")), b"")
        # Noise, and many who say nothing.
        idle = [socket.create_connection(("127.0.0.1", self.west.peer_port), 5) for _ in range(50)]
        with socket.create_connection(("127.0.0.1", self.west.peer_port), 5) as noisy:
            noisy.sendall(random.Random(1).randbytes(4096))
        self.assertIn(b"EAST", self.shake_hands(self.own_certificate()))
        self.unharmed()
        for one in idle:
            one.close()

    def slow(self) -> None:
        def tail(_, __, write) -> None:
            for _ in range(60):
                write(b"e")
                time.sleep(1)

        self.peer.tail = tail
        self.peer.show()
        until("its slowness is named", lambda: "did not end" in (self.state().get("reason") or ""), 40)
        self.unharmed()
        self.reconnect()
        until("it is heard again", lambda: self.state()["link"] == "connected", 30)

    def evidence(self) -> list:
        place = self.west.directory / "evidence"
        return sorted(place.iterdir(), key=lambda one: one.stat().st_mtime) if place.is_dir() else []

    def rollback(self) -> None:
        record = self.peer.record("contact")
        before = len(self.evidence())
        record.shown = len(record.entries) - 1
        self.peer.show()
        until("the alarm is raised", lambda: self.state("contact").get("alarm"), 40)
        self.assertIn("took back", self.state("contact")["alarm"])
        self.assertEqual(len(self.evidence()), before + 1)
        self.assertEqual(self.state()["link"], "connected", "the other record goes on")
        self.unharmed()

    def fork(self) -> None:
        record = self.peer.record(self.pair.scope)
        before = len(self.evidence())
        record.entries[-1] = envelope("noise/1", {"another": "history"})
        record.hashes[-1] = hostile.leaf(record.entries[-1])
        self.peer.show()
        with self.peer.changed:
            # Whoever listens comes again, and is shown the other history.
            self.peer.tail = lambda *_: None
            self.peer.generation += 1
            self.peer.changed.notify_all()
        until("the alarm is raised", lambda: self.state().get("alarm"), 40)
        self.assertEqual(self.state()["link"], "stopped")
        self.assertEqual(len(self.evidence()), before + 1)
        heads = [self.evidence()[-1] / name for name in ("first.checkpoint", "second.checkpoint")]
        shown = self.west.run("record", "fork", *heads, "--key", record.key)
        self.assertIn("Evidence", shown)
        self.assertGreaterEqual(self.west.metric("parley_exchange_contradictions_total"), 2)
        # Our own record for it goes on.
        self.west.say("EAST", "still here")
        self.unharmed()

    def expired(self) -> None:
        self.west.stop()
        self.west.environment["PARLEY_CLOCK_OFFSET_SECONDS"] = str(6 * 365 * 86_400)
        self.west.start()
        self.assertEqual(self.shake_hands(self.own_certificate()), b"", "an expired certificate opens the door")
        self.assertEqual(self.west.ask("GET", "/health")[0], 200)
        self.west.begin("administrator", self.west.person)
        # What was seen is known after a restart too.
        until("the alarm is still there", lambda: self.state().get("alarm") and self.state("contact").get("alarm"), 20)


if __name__ == "__main__":
    unittest.main()
