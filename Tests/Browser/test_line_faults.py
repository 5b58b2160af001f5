"""Messages through kills of either station: each arrives once, in order, with the same times on both sides."""

import os
import random
import threading
import time
import unittest

from parties import AGREEMENT, Operator, Parties, until
from station import executable
from traffic import LiveSource

# More in the long form.
KILLS = 20 if os.environ.get("PARLEY_SOAK", "0") != "0" else 4
SEED = int(os.environ.get("PARLEY_SEED", "7"))


def missing() -> str | None:
    if executable() is None:
        return "the station is not built"
    return None if AGREEMENT.is_file() else "there is no example agreement"


class Sender(threading.Thread):
    """An officer who goes on sending, signs in again after each restart, and notes what was acknowledged."""

    def __init__(self, party):
        super().__init__(daemon=True)
        self.party = party
        self.acknowledged: list[str] = []
        self.stopped = threading.Event()

    def run(self) -> None:
        officer = None
        while not self.stopped.is_set():
            try:
                officer = officer or Operator(self.party.address, self.party.officer)
                body = {"message": "TI.TRAFFIC clock=11 dist=5NM", "text": f"after {len(self.acknowledged)}"}
                self.acknowledged.append(officer.ask("POST", "/api/line/EAST/messages", body)["message"])
            except (AssertionError, OSError, KeyError, ValueError):
                officer = None
                time.sleep(0.3)
            time.sleep(0.3)


@unittest.skipIf(missing(), missing() or "")
class LineFaultTest(unittest.TestCase):
    def test_each_message_arrives_once_and_in_order(self) -> None:
        source = LiveSource()
        self.addCleanup(source.stopped.set)
        choice = random.Random(SEED)
        with Parties([f"sbs://127.0.0.1:{source.port}"]) as parties:
            sender = Sender(parties.west)
            sender.start()
            for _ in range(KILLS):
                time.sleep(choice.uniform(0.5, 2.5))
                victim = choice.choice([parties.west, parties.east])
                victim.kill()
                time.sleep(choice.uniform(0, 1))
                victim.start()
            before = len(sender.acknowledged)
            until("messages go on after the last kill", lambda: len(sender.acknowledged) > before + 3)
            sender.stopped.set()
            sender.join(30)
            for party in (parties.west, parties.east):
                party.admin = Operator(party.address, "Admin")

            def messages(party, side: str) -> list[dict]:
                return [message for message in party.line()["messages"] if message["side"] == side]

            last = sender.acknowledged[-1]
            until("the last one arrives", lambda: any(message["id"] == last for message in messages(parties.east, "theirs")))
            until("its receipt comes back", lambda: "received" in messages(parties.west, "ours")[-1]["times"])
            sent, arrived = messages(parties.west, "ours"), messages(parties.east, "theirs")
            identifiers = [message["id"] for message in arrived]
            self.assertEqual(len(set(identifiers)), len(identifiers), "something arrived twice")
            numbers = [int(identifier.rsplit("-", 1)[1]) for identifier in identifiers]
            self.assertEqual(numbers, sorted(numbers), "the order was not kept")
            self.assertEqual(set(sender.acknowledged) - set(identifiers), set(), "what was acknowledged is lost")
            self.assertEqual(identifiers, [message["id"] for message in sent])
            for ours, theirs in zip(sent, arrived):
                self.assertEqual(ours["times"], theirs["times"], ours["id"])
                self.assertIn("received", ours["times"])


if __name__ == "__main__":
    unittest.main()
