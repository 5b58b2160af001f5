"""A real peer's key, and frames of HTTP/2 that nobody who means well would send: each costs the sender its connection, and nobody else anything."""

import random
import unittest

import frames
from frames import Conversation, frame
from hostile_case import HostileCase

HANG_UP_SECONDS = 30
"""A busy machine may take a while; one that does not hang up at all takes for ever."""


def ask(stream: int, path: str, flags: int = frames.END_STREAM | frames.END_HEADERS) -> bytes:
    return frame(frames.HEADERS, flags, stream, frames.get(path))


class FramesTest(HostileCase):
    def converse(self, settings: bytes = b"") -> Conversation:
        made = Conversation(self.west.peer_port, self.own_certificate(), settings)
        self.addCleanup(made.close)
        self.assertEqual(made.protocol, "h2")
        return made

    def test_frames(self) -> None:
        self.right()
        memory = self.memory_megabytes()
        for attack in (self.rubbish, self.resets, self.endless_headers, self.greed, self.pings):
            with self.subTest(attack.__name__):
                attack()
                self.unharmed()
                self.assertIn(b"EAST", self.shake_hands(self.own_certificate()), "the peer itself is let in")
        self.assertLess(self.memory_megabytes() - memory, 60)

    def right(self) -> None:
        """That these frames are understood when they are right."""
        def answer(found: list) -> bytes:
            return b"".join(payload for kind, _, stream, payload in found if kind == frames.DATA and stream == 1)

        right = self.converse()
        right.send(ask(1, "/first-contact"))
        self.assertEqual(answer(right.frames(10, answer)), b"EAST\n")

    def rubbish(self) -> None:
        made = self.converse()
        made.send(random.Random(2).randbytes(70_000))
        self.assertTrue(made.is_closed(HANG_UP_SECONDS))

    def resets(self) -> None:
        """Requests that are taken back as soon as they are made, without end (CVE-2023-44487)."""
        made = self.converse()
        for stream in range(1, 20_001, 2):
            if not made.send(ask(stream, "/records?scope=contact") + frame(frames.RESET, 0, stream, frames.CANCEL)):
                break
        self.assertTrue(made.is_closed(HANG_UP_SECONDS))

    def endless_headers(self) -> None:
        made = self.converse()
        made.send(ask(1, "/first-contact", frames.END_STREAM))
        for _ in range(2_000):
            if not made.send(frame(frames.CONTINUATION, 0, 1, (b"\x00\x01a\x7f\x10" + b"b" * 143) * 100)):
                break
        self.assertTrue(made.is_closed(HANG_UP_SECONDS))

    def greed(self) -> None:
        """Many connections that ask for everything, more at once than they may, and take nothing."""
        own = self.west.directory / "records" / "own"
        newest = max((own / "parley" / "WEST" / "to" / "EAST" / self.pair.scope).iterdir())
        tail = f"/records/{newest.relative_to(own)}/tail?from=0"
        made = [self.converse(frames.setting(frames.INITIAL_WINDOW_SIZE, 0)) for _ in range(8)]
        for one in made:
            for stream in range(1, 201, 2):
                one.send(ask(stream, tail))
        refused = [kind for kind, *_ in made[0].frames(2) if kind == frames.RESET]
        self.assertTrue(refused or made[0].is_closed(1), "a hundred streams of one connection")
        self.unharmed()
        for one in made:
            one.close()

    def pings(self) -> None:
        made = self.converse()
        for _ in range(200):
            if not made.send(frame(frames.PING, 0, 0, b"12345678") * 500):
                break
        self.assertTrue(made.is_closed(HANG_UP_SECONDS))


if __name__ == "__main__":
    unittest.main()
