"""Traffic made for a test: a crowd as a recording, and a live source that speaks SBS-1 BaseStation over TCP."""

import math
import random
import socket
import threading
import time
from datetime import datetime, timezone
from pathlib import Path

COLUMNS = (
    "time,icao24,lat,lon,velocity,heading,vertrate,callsign,onground,alert,spi,squawk,baroaltitude,geoaltitude,"
    "lastposupdate,lastcontact"
)
START = 1_700_000_000


def write_crowd(path: Path, aircraft: int, seconds: int) -> None:
    """A recording of many aircraft, one report a second each, spread over levels so that most keep apart."""
    chance = random.Random(2021)
    crowd = [
        (
            f"{0x400000 + 41 * index:06x}", 48.8 + chance.uniform(-1.6, 1.6), 2.4 + chance.uniform(-2.6, 2.6), chance.uniform(110, 250),
            chance.uniform(0, 360), f"TST{index:04d}", 1500 + 150 * (index % 70),
        )
        for index in range(aircraft)
    ]
    with open(path, "w", encoding="ascii") as file:
        file.write(COLUMNS + "\n")
        for second in range(seconds):
            for address, lat, lon, speed, heading, name, altitude in crowd:
                north = speed * second * math.cos(math.radians(heading)) / 111_200
                east = speed * second * math.sin(math.radians(heading)) / (111_200 * math.cos(math.radians(lat)))
                file.write(
                    f"{START + second},{address},{lat + north:.6f},{lon + east:.6f},{speed:.1f},{heading:.1f},0,{name},"
                    f"False,False,False,2000,{altitude},{altitude + 50},{START + second},{START + second}\n"
                )


class LiveSource:
    """An SBS-1 server with three aircraft: one that overtakes another for many minutes, and one with an emergency code."""

    def __init__(self):
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        self.talking = threading.Event()
        self.talking.set()
        self.stopped = threading.Event()
        self.began = time.time()
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self) -> None:
        while not self.stopped.is_set():
            try:
                client, _ = self.server.accept()
            except OSError:
                return
            threading.Thread(target=self.talk, args=(client,), daemon=True).start()

    def talk(self, client: socket.socket) -> None:
        with client:
            while not self.stopped.is_set():
                if self.talking.is_set():
                    try:
                        client.sendall(self.lines().encode("ascii"))
                    except OSError:
                        return
                self.stopped.wait(1)

    def lines(self) -> str:
        now = datetime.now(timezone.utc)
        stamp = now.strftime("%Y/%m/%d,%H:%M:%S.") + f"{now.microsecond // 1000:03d}"
        flown = time.time() - self.began
        text = ""
        # Eleven kilometres apart and closing with 40 knots: an alarm at once, and a loss that lasts.
        for address, name, lat, lon, knots, code in (
            ("4CA001", "ALFA1", 49.0, 2.0 + 0.00282 * flown, 400, "1000"),
            ("4CA002", "BRAVO2", 49.0, 1.85 + 0.00310 * flown, 440, "2000"),
            ("4CA003", "MAYDAY3", 48.6, 2.3 + 0.00141 * flown, 200, "7700"),
        ):
            def message(kind: int, fields: dict[int, object]) -> str:
                parts = ["MSG", str(kind), "1", "1", address, "1", *stamp.split(","), *stamp.split(",")] + [""] * 12
                for place, value in fields.items():
                    parts[place] = str(value)
                return ",".join(parts) + "\r\n"

            text += message(1, {10: name})
            text += message(3, {11: 30000, 14: f"{lat:.5f}", 15: f"{lon:.5f}", 21: 0})
            text += message(4, {12: knots, 13: 90, 16: 0})
            text += message(6, {11: 30000, 17: code, 21: 0})
        return text

    def close(self) -> None:
        self.stopped.set()
        self.server.close()
