"""A real station meets a peer whose live stream shows another history than its record: both signed heads are kept as evidence."""

import time
import unittest

import hostile
from hostile import ForgedRecord, envelope
from hostile_case import HostileCase
from stations import until


def another_history(record: ForgedRecord, *more: bytes) -> ForgedRecord:
    """The same record with another last entry than it had, and some after it."""
    forged = ForgedRecord.__new__(ForgedRecord)
    entries = [*record.entries[:-1], envelope("noise/1", {"another": "history"}), *more]
    forged.__dict__ = {**record.__dict__, "entries": entries, "hashes": [hostile.leaf(one) for one in entries],
                       "checkpoints": {}, "shown": None}
    return forged


class HostileTailTest(HostileCase):
    def test_a_fork_in_the_tail(self) -> None:
        with self.subTest("another head of the same size"):
            record = self.peer.record("contact")
            head = another_history(record).checkpoint()
            self.show_in_tail("contact", lambda write: write(hostile.event("checkpoint", head)))
        with self.subTest("the next entry, under the head of another history"):
            record = self.peer.record(self.pair.scope)
            following, size = envelope("noise/1", {}), len(record.entries)
            next_head = another_history(record, following).checkpoint()
            self.show_in_tail(self.pair.scope, lambda write: write(
                hostile.event("entry", following, size) + hostile.event("checkpoint", next_head)))

    def show_in_tail(self, scope: str, tell) -> None:
        """Lets the stream of one record tell a lie, and sees its evidence kept and the alarm raised."""
        place = self.west.directory / "evidence"
        before = set(place.iterdir()) if place.is_dir() else set()
        wrong = self.peer.record(scope)

        def tail(record: ForgedRecord, start: int, write) -> None:
            if record is wrong and start == record.size:
                tell(write)
            time.sleep(0.5)

        self.peer.tail = tail
        self.peer.show()
        until("the alarm is raised", lambda: self.state(scope).get("alarm"), 40)
        self.peer.tail = None
        self.peer.show()
        self.assertEqual(self.state(scope)["link"], "stopped")
        kept = set(place.iterdir()) - before
        self.assertEqual(len(kept), 1)
        heads = [(kept.copy().pop() / name).read_text() for name in ("first.checkpoint", "second.checkpoint")]
        self.assertNotEqual(heads[0].split("\n\n")[0], heads[1].split("\n\n")[0])
        for head in heads:
            self.assertTrue(head.startswith(wrong.origin + "\n"))
        self.unharmed()


if __name__ == "__main__":
    unittest.main()
