"""Three stations: south has an agreement with east alone, and learns nothing of what west tells east."""

import tempfile
import unittest
from pathlib import Path

from station import ROOT, executable
from test_two_stations import Skies

from demo_parties import Party, agree, agreement, until  # noqa: E402  (test_two_stations has put its place on the path)
from demo_traffic import Receivers  # noqa: E402

EXAMPLES = ROOT / "Examples"


@unittest.skipIf(not executable(), "no built parley")
class ThreePartiesTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory(prefix="parley-three-")
        self.addCleanup(folder.cleanup)
        names = ["west", "east", "south"]
        self.receivers = Receivers(names)
        self.addCleanup(self.receivers.close)
        self.skies = Skies()
        self.skies.aircraft["south"] = []
        self.parties = [
            Party(name, Path(folder.name) / name, executable(), [self.receivers.address(name)]) for name in names
        ]
        for party, name in zip(self.parties, names):
            self.receivers.made[name] = lambda name=name: self.skies.seen(name)
            party.init()
            party.start()
            self.addCleanup(party.stop)
            party.sign_in()

    @staticmethod
    def foreign(party: Party) -> dict[str, list[dict]]:
        found: dict[str, list[dict]] = {}
        for one in party.get("/api/picture")["tracks"]:
            if one.get("party"):
                found.setdefault(one["party"], []).append(one)
        return found

    def test_nothing_of_one_agreement_shows_under_another(self) -> None:
        west, east, south = self.parties
        for one, other in ((west, east), (east, west), (east, south), (south, east)):
            one.meet(other)
        agree([west, east], agreement(EXAMPLES / "west-east.agreement.yaml", [west, east]), "SEINE-1")
        text = agreement(EXAMPLES / "east-south.agreement.yaml", [east, south])
        identifier = next(line.split()[1] for line in text.splitlines() if line.startswith("agreement:"))
        agree([east, south], text, identifier)
        # In the area of both agreements, and near each other.
        self.skies.fly("west", "39a001", "WEST11", 48.2, 2.0, 90, 300, 24000)
        self.skies.fly("east", "39b001", "EAST22", 48.2, 2.3, 270, 300, 24000)
        west.call_ours(["WEST*"])
        east.call_ours(["EAST*", "WEST*"])
        until("west and east see each other", lambda: "EAST" in self.foreign(west) and "WEST" in self.foreign(east))
        until("south sees east", lambda: "EAST" in self.foreign(south), 60)
        seen = self.foreign(south)
        self.assertEqual(list(seen), ["EAST"])
        self.assertEqual(len(seen["EAST"]), 1, "west's aircraft is told of to nobody else, even if its call sign is on east's list")
        names = {one["pseudonym"] for one in seen["EAST"]}
        self.assertTrue(names.isdisjoint(one["pseudonym"] for one in self.foreign(west)["EAST"]), "other names under another agreement")

        # West is no peer of south, its agreement is unknown there, and no byte of east's records for south names it.
        self.assertEqual([one["agreement"] for one in south.get("/api/agreements")["agreements"]], [identifier])
        secret = {one["pseudonym"] for one in self.foreign(east)["WEST"]} | {"WEST11", "39a001", "SEINE-1"}
        for path in (east.directory / "records" / "own").rglob("*"):
            if path.is_file() and "/to/SOUTH/" in str(path) and "/published/" in str(path):
                content = path.read_bytes()
                for name in secret:
                    self.assertNotIn(name.encode(), content, path)
        audited = east.run("disclosure", "audit", "--data", east.directory, "--to", "SOUTH")
        self.assertIn("was allowed by a rule", audited)


if __name__ == "__main__":
    unittest.main()
