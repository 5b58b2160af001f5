"""Real stations for the tests of faults: two parties under an agreement, spoken with through their control sockets, in network
namespaces or on loopback."""

import http.client
import json
import os
import random
import re
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "demo"))

import demo_parties  # noqa: E402
from demo_parties import Refused, agree, agreement, until  # noqa: E402, F401

IS_SOAK = os.environ.get("PARLEY_SOAK", "0") != "0"
AGREEMENT = ROOT / "Examples" / "west-east.agreement.yaml"
TRAFFIC = ROOT / "Examples" / "example.states.csv"
CHOICE = random.Random(int(os.environ.get("PARLEY_SEED", "7")))


def executable() -> Path:
    """The station that was built: the one asked for, else the release build, else the debug build."""
    asked = os.environ.get("PARLEY")
    places = [Path(asked)] if asked else [ROOT / ".build" / kind / "parley" for kind in ("release", "debug")]
    found = next((place for place in places if os.access(place, os.X_OK)), None)
    if not found:
        raise RuntimeError("the station is not built: swift build --product parley")
    return found


class SocketConnection(http.client.HTTPConnection):
    """HTTP over the control socket of a station, which is reached from any network namespace."""

    def __init__(self, path: Path, timeout: float):
        super().__init__("localhost", timeout=timeout)
        self.path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self.path))


class Station(demo_parties.Party):
    """A station that is asked through its control socket."""

    def __init__(self, name: str, folder: Path, *, language: str = "en", prefix: list[str] | None = None,
                 peer_bind: str = "127.0.0.1", environment: dict[str, str] | None = None):
        super().__init__(name, folder / name.lower(), executable(), [str(TRAFFIC), "--speed", "1"], language,
                         environment=environment)
        self.prefix, self.peer_bind = prefix or [], peer_bind
        # Where others reach it, if not directly.
        self.reached_at = f"{peer_bind}:{self.peer_port}"

    def start(self) -> None:
        command = self.prefix + [
            str(self.parley), "station", "up", "--data", str(self.directory), "--web", str(ROOT / "Web"),
            "--peer-bind", self.peer_bind, *self.sources,
        ]
        self.log = open(self.directory.parent / f"{self.name}.log", "ab")
        self.process = subprocess.Popen(
            command, stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL, env=self.environment)

        def answers() -> bool:
            if self.process.poll() is not None:
                raise RuntimeError(f"{self.name} ended with {self.process.returncode}:\n{self.read_log()}")
            try:
                return self.ask("GET", "/api/session")[0] == 200
            except OSError:
                return False

        until(f"{self.name} answers", answers, demo_parties.START_SECONDS)

    def read_log(self) -> str:
        return (self.directory.parent / f"{self.name}.log").read_text(errors="replace")[-4000:]

    def ask(self, method: str, path: str, body: object = None, role: str = "") -> tuple[int, object, dict]:
        connection = SocketConnection(self.directory / "control.sock", 60)
        _, token, _ = self.people.get(role, ("", "", ""))
        headers = {"Accept": "application/json", **({"Authorization": f"Bearer {token}"} if token else {})}
        content = None if body is None else json.dumps(body)
        if content is not None:
            headers["Content-Type"] = "application/json"
        try:
            connection.request(method, path, content, headers)
            answer = connection.getresponse()
            text = answer.read().decode()
            return answer.status, json.loads(text) if text.startswith(("{", "[")) else text, dict(answer.getheaders())
        except http.client.HTTPException as broken:
            raise OSError(str(broken)) from broken
        finally:
            connection.close()

    def begin(self, role: str, name: str) -> None:
        status, answer, _ = self.ask("POST", "/api/session", {"name": name, "password": self.password})
        if status != 200:
            raise Refused(status, str(answer))
        self.people[role] = (name, answer["token"], "")

    def meet(self, other: "Station") -> None:
        self.order("POST", "/api/peers", {"key": other.key, "certificate": other.certificate, "address": other.reached_at})

    def channel(self, peer: str, scope: str) -> dict:
        """Where a channel stands, as the page shows it."""
        for known in self.get("/api/peers")["peers"]:
            if known["name"] == peer:
                return next((one for one in known["channels"] if one["scope"] == scope), {})
        return {}

    def say(self, peer: str, text: str) -> str:
        """A message on the line; its identifier once the station has acknowledged it."""
        body = {"message": "TI.TRAFFIC clock=11 dist=5NM", "text": text}
        return self.order("POST", f"/api/line/{peer}/messages", body, "watch-officer")["message"]

    def metric(self, name: str) -> float:
        text = self.ask("GET", "/metrics")[1]
        return float(re.search(rf"(?m)^{name} (\S+)$", text)[1])

    def stop(self) -> float:
        """As an operator does it; how long it took."""
        began = time.monotonic()
        super().stop()
        return time.monotonic() - began


