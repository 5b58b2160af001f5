"""Either station is killed at random moments while both write: nothing acknowledged is lost, nothing comes twice, order is kept."""

import time
import unittest

from sender import Sender
from stations import CHOICE, IS_SOAK, Pair

KILLS = 50 if IS_SOAK else 4


class KillTest(unittest.TestCase):
    def test_kills(self) -> None:
        with Pair() as pair:
            senders = [Sender(pair.west, "EAST"), Sender(pair.east, "WEST")]
            for sender in senders:
                sender.start()
            for _ in range(KILLS):
                time.sleep(CHOICE.uniform(0.5, 2.5))
                victim = CHOICE.choice(pair.all)
                victim.kill()
                time.sleep(CHOICE.uniform(0, 1))
                victim.start()
            time.sleep(2)
            for sender in senders:
                sender.finish()
                self.assertGreater(len(sender.acknowledged), KILLS)
            for station in pair.all:
                station.begin("administrator", station.person)
            pair.settle()
            pair.check(senders)


if __name__ == "__main__":
    unittest.main()
