"""A station changes its record key and its certificate through an amendment, and the records go on under the new ones."""

import json
import re
import shutil
import tempfile
import time
import unittest
from pathlib import Path

from published import entries
from sender import Sender
from stations import AGREEMENT, Pair, Refused, Station, agree, agreement, until, view


class KeyTest(unittest.TestCase):
    def records(self, pair: Pair) -> dict[str, list]:
        own = pair.west.directory / "records" / "own" / "parley" / "WEST"
        return {
            str(folder.relative_to(own)): sorted(folder.iterdir(), key=lambda place: (place.name[:10], int(place.name[11:] or 1)))
            for folder in (own / "private", own / "to" / "EAST" / "contact", own / "to" / "EAST" / pair.scope)
        }

    def test_a_change_of_key(self) -> None:
        with Pair() as pair:
            west, east = pair.west, pair.east
            senders = [Sender(west, "EAST"), Sender(east, "WEST")]
            for sender in senders:
                sender.start()
            made = west.run("station", "key", "new", "--data", west.directory)
            key = re.search(r"(?m)^    key: (\S+)", made)[1]
            certificate = made[made.index("    certificate: |\n"):]
            self.assertNotEqual(key, west.key)
            with self.assertRaises(RuntimeError) as refused:
                west.run("station", "key", "switch", "--data", west.directory)
            self.assertIn("no amendment", str(refused.exception))
            # EAST can't be made to take a key for WEST that WEST has not made ready, nor one outside of an amendment.
            amended = re.sub(r"(?m)^version: 1$", "version: 2", pair.document).replace(f"key: {west.key}", f"key: {key}")
            amended = amended.replace(f"    certificate: sha256:{west.certificate_hash}\n", certificate)
            foreign = re.sub(r"(?m)^agreement: .*$", "agreement: OTHER-1", amended)
            with self.assertRaises(Refused):
                west.order("POST", "/api/agreements", {"document": foreign})
            agree(pair.all, amended, pair.scope)
            for station in pair.all:
                until("version 2 is in force", lambda: next(
                    one for one in station.get("/api/agreements")["agreements"] if one["agreement"] == pair.scope)["version"] == 2)
            until("the keys may be taken up", lambda: "All agreements in force name them" in west.run(
                "station", "key", "show", "--data", west.directory), 10)
            # Until then both go on with the old ones, and EAST knows the new key.
            until("EAST knows the new key", lambda: east.get("/api/peers")["peers"][0]["key"] == key, 10)
            sent = len(senders[0].acknowledged)
            until("WEST goes on meanwhile", lambda: len(senders[0].acknowledged) > sent + 3, 20)
            west.stop()
            taken = west.run("station", "key", "switch", "--data", west.directory)
            self.assertIn(key, taken)
            west.start()
            west.begin("administrator", west.person)
            west.begin("watch-officer", west.officer)
            self.assertEqual(west.get("/api/station")["verifierKey"], key)
            time.sleep(2)
            for sender in senders:
                sender.finish()
            pair.settle(60)
            pair.check(senders)
            for name, records in self.records(pair).items():
                self.assertGreaterEqual(len(records), 2, f"{name} did not rotate")
                before, after = records[-2:]
                closed, continued = json.loads(entries(before)[-1]), json.loads(entries(after)[0])
                self.assertEqual(closed["type"], "closed/1")
                self.assertTrue(closed["body"]["next"]["key"].endswith(key.split("+", 2)[2]), "it goes on with another key")
                self.assertEqual(continued["type"], "continued/1")
                final = (before / "published" / "checkpoint").read_text().split("\n")[:3]
                self.assertEqual(continued["body"]["previous"]["checkpoint"].split("\n")[:3], final)
                verified = west.run("record", "verify", after / "published", "--key", closed["body"]["next"]["key"])
                self.assertIn("proved: all", verified.lower())
            # Both start again without a fault: what was signed before still holds.
            for station in pair.all:
                station.stop()
            for station in pair.all:
                station.start()
                station.begin("administrator", station.person)
                standing = next(one for one in station.get("/api/agreements")["agreements"] if one["agreement"] == pair.scope)
                self.assertEqual((standing["state"], standing["version"]), ("in-force", 2))
            pair.settle(60)


class UnagreedKeyTest(unittest.TestCase):
    """Without an agreement in force nobody learns of a change by itself: it is taken by hand on both sides, as docs/station.md has it."""

    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="parley-faults-"))
        self.all = [Station(name, self.folder) for name in ("west", "east")]

    def tearDown(self) -> None:
        for station in self.all:
            if station.process:
                station.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def test_a_change_that_no_agreement_names(self) -> None:
        west, east = self.all
        for station in self.all:
            station.init()
            station.start()
            station.sign_in()
        west.meet(east)
        east.meet(west)
        document = agreement(AGREEMENT, self.all)
        scope = re.search(r"(?m)^agreement: (\S+)", document)[1]
        west.order("POST", "/api/agreements", {"document": document.replace(f"agreement: {scope}", "agreement: FIRST-1")})
        until("EAST reads what WEST writes", lambda: view(east, "FIRST-1"), 30)
        # Made ready; the peer is given the new certificate before the switch, so that it can go on reading.
        west.run("station", "key", "new", "--data", west.directory)
        new = (west.directory / "keys" / "next" / "tls.pem").read_text()
        east.order("POST", "/api/peers", {"key": west.key, "certificate": new})
        west.stop()
        with self.assertRaises(RuntimeError) as refused:
            west.run("station", "key", "switch", "--data", west.directory)
        self.assertIn("--even-unagreed", str(refused.exception))
        taken = west.run("station", "key", "switch", "--even-unagreed", "--data", west.directory)
        west.key = re.search(r"Verifier key\s+(\S+)", taken)[1]
        west.certificate_hash = re.search(r"Certificate SHA-256\s+(\S+)", taken)[1]
        west.start()
        west.begin("administrator", west.person)
        until("EAST says why it follows no further", lambda: "nobody has agreed to" in str(east.channel("WEST", "contact")), 60)
        east.order("DELETE", "/api/peers/WEST")
        east.meet(west)
        agree(self.all, agreement(AGREEMENT, self.all), scope)


if __name__ == "__main__":
    unittest.main()
