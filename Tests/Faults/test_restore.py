"""A station is lost and comes back from a backup that is older than what its peer has: it goes on, and both are told."""

import fcntl
import os
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from published import texts
from sender import Sender
from stations import Pair, executable, until


class RestoreTest(unittest.TestCase):
    def test_a_station_goes_on_after_a_restore(self) -> None:
        with Pair() as pair:
            west, east = pair.west, pair.east
            senders = [Sender(west, "EAST"), Sender(east, "WEST")]
            for sender in senders:
                sender.start()
            time.sleep(2)
            west.stop()
            backup = pair.folder / "west.parley"
            west.run("station", "backup", west.directory, backup)
            west.start()
            west.begin("watch-officer", west.officer)
            sent = len(senders[0].acknowledged)
            until("WEST writes what the backup does not have", lambda: len(senders[0].acknowledged) > sent + 5, 30)
            for sender in senders:
                sender.finish()
            west.begin("administrator", west.person)
            pair.settle()
            west.kill()
            west.directory.rename(west.directory.with_name("west-lost"))
            restored = west.run("station", "restore", backup, west.directory)
            self.assertIn("verify", restored)
            west.start()
            west.begin("administrator", west.person)
            west.begin("watch-officer", west.officer)
            again = [Sender(west, "EAST"), Sender(east, "WEST")]
            for new, old in zip(again, senders):
                new.next = old.next + 1000
                new.start()
            time.sleep(3)
            for sender in again:
                sender.finish()
                self.assertGreater(len(sender.acknowledged), 5)
            until("EAST has what WEST says now", lambda: str(again[0].acknowledged[-1]) in texts(
                east.directory / "records" / "peers" / "parley" / "WEST" / "to" / "EAST" / pair.scope), 30)
            # Nothing that WEST had signed is gone at EAST, and nobody is accused of a lie.
            kept = texts(east.directory / "records" / "peers" / "parley" / "WEST" / "to" / "EAST" / pair.scope)
            self.assertEqual(set(map(str, senders[0].acknowledged)) - set(kept), set())
            self.assertEqual(kept, sorted(kept, key=int))
            state = east.channel("WEST", pair.scope)
            self.assertIsNone(state.get("alarm"), state)
            self.assertIn("no longer has the last", state["notice"])
            until("WEST is told what it has forgotten", lambda: "entries of" in (
                west.channel("EAST", pair.scope).get("notice") or ""), 20)
            self.assertEqual(west.channel("EAST", pair.scope)["quarantined"], 0)
            # WEST has all that EAST ever said.
            theirs = texts(west.directory / "records" / "peers" / "parley" / "EAST" / "to" / "WEST" / pair.scope)
            self.assertEqual(theirs, texts(east.directory / "records" / "own" / "parley" / "EAST" / "to" / "WEST" / pair.scope))
            # It is known after a restart of either, and the records go on where they are.
            for station in pair.all:
                station.stop()
                station.start()
                station.begin("administrator", station.person)
            pair.settle()
            self.assertIn("no longer has the last", east.channel("WEST", pair.scope)["notice"])


class SnapshotTest(unittest.TestCase):
    """What is mounted for reading alone, such as a snapshot, is backed up too."""

    BACKUP = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && exec "$0" station backup "$1" "$2"'

    def test_a_backup_of_a_read_only_directory(self) -> None:
        apart = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
        if subprocess.run([*apart, "true"], capture_output=True).returncode != 0:
            self.skipTest("no mount of one's own is allowed here")
        parley = str(executable())
        with tempfile.TemporaryDirectory(prefix="parley-snapshot-") as folder:
            west, backup = Path(folder) / "west", Path(folder) / "west.parley"
            subprocess.run([parley, "station", "init", "--name", "west", "--data", west], check=True, capture_output=True)
            copy = [*apart, "sh", "-c", self.BACKUP, parley, str(west)]
            done = subprocess.run([*copy, str(backup)], capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
            restored = subprocess.run(
                [parley, "station", "restore", backup, Path(folder) / "again"], check=True, capture_output=True, text=True)
            self.assertIn("WEST is back", restored.stdout + restored.stderr)
            # A directory in which a station runs is no snapshot, however it is mounted.
            with open(west / "lock", "w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                done = subprocess.run([*copy, str(backup) + ".2"], capture_output=True, text=True)
                self.assertNotEqual(done.returncode, 0)
                self.assertIn("a station is running", done.stderr)


if __name__ == "__main__":
    unittest.main()