class Pair:
    """WEST and EAST under an agreement; `link` may put something between them before they meet."""

    def __init__(self, link=None, stations: list[Station] | None = None, environments: dict[str, dict] | None = None,
                 folder: Path | None = None):
        self.folder = Path(tempfile.mkdtemp(prefix="parley-faults-"))
        self.all = stations or []
        try:
            if not self.all:
                self.all = [
                    Station(name, folder if folder and name == "west" else self.folder,
                            environment=(environments or {}).get(name)) for name in ("west", "east")
                ]
            for station in self.all:
                station.init()
            if link:
                link(*self.all)
            for station in self.all:
                station.start()
                station.sign_in()
            self.west, self.east = self.all
            self.west.meet(self.east)
            self.east.meet(self.west)
            self.document = agreement(AGREEMENT, self.all)
            for station in self.all:
                self.document = self.document.replace(f"address: 127.0.0.1:{station.peer_port}", f"address: {station.reached_at}")
            self.scope = re.search(r"(?m)^agreement: (\S+)", self.document)[1]
            agree(self.all, self.document, self.scope)
            for one, other in ((self.west, self.east), (self.east, self.west)):
                until(f"{one.name} has a line", lambda: one.get("/api/line")["lines"])
                until(f"{one.name} hears {other.name}", lambda: self.link(one) == "connected")
        except BaseException:
            for station in self.all:
                if station.process and station.process.poll() is not None:
                    print(station.read_log(), file=sys.stderr)
            self.close()
            raise

    def other(self, station: Station) -> Station:
        return self.east if station is self.west else self.west

    def link(self, station: Station) -> str | None:
        """What a station says of how the other one's record reaches it."""
        return station.channel(self.other(station).name, self.scope).get("link")

    def caught_up(self, station: Station) -> bool:
        """Whether a station says that it has all of the other's entries and hears it."""
        state = station.channel(self.other(station).name, self.scope)
        theirs = self.other(station).channel(station.name, self.scope)
        return state.get("link") == "connected" and state.get("received") == theirs.get("sent") and not state.get("fault")

    def settle(self, seconds: float = 60) -> None:
        """Both say by themselves that they have caught up."""
        for station in self.all:
            try:
                until(f"{station.name} has caught up", lambda: self.caught_up(station), seconds)
            except AssertionError as late:
                states = [one.channel(self.other(one).name, self.scope) for one in self.all]
                raise AssertionError(f"{late}\n{states}\n{station.read_log()}") from None

    def check(self, senders: "list[Sender]") -> None:
        """What was acknowledged is there, once, in order, at the reader as at the writer, and nothing contradicts itself."""
        for sender in senders:
            writer, reader = sender.station, self.other(sender.station)
            written, read = (
                texts(station.directory / "records" / kind / f"parley/{writer.name}/to/{reader.name}/{self.scope}")
                for station, kind in ((writer, "own"), (reader, "peers")))
            assert read == written, f"{reader.name} has another record of {writer.name} than {writer.name} itself"
            numbers = [int(text) for text in written if text.isdigit()]
            assert len(set(numbers)) == len(numbers), f"something of {writer.name} is there twice"
            assert numbers == sorted(numbers), f"the order of {writer.name} was not kept"
            missing = set(sender.acknowledged) - set(numbers)
            assert not missing, f"acknowledged by {writer.name} and lost: {sorted(missing)}"
            # What is stored is shown a moment later, and no more than the last of it.
            wanted = [str(number) for number in numbers]
            until(f"the page of {reader.name} ends with {wanted[-5:]}", lambda: self.ends(wanted, self.shown(reader)), 10)
            state = reader.channel(writer.name, self.scope)
            assert not state.get("alarm") and not state.get("quarantined"), state

    @staticmethod
    def ends(wanted: list[str], shown: list[str]) -> bool:
        return shown == wanted[len(wanted) - len(shown):]

    def shown(self, reader: Station) -> list[str]:
        """The texts of the other's messages as the page of a station has them, in its order."""
        messages = reader.get("/api/line")["lines"][0]["messages"]
        return [message["text"] for message in messages if message["side"] == "theirs"]

    def close(self) -> None:
        for station in self.all:
            if station.process:
                station.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> "Pair":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Sender(threading.Thread):
    """An officer who goes on sending numbers whatever happens, and notes which were acknowledged."""

    def __init__(self, station: Station, peer: str, pause: float = 0.15):
        super().__init__(daemon=True)
        self.station, self.peer, self.pause = station, peer, pause
        self.acknowledged: list[int] = []
        self.refusals: list[str] = []
        self.next = 0
        self.stopped = threading.Event()

    def run(self) -> None:
        while not self.stopped.is_set():
            number, self.next = self.next, self.next + 1
            try:
                self.station.say(self.peer, str(number))
                self.acknowledged.append(number)
            except Refused as refusal:
                self.refusals.append(str(refusal))
                # Killed in between, or the disk is full; whoever is not known any more signs in again.
                if refusal.status == 401:
                    self.sign_in()
            except (OSError, ValueError, KeyError):
                time.sleep(0.2)
            time.sleep(self.pause)

    def sign_in(self) -> None:
        try:
            self.station.begin("watch-officer", self.station.officer)
        except (OSError, Refused, ValueError):
            pass

    def finish(self) -> None:
        self.stopped.set()
        self.join(70)


