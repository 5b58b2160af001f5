"""Two real stations on loopback ports, each a process of its own, set up for the days of November 2015."""

import http.client
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "demo"))

from station_tools import ControlConnection, Refused, executable, free_ports  # noqa: E402

EXAMPLE = ROOT / "Examples" / "november-2015"
AGREEMENT = "air-safety-2015"
PLAN = "november-2015"
PASSWORD = "a long watch over KILO"
PEOPLE = {
    "WEST": {"administrator": "Adams", "planner": "Parker", "watch-officer": "Walker", "spokesperson": "Spencer"},
    "EAST": {"administrator": "Антонов", "planner": "Петров", "watch-officer": "Волкова", "spokesperson": "Соколов"},
}
PATIENCE = 120


def command(*arguments: object, password: Path | None = None, check: bool = True) -> subprocess.CompletedProcess:
    environment = dict(os.environ)
    if password:
        environment |= {"PARLEY_PASSWORD_FILE": str(password), "PARLEY_NEW_PASSWORD_FILE": str(password)}
    done = subprocess.run(
        [str(executable()), *map(str, arguments)], env=environment, capture_output=True, text=True, timeout=PATIENCE,
        stdin=subprocess.DEVNULL)
    if check and done.returncode != 0:
        raise RuntimeError(f"parley {' '.join(map(str, arguments))} ended with {done.returncode}:\n{done.stderr}{done.stdout}")
    return done


class Station:
    """The node of one party."""

    def __init__(self, party: str, folder: Path, port: int, peer_port: int):
        self.party = party
        self.folder = folder / party
        self.password = folder / "password"
        self.port = port
        self.peer_port = peer_port
        self.process: subprocess.Popen | None = None
        self.tokens: dict[str, str] = {}
        # Live sources that it watches; without one it sees what is simulated and shared.
        self.sources: list[str] = []

    def set_up(self) -> None:
        language = "ru" if self.party == "EAST" else "en"
        command(
            "station", "init", "--data", self.folder, "--name", self.party, "--address", "127.0.0.1", "--port",
            self.port, "--peer-port", self.peer_port, "--language", language, "--training-time", "2015-11-02T00:00:00Z")
        command(
            "station", "operator", "add", "--data", self.folder, PEOPLE[self.party]["administrator"],
            password=self.password)

    def start(self, clock: str) -> None:
        self.tokens = {}
        self.log = open(self.folder.parent / f"{self.party}.log", "ab")
        self.process = subprocess.Popen(
            [str(executable()), "station", "up", *self.sources, "--data", str(self.folder), "--web", str(ROOT / "Web"),
             "--peer-bind", "127.0.0.1", "--training-clock", clock],
            stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL)
        self.wait("it answers", lambda: self.get("/health") is not None)

    def kill(self) -> None:
        """As a power cut would: nothing is finished."""
        self.process.kill()
        self.process.wait(30)
        self.log.close()
        self.process = None

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(30)
        if self.process:
            self.log.close()
        self.process = None

    def wait(self, what: str, is_so) -> None:
        end = time.monotonic() + PATIENCE
        last: object = None
        while time.monotonic() < end:
            if self.process and self.process.poll() is not None:
                break
            try:
                if is_so():
                    return
            except (OSError, Refused, http.client.HTTPException) as error:
                last = error
            time.sleep(0.05)
        log = (self.folder.parent / f"{self.party}.log").read_text(errors="replace")[-3000:]
        raise RuntimeError(f"{self.party}: it never came to pass that {what} ({last}):\n{log}")

    def ask(self, method: str, path: str, body: object = None, role: str | None = None):
        connection = ControlConnection(self.folder / "control.sock")
        try:
            headers = {}
            if role:
                headers["Authorization"] = f"Bearer {self.token(role)}"
            data = None if body is None else json.dumps(body, ensure_ascii=False).encode()
            connection.request(method, path, body=data, headers=headers)
            answer = connection.getresponse()
            text = answer.read()
            if not 200 <= answer.status < 300:
                raise Refused(answer.status, f"{method} {path}: {text.decode(errors='replace')}")
            return json.loads(text) if text.strip()[:1] in (b"{", b"[") else text.decode()
        finally:
            connection.close()

    def token(self, role: str) -> str:
        if role not in self.tokens:
            name = PEOPLE[self.party][role]
            self.tokens[role] = self.ask("POST", "/api/session", {"name": name, "password": PASSWORD})["token"]
        return self.tokens[role]

    def get(self, path: str, role: str | None = None):
        return self.ask("GET", path, role=role)

    def post(self, path: str, body: object, role: str):
        return self.ask("POST", path, body, role)

    def records(self) -> list[Path]:
        """The records that this station writes, as directories."""
        return sorted({path.parent for path in (self.folder / "records" / "own").rglob("checkpoint")})


