"""Two real stations of two parties on this machine, introduced to each other, under an agreement that both have signed."""

import http.cookiejar
import json
import os
import re
import signal
import subprocess
import tempfile
import urllib.error
import urllib.request
from functools import partial
from pathlib import Path

from station import ROOT
import station_tools  # noqa: E402  (station has put its place on the path)
from station_tools import executable, free_ports  # noqa: E402

PASSWORD = "correct horse battery staple 7"
AGREEMENT = ROOT / "Examples" / "west-east.agreement.yaml"
until = partial(station_tools.until, seconds=60)
"""Beside browsers everything takes longer."""


class Operator:
    """Somebody who has signed in at a station."""

    def __init__(self, address: str, name: str):
        self.address = address
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        self.token = self.ask("GET", "/api/session")["csrf"]
        self.token = self.ask("POST", "/api/session", {"name": name, "password": PASSWORD})["csrf"]

    def ask(self, method: str, path: str, body=None):
        request = urllib.request.Request(self.address + path, method=method)
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
            request.add_header("X-Parley-Token", self.token)
        try:
            with self.opener.open(request, timeout=30) as answer:
                text = answer.read().decode()
        except urllib.error.HTTPError as refusal:
            raise AssertionError(f"{method} {path}: {refusal.code} {refusal.read().decode()}") from None
        return json.loads(text) if text.startswith(("{", "[")) else text


class Party:
    """One station: its directory, its ports, its process."""

    def __init__(self, name: str, language: str, officer: str, sources: list[str]):
        self.name, self.language, self.officer, self.sources = name, language, officer, sources
        self.folder = tempfile.TemporaryDirectory(prefix=f"parley-{name.lower()}-")
        self.data = f"{self.folder.name}/data"
        self.port, self.peer_port = free_ports(2)
        self.address = f"http://127.0.0.1:{self.port}"
        self.password = Path(self.folder.name) / "password"
        self.password.write_text(PASSWORD + "\n")
        self.process: subprocess.Popen | None = None
        self.command("station", "init", "--name", name.lower(), "--data", self.data, "--port", self.port,
                     "--peer-port", self.peer_port, "--language", language, "--address", "127.0.0.1")
        self.command("station", "operator", "add", "Admin", "--role", "administrator", "--data", self.data)
        self.start()
        self.admin = Operator(self.address, "Admin")
        self.command("station", "operator", "add", officer, "--role", "watch-officer", "--as", "Admin", "--data", self.data)

    def command(self, *arguments: object) -> str:
        environment = {
            **os.environ, "PARLEY_PASSWORD_FILE": str(self.password), "PARLEY_NEW_PASSWORD_FILE": str(self.password),
            "XDG_STATE_HOME": f"{self.folder.name}/state",
        }
        done = subprocess.run([str(executable()), *map(str, arguments)], env=environment, capture_output=True, text=True, timeout=60)
        if done.returncode != 0:
            raise AssertionError(f"parley {' '.join(map(str, arguments))}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def start(self) -> None:
        self.log = open(f"{self.folder.name}/station.log", "ab")
        command = [
            str(executable()), "station", "up", *self.sources, "--data", self.data, "--web", str(ROOT / "Web"),
            "--peer-bind", "127.0.0.1",
        ]
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL)

        def answers() -> bool:
            if self.process.poll() is not None:
                raise AssertionError(f"{self.name} ended:\n{self.read_log()}")
            try:
                with urllib.request.urlopen(f"{self.address}/api/session", timeout=2):
                    return True
            except OSError:
                return False

        until(f"{self.name} answers", answers)

    def read_log(self) -> str:
        return Path(f"{self.folder.name}/station.log").read_text(errors="replace")[-4000:]

    def kill(self) -> None:
        """As a power cut would: nothing is finished."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(15)
        self.log.close()

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(15)
        self.log.close()

    def own(self) -> dict:
        return self.admin.ask("GET", "/api/peers")["own"]

    def certificate(self) -> str:
        return Path(f"{self.data}/keys/tls.pem").read_text()

    def line(self) -> dict | None:
        """The line, as soon as there is one."""
        lines = self.admin.ask("GET", "/api/line")["lines"]
        return lines[0] if lines else None


class Parties:
    """WEST, which speaks English, and EAST, which speaks Russian."""

    def __init__(self, sources: list[str]):
        self.west = Party("WEST", "en", "Harris", sources)
        self.east = Party("EAST", "ru", "Петрова", sources)
        self.introduce()
        self.agree()

    def introduce(self) -> None:
        for one, other in ((self.west, self.east), (self.east, self.west)):
            one.admin.ask("POST", "/api/peers", {
                "key": other.own()["key"], "certificate": other.certificate(), "address": f"127.0.0.1:{other.peer_port}",
            })

    def agree(self) -> None:
        """The example, with the keys, certificates and addresses of these stations."""
        text = AGREEMENT.read_text()
        for party in (self.west, self.east):
            own = party.own()
            text = re.sub(rf"key: {party.name}\+\S+", f"key: {own['key']}", text)
            place = text.index(f"  {party.name}:\n")
            head, rest = text[:place], text[place:]
            rest = re.sub(r"certificate: sha256:\w+", f"certificate: sha256:{own['certificate']}", rest, count=1)
            text = head + re.sub(r"address: \S+", f"address: 127.0.0.1:{party.peer_port}", rest, count=1)
        self.identifier = re.search(r"^agreement: (\S+)", text, re.M)[1]
        sha256 = self.west.admin.ask("POST", "/api/agreements", {"document": text})["sha256"]
        for party in (self.west, self.east):
            def signed() -> bool:
                try:
                    party.admin.ask("POST", f"/api/agreements/{self.identifier}/sign", {"sha256": sha256})
                    return True
                except AssertionError as refusal:
                    self.refusal = refusal
                    return False

            until(f"{party.name} signs", signed)
        for party in (self.west, self.east):
            until(f"a line of {party.name}", lambda: (party.line() or {}).get("line", {}).get("flow") == "in-force")

    def stop(self) -> None:
        for party in (self.west, self.east):
            party.stop()
            party.folder.cleanup()

    def __enter__(self) -> "Parties":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
