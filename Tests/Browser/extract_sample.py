"""An extract, made by the product itself from a private record: twenty seconds of three aircraft, of which the claim names two."""

import base64
import hashlib
import json
import subprocess
from pathlib import Path

from station import executable

ORIGIN = "parley/WEST/private/2015-11-03"
QUERY = "from:2015-11-03T09:00:00Z to:2015-11-03T10:00:00Z type:own-track/1,message/1 track:3949ea"
CLAIM = """\
claim: 1
by: the first ministry
said: 2015-11-03T15:00:00Z
source: a briefing </script><b>&amp;
propositions:
  - {id: near, text: They were within ten miles., kind: minimum-distance, between: [3949ea, 4ca123], from: 2015-11-03T09:24:05Z, to: 2015-11-03T09:24:24Z, at-most: 10 NM}
  - {id: far, text: Они выдержали двадцать миль., kind: minimum-distance, between: [3949ea, 4ca123], from: 2015-11-03T09:24:05Z, to: 2015-11-03T09:24:24Z, at-least: 20 NM}
  - {id: why, text: It was meant as a signal., kind: motive}
"""


def parley(*arguments: object, given: str | None = None) -> str:
    done = subprocess.run(
        [str(executable()), *map(str, arguments)], input=given, capture_output=True, text=True, timeout=120)
    if done.returncode:
        raise RuntimeError(f"parley {arguments}: {done.stdout}{done.stderr}")
    return done.stdout


def entry(kind: str, at: str, number: int, **body: object) -> str:
    salt = base64.b64encode(bytes([number % 256] * 16)).decode()
    return json.dumps({"type": kind, "at": at, "salt": salt, "body": body}, separators=(",", ":"), ensure_ascii=False)


def entries(query: str) -> list[str]:
    lines: list[str] = []
    for second in range(20):
        for number, (track, callsign) in enumerate([("3949ea", "VIPER11"), ("4ca123", "SOKOL21"), ("4ca777", "DLH9")]):
            at = f"2015-11-03T09:24:{5 + second:02}.000Z"
            lines.append(entry(
                "own-track/1", at, len(lines), track=track, callsign=callsign, time=at, lat=35 + number * 0.1,
                lon=round(38 + second * 0.002, 4), levelFt=20000, speedKt=350, source="f1", ours=number == 0, quality=[]))
    officer = {"name": "Волкова", "role": "watch-officer"}
    at = "2015-11-03T09:25:00.000Z"
    lines.append(entry(
        "message/1", at, 99, message="m1", elements=[], text="</script><img src=x onerror=alert(1)> Всё спокойно", written=at,
        by=officer))
    spokesman, investigator = {"name": "Spencer", "role": "spokesperson"}, {"name": "Ingram", "role": "investigator"}
    at = "2015-11-03T15:00:00.000Z"
    lines.append(entry("release/1", at, 100, release="r-1", query=query, by=spokesman))
    lines += [entry("release-approved/1", at, 101 + n, release="r-1", by=by) for n, by in enumerate([spokesman, investigator])]
    return lines


def told(folder: Path, *more: object) -> str:
    """Makes the extract in a folder; what is said of it."""
    record, claim = folder / "record", folder / "claim.yaml"
    claim.write_text(CLAIM)
    query = f"{QUERY} claim:{hashlib.sha256(CLAIM.encode()).hexdigest()}"
    key = parley("record", "init", record, "--origin", ORIGIN).strip()
    parley("record", "append", record, given="\n".join(entries(query)) + "\n")
    done = subprocess.run(
        [str(executable()), "extract", "--record", record, "--query", QUERY, "--claim", claim, "--key", key, "--output",
         folder / "extract", *map(str, more)], capture_output=True, text=True, timeout=120)
    if done.returncode:
        raise RuntimeError(f"parley extract: {done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def make(folder: Path) -> Path:
    """The directory of the extract."""
    told(folder)
    return folder / "extract"
