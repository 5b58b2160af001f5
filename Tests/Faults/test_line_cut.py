"""Two stations in network namespaces of their own: the link between them is cut and restored, and then poor."""

import os
import shutil
import subprocess
import time
import unittest
from pathlib import Path
import tempfile

from forwarder import Forwarder
from sender import Sender
from stations import IS_SOAK, Pair, Station, until

CUT_SECONDS = 600 if IS_SOAK else 10
POOR_SECONDS = 300 if IS_SOAK else 12
NUMBER = os.getpid() % 100_000


def run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True)


def missing() -> str | None:
    if os.geteuid() != 0:
        return "network namespaces need root"
    if not shutil.which("ip"):
        return "there is no ip (Debian: iproute2)"
    name = f"pf{NUMBER}t"
    try:
        run("ip", "netns", "add", name)
        run("ip", "netns", "del", name)
    except subprocess.CalledProcessError as refusal:
        return f"no network namespaces here: {refusal.stderr.strip()}"
    return None


class Wire:
    """A namespace for each station, a cable from each to this machine, and a forwarder for each direction of asking between them:
    there is no other way from one to the other."""

    def __init__(self):
        self.names = {name: f"pf{NUMBER}{name[0]}" for name in ("west", "east")}
        self.forwarders: list[Forwarder] = []
        for index, (name, space) in enumerate(self.names.items()):
            here, there, net = f"{space}h", f"{space}n", f"10.213.{NUMBER % 100 * 2 + index}"
            run("ip", "netns", "add", space)
            run("ip", "link", "add", here, "type", "veth", "peer", "name", there, "netns", space)
            run("ip", "addr", "add", f"{net}.1/24", "dev", here)
            run("ip", "link", "set", here, "up")
            for command in (["addr", "add", f"{net}.2/24", "dev", there], ["link", "set", there, "up"], ["link", "set", "lo", "up"]):
                run("ip", "netns", "exec", space, "ip", *command)
            setattr(self, name, net)

    def station(self, name: str, folder: Path) -> Station:
        prefix = ["ip", "netns", "exec", self.names[name]]
        return Station(name, folder, prefix=prefix, peer_bind=f"{getattr(self, name)}.2")

    def connect(self, west: Station, east: Station) -> None:
        """Each reaches the other at this machine's end of its own cable."""
        for station, other in ((west, self.east), (east, self.west)):
            target = (station.peer_bind, station.peer_port)
            self.forwarders.append(Forwarder((f"{other}.1", 0), target, seed=station.peer_port))
            station.reached_at = f"{other}.1:{self.forwarders[-1].port}"

    def cut(self, name: str, is_cut: bool) -> None:
        run("ip", "link", "set", f"{self.names[name]}h", "down" if is_cut else "up")

    def spoil(self, **quality) -> None:
        for forwarder in self.forwarders:
            forwarder.spoil(**quality)

    def close(self) -> None:
        for forwarder in self.forwarders:
            forwarder.close()
        for space in self.names.values():
            subprocess.run(["ip", "netns", "del", space], capture_output=True)


@unittest.skipIf(missing(), missing() or "")
class LineCutTest(unittest.TestCase):
    def setUp(self) -> None:
        self.wire = Wire()
        self.addCleanup(self.wire.close)
        folder = Path(tempfile.mkdtemp(prefix="parley-faults-"))
        self.addCleanup(shutil.rmtree, folder, True)
        self.pair = Pair(self.wire.connect, [self.wire.station(name, folder) for name in ("west", "east")])
        self.addCleanup(self.pair.close)
        self.senders = [Sender(self.pair.west, "EAST"), Sender(self.pair.east, "WEST")]
        for sender in self.senders:
            sender.start()
            self.addCleanup(sender.finish)

    def finish(self, seconds: float) -> None:
        for sender in self.senders:
            sender.finish()
            self.assertGreater(len(sender.acknowledged), 5)
            # Nobody was kept from working by the state of the line.
            self.assertEqual(sender.refusals, [])
        self.pair.settle(seconds)
        self.pair.check(self.senders)

    def test_a_cut_and_a_poor_line(self) -> None:
        with self.subTest("cut"):
            self.wire.cut("east", True)
            began = time.monotonic()
            for station in self.pair.all:
                until(f"{station.name} says that it hears nothing", lambda: self.pair.link(station) == "disconnected", 8)
            time.sleep(max(0, CUT_SECONDS - (time.monotonic() - began)))
            self.wire.cut("east", False)
            for station in self.pair.all:
                until(f"{station.name} hears again", lambda: self.pair.link(station) == "connected", 60)
        with self.subTest("30 % loss and 2 s of latency"):
            self.wire.spoil(latency_seconds=2, loss=0.3)
            time.sleep(POOR_SECONDS / 2)
            for forwarder in self.wire.forwarders:
                forwarder.reset()
            time.sleep(POOR_SECONDS / 2)
            self.wire.spoil()
            self.finish(60)


if __name__ == "__main__":
    unittest.main()
