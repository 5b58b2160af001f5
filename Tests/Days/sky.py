"""Two flights in the air as receivers have them: each party's receivers serve them as a readsb `aircraft.json`, at the time of a training clock."""

import math
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts" / "demo"))
from demo_traffic import Receivers  # noqa: E402

METRES_OF_A_DEGREE = (110_941.0, 91_288.0)
"""Of latitude and of longitude, at 35 degrees north."""
METRES_PER_SECOND_PER_KNOT = 1852 / 3600


@dataclass
class Flight:
    """One aircraft that flies straight on; what its transponder does not send is nil."""

    address: str
    callsign: str | None
    north: float
    east: float
    level: float | None
    track: float = 90
    knots: float = 350
    seen_by: set[str] = field(default_factory=set)
    """Whose receivers have it."""
    began: float = 0

    def place(self, now: float) -> tuple[float, float]:
        """Metres north and east of 35 degrees north, 38 degrees east."""
        flown = self.knots * METRES_PER_SECOND_PER_KNOT * (now - self.began)
        return (
            (self.north - 35) * METRES_OF_A_DEGREE[0] + flown * math.cos(math.radians(self.track)),
            (self.east - 38) * METRES_OF_A_DEGREE[1] + flown * math.sin(math.radians(self.track)),
        )

    def turn(self, now: float, track: float) -> None:
        """Flies on another way from here."""
        north, east = self.place(now)
        self.north, self.east = 35 + north / METRES_OF_A_DEGREE[0], 38 + east / METRES_OF_A_DEGREE[1]
        self.began, self.track = now, track

    def aircraft(self, now: float) -> dict:
        north, east = self.place(now)
        made = {
            "hex": self.address, "lat": round(35 + north / METRES_OF_A_DEGREE[0], 6),
            "lon": round(38 + east / METRES_OF_A_DEGREE[1], 6), "gs": self.knots, "track": self.track, "baro_rate": 0,
            "seen": 0, "seen_pos": 0,
        }
        if self.callsign:
            made["flight"] = self.callsign
        if self.level is not None:
            made["alt_baro"] = self.level
        return made


class Sky(Receivers):
    """All that flies, and who sees it."""

    def __init__(self, names: list[str]):
        super().__init__(names)
        self.shift = 0.0
        self.flights: dict[str, Flight] = {}
        self.lock = threading.Lock()

    def now(self) -> float:
        """The time of the clock that the stations show."""
        return time.time() + self.shift

    def snapshot(self, name: str) -> dict:
        with self.lock:
            now = self.now()
            found = [flight.aircraft(now) for flight in self.flights.values() if name in flight.seen_by]
            return {"now": now, "messages": int(now * 10) % 1_000_000, "aircraft": found}

    def distance_nm(self, one: str, other: str, at: float) -> float:
        """Where they really are at a time, however it was received."""
        first, second = self.flights[one].place(at), self.flights[other].place(at)
        return math.dist(first, second) / 1852
