"""What everything that runs real stations needs: the program that was built, ports, patience, and a way through the control socket."""

import http.client
import os
import socket
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Refused(Exception):
    """The station said no."""

    def __init__(self, status: int, detail: str):
        super().__init__(f"{status}: {detail}")
        self.status = status


class ControlConnection(http.client.HTTPConnection):
    """HTTP over the control socket of a station, which is reached from any network namespace."""

    def __init__(self, path: Path, timeout: float = 60):
        super().__init__("localhost", timeout=timeout)
        self.path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self.path))


def executable() -> Path | None:
    """The station that was built: the one asked for, else the release build, else the debug build."""
    asked = os.environ.get("PARLEY")
    places = [Path(asked).resolve()] if asked else [ROOT / ".build" / kind / "parley" for kind in ("release", "debug")]
    return next((place for place in places if os.access(place, os.X_OK)), None)


def free_ports(count: int) -> list[int]:
    """Ports on which nobody listens, each another one."""
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]
    finally:
        for probe in probes:
            probe.close()


def free_port() -> int:
    return free_ports(1)[0]


def until(what: str, condition, seconds: float = 30):
    """Waits until `condition` gives something, and gives it; fails with what it gave last."""
    end = time.monotonic() + seconds
    value = None
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.1)
    raise AssertionError(f"{what}: not within {seconds:.0f} s; last seen {value!r}")
