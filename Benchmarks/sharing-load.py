#!/usr/bin/env python3
"""Two stations on loopback that tell each other of so many aircraft once a second: the age of a peer's position at the reader.

    Benchmarks/sharing-load.py PARLEY [--aircraft 2000] [--seconds 60]
    Benchmarks/sharing-load.py PARLEY --memory [--seconds 3600]     only the memory, each minute: fails when it grows

Prints the ages beyond the agreed delay (median, 99th percentile, largest) as pages of both stations get them, and the memory and CPU of both
stations. Standard library only.
"""

import argparse
import http.client
import json
import math
import random
import re
import resource
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts" / "demo"))
from demo_parties import ROOT, Party, agree, agreement  # noqa: E402
from demo_traffic import Receivers  # noqa: E402

FINE = "    grid: 0.5 NM\n    level-grid: 500 ft\n    time-grid: 5 s\n    every: 5 s\n"
EACH_SECOND = "    grid: 0.5 NM\n    level-grid: 500 ft\n    time-grid: 1 s\n    every: 1 s\n"


def crowd(party: int, aircraft: int):
    """Aircraft that fly straight over the Paris basin, spread over levels so that most keep apart."""
    chance = random.Random(2015 + party)
    made = [
        (f"{0x400000 + party * 0x100000 + index:06x}", f"{'WE'[party]}ST{index:04d}", chance.uniform(47.6, 50.1), chance.uniform(0.6, 4.3),
         chance.uniform(0, 360), chance.uniform(200, 450), 2000 + 500 * ((index * 2 + party) % 110))
        for index in range(aircraft)
    ]
    began = time.time()

    def now() -> list[dict]:
        flown = time.time() - began
        seen = []
        for address, name, lat, lon, track, knots, feet in made:
            # There and back again, so that all stay in the area.
            phase = (flown % 240) if flown % 240 < 120 else 240 - flown % 240
            way = knots * 1852 / 3600 * phase
            seen.append({
                "hex": address, "flight": name, "lat": lat + way * math.cos(math.radians(track)) / 111_200,
                "lon": lon + way * math.sin(math.radians(track)) / (111_200 * math.cos(math.radians(lat))),
                "alt_baro": feet, "gs": knots, "track": track if flown % 240 < 120 else (track + 180) % 360, "baro_rate": 0,
            })
        return seen

    return now


class Heard(Receivers):
    """Receivers that note when each station asked: that is when what they answer was true."""

    def __init__(self, names: list[str]):
        self.asked: dict[str, list[float]] = {name: [] for name in names}
        super().__init__(names)

    def snapshot(self, name: str) -> dict:
        made = super().snapshot(name)
        self.asked[name].append(made["now"])
        return made


class Screen(threading.Thread):
    """The events that a page of a station gets. They are read when all is over, so that reading them takes no time from the stations."""

    def __init__(self, party: Party, asked: list[float]):
        super().__init__(daemon=True)
        self.party, self.asked = party, asked
        self.is_over = False
        self.events: list[tuple[float, bytes]] = []

    def run(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.party.port, timeout=30)
        connection.request("GET", "/api/events", headers={"Cookie": self.party.people["administrator"][1], "Accept": "text/event-stream"})
        stream = connection.getresponse()
        while not self.is_over:
            line = stream.readline()
            if line.startswith(b"data: {") and b'"upserts"' in line:
                self.events.append((time.time(), line))
        connection.close()

    def ages(self) -> tuple[list[float], list[float]]:
        """How old each position of the peer's was when it came, and when the next one took its place."""
        # What is told says the second of the answer, rounded.
        answered = {math.floor(one + 0.5): one for one in self.asked}
        appeared: list[float] = []
        replaced: list[float] = []
        shown: dict[str, tuple[float, float]] = {}
        for now, line in self.events:
            for track in json.loads(line[6:])["upserts"]:
                true = answered.get(track["time"])
                if not track.get("party") or true is None:
                    continue
                second, before = shown.get(track["id"], (None, None))
                if second == track["time"]:
                    continue
                if before is not None:
                    appeared.append(now - true - track["delay"])
                    replaced.append(now - before - track["delay"])
                shown[track["id"]] = (track["time"], true)
        return appeared, replaced


GROWTH = 1.1
"""More than this between the second sixth of the time and the last is growth: allocators keep some slack, nothing more."""