class Pair:
    """Both stations, in a folder."""

    def __init__(self, folder: Path, ports: list[int] | None = None):
        self.folder = folder
        self.ports = ports or free_ports(4)
        self.west = Station("WEST", folder, self.ports[0], self.ports[1])
        self.east = Station("EAST", folder, self.ports[2], self.ports[3])
        self.both = [self.west, self.east]

    def start(self, shows: str, rate: float = 1, after: float = 0) -> None:
        """Starts both; their clocks show `shows` in `after` seconds, and run `rate` times as fast from then on."""
        self.anchor = time.time() + after
        self.clock = f"{shows}@{self.anchor:.3f}x{rate:g}"
        for station in self.both:
            station.start(self.clock)

    def stop(self) -> None:
        # Both are asked before either is waited for: each follows the other's records to the end.
        for station in self.both:
            if station.process and station.process.poll() is None:
                station.process.terminate()
        for station in self.both:
            station.stop()

    def copy(self, folder: Path) -> "Pair":
        """The same two stations as they stand, in another folder. Only one of the copies may run."""
        shutil.copytree(self.folder, folder, ignore=shutil.ignore_patterns("*.sock", "*.log"))
        return Pair(folder, self.ports)

    def set_up(self) -> None:
        """From nothing to an agreement in force, with its zone active."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "password").write_text(PASSWORD + "\n")
        for station in self.both:
            station.set_up()
        self.start("2015-11-03T08:30:00Z")
        for station in self.both:
            for role, name in PEOPLE[station.party].items():
                if role != "administrator":
                    station.post(
                        "/api/operators", {"name": name, "role": role, "password": PASSWORD}, "administrator")
        for station, other in [(self.west, self.east), (self.east, self.west)]:
            own = other.get("/api/peers", "administrator")["own"]
            pem = (other.folder / "keys" / "tls.pem").read_text()
            station.post(
                "/api/peers",
                {"key": own["key"], "certificate": pem, "address": f"127.0.0.1:{other.peer_port}"}, "administrator")
        text = self.agreement()
        (self.folder / "agreement.yaml").write_text(text)
        made = self.west.post("/api/agreements", {"document": text}, "planner")["sha256"]
        for station in self.both:
            station.wait("the agreement is here", lambda: self.opened(station, made))
            station.post(f"/api/agreements/{AGREEMENT}/sign", {"sha256": made}, "planner")
        for station in self.both:
            station.wait("the agreement is in force", lambda: self.is_in_force(station))
            station.wait("its channel is open", lambda: self.has_channel(station))
        self.west.post(f"/api/zones/{AGREEMENT}/KILO", {"state": "active"}, "watch-officer")

    def agreement(self) -> str:
        """The example's agreement with the keys, certificates and addresses of these two."""
        text = (EXAMPLE / "agreement.yaml").read_text()
        for station in self.both:
            own = station.get("/api/peers", "administrator")["own"]
            text = re.sub(rf"key: {station.party}\+\S+", f"key: {own['key']}", text)
            start = text.index(f"key: {own['key']}")
            rest = re.sub(r"certificate: sha256:[0-9a-f]+", f"certificate: sha256:{own['certificate']}", text[start:], count=1)
            rest = re.sub(r"address: \S+", f"address: 127.0.0.1:{station.peer_port}", rest, count=1)
            text = text[:start] + rest
        return text

    def sign_plan(self, text: str) -> None:
        """Puts the plan forward from the west and signs it on both sides."""
        made = self.west.post("/api/exercises", {"document": text}, "planner")["sha256"]
        for station in self.both:
            station.wait("the plan is here", lambda: self.knows_plan(station, made))
            station.post(f"/api/exercises/{PLAN}/sign", {"sha256": made}, "planner")
        for station in self.both:
            station.wait("the plan is signed", lambda: self.is_signed(station, made))

    @staticmethod
    def opened(station: Station, sha256: str) -> bool:
        found = [one for one in station.get("/api/agreements", "planner")["agreements"] if one["agreement"] == AGREEMENT]
        return any(version["sha256"] == sha256 for one in found for version in one["open"])

    @staticmethod
    def is_in_force(station: Station) -> bool:
        found = station.get("/api/agreements", "planner")["agreements"]
        return any(one["agreement"] == AGREEMENT and one["state"] == "in-force" for one in found)

    @staticmethod
    def has_channel(station: Station) -> bool:
        peers = station.get("/api/peers", "planner")["peers"]
        return any(
            channel["scope"] == AGREEMENT and channel["link"] == "connected"
            for peer in peers for channel in peer["channels"])

    @staticmethod
    def knows_plan(station: Station, sha256: str) -> bool:
        plans = station.get("/api/exercises", "planner")["plans"]
        return any(version["sha256"] == sha256 for plan in plans for version in plan["versions"])

    @staticmethod
    def is_signed(station: Station, sha256: str) -> bool:
        plans = station.get("/api/exercises", "planner")["plans"]
        return any(plan.get("signedSha256") == sha256 for plan in plans)
