"""Traffic that is live: a recording played at the present time, split by aircraft among parties that each see their own half.

Each party's half is served as a readsb `aircraft.json`, which is what a receiver's decoder offers. Standard library only.
"""

import csv
import gzip
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

METRES_PER_FOOT = 0.3048
METRES_PER_SECOND_PER_KNOT = 1852 / 3600


def share_of(address: str, parties: int) -> int:
    """Whose receivers see an aircraft: by its address alone, so that it is the same in every run."""
    return sum(int(digit, 16) for digit in address if digit in "0123456789abcdef") % parties


class Recording:
    """The reports of a stretch of an OpenSky recording, by whole second."""

    def __init__(self, path: Path, start: float = 0, seconds: float = 1e9, moved: tuple[float, float] = (0, 0)):
        self.seconds: dict[int, list[dict]] = {}
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8") as file:
            first = None
            for row in csv.DictReader(file):
                now = float(row["time"])
                first = now if first is None else first
                if now < first + start:
                    continue
                if now >= first + start + seconds:
                    break
                if row["lat"] and row["lon"]:
                    self.seconds.setdefault(int(now), []).append(self.aircraft(row, moved))
        if not self.seconds:
            raise SystemExit(f"{path} has no reports in the stretch that was asked for")
        self.first, self.last = min(self.seconds), max(self.seconds)

    @staticmethod
    def aircraft(row: dict, moved: tuple[float, float]) -> dict:
        made = {"hex": row["icao24"].lower(), "lat": float(row["lat"]) + moved[0], "lon": float(row["lon"]) + moved[1]}
        if row.get("callsign"):
            made["flight"] = row["callsign"].strip()
        if row.get("onground") == "True":
            made["alt_baro"] = "ground"
        elif row.get("baroaltitude"):
            made["alt_baro"] = round(float(row["baroaltitude"]) / METRES_PER_FOOT)
        if row.get("velocity"):
            made["gs"] = round(float(row["velocity"]) / METRES_PER_SECOND_PER_KNOT, 1)
        if row.get("heading"):
            made["track"] = round(float(row["heading"]), 1)
        if row.get("vertrate"):
            made["baro_rate"] = round(float(row["vertrate"]) * 60 / METRES_PER_FOOT)
        if row.get("squawk"):
            made["squawk"] = row["squawk"]
        return made

    def addresses(self, party: int, parties: int) -> list[str]:
        found = {one["hex"] for reports in self.seconds.values() for one in reports}
        return sorted(address for address in found if share_of(address, parties) == party)


class Receivers:
    """A small web server with one `aircraft.json` for each party."""

    def __init__(self, names: list[str], recording: Recording | None = None, port: int = 0):
        self.names = names
        self.recording = recording
        self.began = time.time()
        # Tests put aircraft of their own here: by party, what its receivers see now.
        self.made: dict[str, list[dict]] = {}
        receivers = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                name = self.path.strip("/").split("/")[0]
                if name not in receivers.names:
                    self.send_error(404)
                    return
                body = json.dumps(receivers.snapshot(name)).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def address(self, name: str) -> str:
        return f"http://127.0.0.1:{self.port}/{name}/aircraft.json"

    def snapshot(self, name: str) -> dict:
        now = time.time()
        found: dict[str, dict] = {}
        if self.recording:
            length = self.recording.last - self.recording.first + 1
            played = int(now - self.began) % length + self.recording.first
            # The last seconds too, each with its age, as a decoder has it.
            for age in range(0, 6):
                for one in self.recording.seconds.get(played - age, []):
                    if share_of(one["hex"], len(self.names)) == self.names.index(name) and one["hex"] not in found:
                        found[one["hex"]] = dict(one, seen=age, seen_pos=age)
        made = self.made.get(name, [])
        for one in made() if callable(made) else made:
            found[one["hex"]] = dict({"seen": 0, "seen_pos": 0}, **one)
        return {"now": now, "messages": int(now), "aircraft": list(found.values())}

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
