"""A peer whose clock is wrong, and a peer that is stopped, upgraded and started again."""

import shutil
import time
import unittest

from sender import Sender
from stations import Pair, until

OFFSET_SECONDS = 40
LONGEST_STOP_SECONDS = 2.5


class ClockTest(unittest.TestCase):
    def test_a_clock_that_is_off_is_measured_shown_and_not_corrected(self) -> None:
        with Pair(environments={"east": {"PARLEY_CLOCK_OFFSET_SECONDS": str(OFFSET_SECONDS)}}) as pair:
            senders = [Sender(pair.west, "EAST"), Sender(pair.east, "WEST")]
            for sender in senders:
                sender.start()

            def measured(station) -> float:
                return station.channel(pair.other(station).name, pair.scope).get("clockOffsetSeconds") or 0

            for station, offset in ((pair.west, OFFSET_SECONDS), (pair.east, -OFFSET_SECONDS)):
                until(f"{station.name} measures the other's clock", lambda: abs(measured(station) - offset) < 1, 30)
            for sender in senders:
                sender.finish()
            pair.settle()
            pair.check(senders)
            # Each says when it wrote by its own clock, and what is shown is what was written.
            theirs = [one for one in pair.west.get("/api/line")["lines"][0]["messages"] if one["side"] == "theirs"]
            ahead = theirs[-1]["times"]["sent"] - time.time()
            self.assertGreater(ahead, OFFSET_SECONDS - 20)
            self.assertFalse(any(one.get("late") for one in theirs), "the clock's error made entries late")


class UpgradeTest(unittest.TestCase):
    def test_one_side_is_upgraded(self) -> None:
        with Pair() as pair:
            senders = [Sender(pair.west, "EAST"), Sender(pair.east, "WEST")]
            for sender in senders:
                sender.start()
            time.sleep(2)
            seconds = pair.east.stop()
            self.assertLess(seconds, LONGEST_STOP_SECONDS, "a station waits for its peer when it is to stop")
            until("WEST says that EAST is silent", lambda: pair.link(pair.west) == "disconnected", 10)
            # Another program, at another place, and an index made anew as after a change of its tables.
            upgraded = pair.folder / "parley-upgraded"
            shutil.copy2(pair.east.parley.resolve(), upgraded)
            pair.east.parley = upgraded
            pair.east.run("station", "reindex", "--data", pair.east.directory)
            pair.east.start()
            pair.east.begin("administrator", pair.east.person)
            time.sleep(2)
            for sender in senders:
                sender.finish()
                self.assertGreater(len(sender.acknowledged), 3)
            pair.settle()
            pair.check(senders)
            for station in pair.all:
                seconds = station.stop()
                self.assertLess(seconds, LONGEST_STOP_SECONDS, f"{station.name} waits when it is to stop")


if __name__ == "__main__":
    unittest.main()