def watch_memory(parties: list[Party], seconds: float) -> bool:
    """Whether the memory of all stations stays as it is; what it is, each minute."""
    samples: dict[str, list[float]] = {party.name: [] for party in parties}
    end = time.time() + seconds
    while time.time() < end:
        time.sleep(min(60, seconds / 30))
        for party in parties:
            samples[party.name].append(usage(party)[1])
        print("  ".join(f"{name} {memory[-1]:.0f} MB" for name, memory in samples.items()), flush=True)
    stays = True
    for name, memory in samples.items():
        sixth = max(1, len(memory) // 6)
        early, late = (sorted(some)[len(some) // 2] for some in (memory[sixth : 2 * sixth], memory[-sixth:]))
        grows = late > early * GROWTH
        stays = stays and not grows
        print(f"{name}: {early:.0f} MB early, {late:.0f} MB at the end: {'GROWS' if grows else 'does not grow'}")
    return stays


STAGES = {
    "parley_second_seconds": "working a second of the picture",
    "parley_exchange_commit_seconds": "writing a batch for the peer",
    "parley_exchange_entry_age_seconds": "from the writing of an entry to its handing on at the peer",
}


def stages(party: Party) -> dict[str, tuple[float, float]]:
    """What the station itself says of the road, for each stage the sum of its seconds and how often."""
    connection = http.client.HTTPConnection("127.0.0.1", party.port, timeout=30)
    connection.request("GET", "/metrics", headers={"Cookie": party.people["administrator"][1]})
    text = connection.getresponse().read().decode()
    connection.close()
    values = dict(re.findall(r"(?m)^(\S+?)(?:\{\})? (\S+)$", text))
    return {name: (float(values.get(name + "_sum", 0)), float(values.get(name + "_count", 0))) for name in STAGES}


def usage(party: Party) -> tuple[float, float]:
    """CPU seconds and resident megabytes of a station."""
    fields = Path(f"/proc/{party.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    ticks = (int(fields[11]) + int(fields[12])) / 100
    return ticks, int(fields[21]) * resource.getpagesize() / 1e6


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("parley", type=Path)
    options.add_argument("--aircraft", type=int, default=2000)
    options.add_argument("--seconds", type=int, default=60)
    options.add_argument("--memory", action="store_true")
    asked = options.parse_args()
    receivers = Heard(["west", "east"])
    for number, name in enumerate(receivers.names):
        receivers.made[name] = crowd(number, asked.aircraft)
    with tempfile.TemporaryDirectory(prefix="parley-load-") as folder:
        parties = [Party(name, Path(folder) / name, asked.parley.resolve(), [receivers.address(name)]) for name in receivers.names]
        try:
            for party in parties:
                party.init()
                party.start()
                party.sign_in()
            west, east = parties
            west.meet(east)
            east.meet(west)
            text = agreement(ROOT / "Examples" / "west-east.agreement.yaml", parties)
            if FINE not in text:
                raise SystemExit("the example no longer has the clause that this benchmark changes")
            agree(parties, text.replace(FINE, EACH_SECOND), "SEINE-1")
            west.call_ours(["WST*"])
            east.call_ours(["EST*"])
            time.sleep(20)
            if asked.memory:
                if not watch_memory(parties, asked.seconds):
                    sys.exit(1)
                return
            before = [usage(party) for party in parties]
            road = [stages(party) for party in parties]
            began = time.time()
            screens = [Screen(party, receivers.asked[other.name.lower()]) for party, other in ((west, east), (east, west))]
            for screen in screens:
                screen.start()
            time.sleep(asked.seconds)
            for screen in screens:
                screen.is_over = True
            spent = time.time() - began
            after = [usage(party) for party in parties]
            for screen in screens:
                screen.join()
            print(f"aircraft={asked.aircraft} each way; beyond the agreed delay, from the receiver's answer to the event of the other page, s:")
            appeared, replaced = (sum(ages, []) for ages in zip(*(screen.ages() for screen in screens)))
            for title, ages in (("when it appears", appeared), ("when the next one replaces it", replaced)):
                ages.sort()
                if ages:
                    print(
                        f"  {title}: age median={ages[len(ages) // 2]:.2f} p99={ages[int(len(ages) * 0.99)]:.2f} "
                        f"max={ages[-1]:.2f} of {len(ages)}")
            for party, earlier in zip(parties, road):
                for name, (total, count) in stages(party).items():
                    total, count = total - earlier[name][0], count - earlier[name][1]
                    if count:
                        print(f"  {party.name}: {STAGES[name]}: mean {1000 * total / count:.0f} ms of {count:.0f}")
            for party, (ticks, _), (now, memory) in zip(parties, before, after):
                print(f"{party.name}: cpu={100 * (now - ticks) / spent:.0f}% of a core, memory={memory:.0f} MB")
        finally:
            for party in parties:
                if party.process:
                    party.stop()
            receivers.close()


if __name__ == "__main__":
    main()