def entries(record: Path) -> list[bytes]:
    """The entries of a record as they are published on the disk (C2SP tlog-tiles), without looking at any signature."""
    published = record / "published"
    size = int((published / "checkpoint").read_bytes().split(b"\n")[1])
    found: list[bytes] = []
    for bundle in range((size + 255) // 256):
        name = "/".join([f"x{digits}" for digits in groups(bundle)[:-1]] + groups(bundle)[-1:])
        width = min(256, size - 256 * bundle)
        place = published / "tile" / "entries" / name
        partial = place.with_name(place.name + ".p") / str(width)
        data = (place if place.is_file() else partial).read_bytes()
        position = 0
        while position < len(data) and len(found) < size:
            length = struct.unpack(">H", data[position:position + 2])[0]
            found.append(data[position + 2:position + 2 + length])
            position += 2 + length
    return found


def groups(index: int) -> list[str]:
    digits = [f"{index % 1000:03}"]
    while index := index // 1000:
        digits.insert(0, f"{index % 1000:03}")
    return digits


def texts(channel: Path) -> list[str]:
    """The texts of the messages of a channel, over all its records, the oldest first."""
    found = []
    for record in sorted(channel.iterdir(), key=lambda place: (place.name[:10], int(place.name[11:] or 1))):
        for entry in map(json.loads, entries(record)):
            if entry["type"] == "message/1":
                found.append(entry["body"].get("text", ""))
    return found
