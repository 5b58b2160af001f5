"""Real stations for the tests of faults: two parties under an agreement, spoken with through their control sockets, in network
namespaces or on loopback."""

import http.client
import os
import random
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "demo"))

import demo_parties  # noqa: E402
from demo_parties import agree, agreement, view  # noqa: E402
from published import texts  # noqa: E402
from station_tools import ControlConnection, Refused, executable, until  # noqa: E402

IS_SOAK = os.environ.get("PARLEY_SOAK", "0") != "0"
AGREEMENT = ROOT / "Examples" / "west-east.agreement.yaml"
TRAFFIC = ROOT / "Examples" / "example.states.csv"
CHOICE = random.Random(int(os.environ.get("PARLEY_SEED", "7")))


class Station(demo_parties.Party):
    """A station that is asked through its control socket."""

    def __init__(self, name: str, folder: Path, *, language: str = "en", prefix: list[str] | None = None,
                 peer_bind: str = "127.0.0.1", environment: dict[str, str] | None = None):
        built = executable()
        if not built:
            raise RuntimeError("the station is not built: swift build --product parley")
        super().__init__(name, folder / name.lower(), built, [str(TRAFFIC), "--speed", "1"], language, environment=environment)
        self.prefix, self.peer_bind = prefix or [], peer_bind
        # Where others reach it, if not directly.
        self.reached_at = f"{peer_bind}:{self.peer_port}"

    def command(self) -> list[str]:
        return self.prefix + super().command()

    @property
    def log_file(self) -> Path:
        return self.directory.parent / f"{self.name}.log"

    def connection(self, role: str) -> tuple[http.client.HTTPConnection, dict]:
        _, token, _ = self.people.get(role, ("", "", ""))
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return ControlConnection(self.directory / "control.sock"), headers

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

    def check(self, senders: list) -> None:
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
