"""A station whose disk runs full: it says so before, leaves out what matters least, refuses what it can't keep, and recovers."""

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from sender import Sender
from stations import Pair, until

DISK_MEGABYTES = 96
MINIMUM_MEGABYTES = 24


def missing() -> str | None:
    place = tempfile.mkdtemp(prefix="parley-disk-")
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", place], capture_output=True)
    if made.returncode == 0:
        subprocess.run(["umount", place], capture_output=True)
    os.rmdir(place)
    return None if made.returncode == 0 else "a small file system can't be mounted here"


@unittest.skipIf(missing(), missing() or "")
class DiskTest(unittest.TestCase):
    def setUp(self) -> None:
        self.disk = Path(tempfile.mkdtemp(prefix="parley-disk-"))
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_MEGABYTES}m", "none", self.disk], check=True)
        self.addCleanup(lambda: (subprocess.run(["umount", "-l", self.disk]), self.disk.rmdir()))

    def free_megabytes(self) -> float:
        room = os.statvfs(self.disk)
        return room.f_bavail * room.f_frsize / 2**20

    def fill(self, megabytes_left: float) -> None:
        """A file that leaves just so much."""
        with open(self.disk / "ballast", "ab") as ballast:
            while (over := self.free_megabytes() - megabytes_left) > 0:
                try:
                    ballast.write(bytes(min(1 << 20, max(4096, int(over * 2**20)))))
                    ballast.flush()
                except OSError:
                    return

    @staticmethod
    def require(west, _) -> None:
        place = west.directory / "station.json"
        place.write_text(json.dumps({**json.loads(place.read_text()), "minimumFreeMegabytes": MINIMUM_MEGABYTES}))

    def state(self, station) -> str:
        return station.get("/api/station")["disk"]["state"]

    def private_size(self, station) -> int:
        return station.get("/api/station")["privateRecord"]["size"]

    def test_a_disk_that_runs_full(self) -> None:
        with Pair(self.require, folder=self.disk) as pair:
            west = pair.west
            senders = [Sender(west, "EAST"), Sender(pair.east, "WEST")]
            for sender in senders:
                sender.start()
            self.assertEqual(self.state(west), "enough")
            until("own tracks are written down", lambda: self.private_size(west) > 50)
            self.fill(MINIMUM_MEGABYTES * 1.5)
            until("it says beforehand that the disk fills up", lambda: self.state(west) == "low", 5)
            self.assertIn("GETTING FULL", west.run("station", "status", "--data", west.directory))
            self.fill(MINIMUM_MEGABYTES * 0.7)
            until("it says that it is nearly full", lambda: self.state(west) == "short", 5)
            self.assertIn("NEARLY FULL", west.run("station", "status", "--data", west.directory))
            self.assertLess(west.metric("parley_disk_free_bytes"), west.metric("parley_disk_minimum_bytes"))
            self.assertIn("disk is nearly full", west.read_log())
            # What may be dropped is dropped, and what matters goes on.
            dropped, before = west.metric("parley_writes_dropped_total"), self.private_size(west)
            sent = len(senders[0].acknowledged)
            until("own tracks are left out", lambda: west.metric("parley_writes_dropped_total") > dropped, 10)
            until("messages go on", lambda: len(senders[0].acknowledged) > sent + 5, 20)
            self.assertLess(self.private_size(west), before + 20)
            # Now nothing is left at all.
            self.fill(0)
            until("what can't be kept is refused", lambda: senders[0].refusals, 40)
            until("the page says so", lambda: west.channel("EAST", pair.scope).get("ownFault"), 20)
            self.assertEqual(west.ask("GET", "/health")[0], 200, "the picture goes on")
            received = pair.east.channel("WEST", pair.scope)["sent"]
            until("the other one writes on", lambda: pair.east.channel("WEST", pair.scope)["sent"] > received, 20)
            (self.disk / "ballast").unlink()
            until("there is room again", lambda: self.state(west) == "enough", 5)
            sent, before = len(senders[0].acknowledged), self.private_size(west)
            until("messages go on again", lambda: len(senders[0].acknowledged) > sent + 3, 40)
            until("own tracks are written down again", lambda: self.private_size(west) > before + 5, 30)
            for sender in senders:
                sender.finish()
            pair.settle()
            self.assertIsNone(west.channel("EAST", pair.scope).get("ownFault"))
            pair.check(senders)


if __name__ == "__main__":
    unittest.main()
