#!/usr/bin/env python3
"""Two stations on loopback that tell each other of so many aircraft once a second: the age of a peer's position at the reader.

    Benchmarks/sharing-load.py PARLEY [--aircraft 2000] [--seconds 60]

Prints the ages beyond the agreed delay (median, 99th percentile, largest), and the memory and CPU of both stations. Standard library only.
"""

import argparse
import math
import random
import resource
import sys
import tempfile
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
    asked = options.parse_args()
    receivers = Receivers(["west", "east"])
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
            before = [usage(party) for party in parties]
            began = time.time()
            ages: list[float] = []
            counts: list[int] = []
            while time.time() - began < asked.seconds:
                for party in parties:
                    picture = party.get("/api/picture")
                    foreign = [one for one in picture["tracks"] if one.get("party")]
                    # What was told is rounded to a second: it may be half a second newer than it says.
                    ages += [picture["time"] - one["time"] - one["delay"] for one in foreign]
                    counts.append(len(foreign))
                time.sleep(0.5)
            spent = time.time() - began
            ages.sort()
            print(f"aircraft={asked.aircraft} each way, seen min={min(counts)} max={max(counts)}")
            print(f"age beyond the delay, s: median={ages[len(ages) // 2]:.2f} p99={ages[int(len(ages) * 0.99)]:.2f} max={ages[-1]:.2f} of {len(ages)}")
            for party, (ticks, _) in zip(parties, before):
                now, memory = usage(party)
                print(f"{party.name}: cpu={100 * (now - ticks) / spent:.0f}% of a core, memory={memory:.0f} MB")
        finally:
            for party in parties:
                if party.process:
                    party.stop()
            receivers.close()


if __name__ == "__main__":
    main()
