"""Stations of parties on one machine, made, started and introduced to each other as their people would do it."""

import http.client
import json
import os
import re
import secrets
import signal
import subprocess
from pathlib import Path

from station_tools import ROOT, Refused, free_ports, until

START_SECONDS = 60


class Party:
    """The station of one party: its directory, its process, and a session of one of its people."""

    def __init__(
        self, name: str, directory: Path, parley: Path, sources: list[str], language: str = "en",
        rules: Path | None = None, port: int | None = None, peer_port: int | None = None,
        environment: dict[str, str] | None = None,
    ):
        self.name, self.directory, self.parley, self.sources = name.upper(), directory, parley, sources
        self.language, self.rules = language, rules
        free = free_ports(2)
        self.port, self.peer_port = port or free[0], peer_port or free[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.peer_bind = "127.0.0.1"
        self.environment = dict(os.environ, **(environment or {}))
        self.process: subprocess.Popen | None = None
        # Who may act here, by role: name, cookie and token of the session.
        self.people: dict[str, tuple[str, str, str]] = {}
        self.person, self.officer, self.password = f"Col {name.title()}", f"Lt {name.title()}", secrets.token_urlsafe(12)

    def run(self, *arguments: object, **more: object) -> str:
        """A command of the program; its output."""
        done = subprocess.run(
            [str(self.parley), *map(str, arguments)], capture_output=True, text=True, timeout=120, env=self.environment, **more)
        if done.returncode != 0:
            raise RuntimeError(f"parley {' '.join(map(str, arguments))}: {done.stderr.strip() or done.stdout.strip()}")
        return done.stdout

    def init(self) -> None:
        """A new node, with a first operator."""
        output = self.run(
            "station", "init", "--name", self.name, "--data", self.directory, "--port", self.port, "--peer-port",
            self.peer_port, "--language", self.language)
        self.key = re.search(r"Verifier key\s+(\S+)", output).group(1)
        self.certificate_hash = re.search(r"Certificate SHA-256\s+(\S+)", output).group(1)
        secret = self.directory / "password"
        secret.touch(mode=0o600)
        secret.write_text(self.password + "\n")
        self.environment["PARLEY_NEW_PASSWORD_FILE"] = str(secret)
        self.environment["PARLEY_PASSWORD_FILE"] = str(secret)
        self.environment["XDG_STATE_HOME"] = str(self.directory / "state")
        self.run("station", "operator", "add", "--data", self.directory, self.person)

    @property
    def certificate(self) -> str:
        return (self.directory / "keys" / "tls.pem").read_text()

    def command(self) -> list[str]:
        """How it is started."""
        rules = ["--rules", str(self.rules)] if self.rules else []
        return [
            str(self.parley), "station", "up", "--data", str(self.directory), "--web", str(ROOT / "Web"), "--peer-bind",
            self.peer_bind, *self.sources, *rules,
        ]

    def start(self) -> None:
        self.log = open(self.log_file, "ab")
        self.process = subprocess.Popen(
            self.command(), stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL, env=self.environment)

        def answers() -> bool:
            if self.process.poll() is not None:
                raise RuntimeError(f"{self.name} ended with {self.process.returncode}:\n{self.read_log()}")
            try:
                return self.ask("GET", "/api/session")[0] == 200
            except OSError:
                return False

        try:
            until(f"{self.name} answers", answers, START_SECONDS)
        except AssertionError as late:
            self.stop()
            raise RuntimeError(f"{late}\n{self.read_log()}") from None

    @property
    def log_file(self) -> Path:
        return self.directory / "station.log"

    def read_log(self) -> str:
        return self.log_file.read_text(errors="replace")[-4000:]

    def connection(self, role: str) -> tuple[http.client.HTTPConnection, dict]:
        """A way to ask it something, and the headers that say who asks."""
        _, cookie, token = self.people.get(role, ("", "", ""))
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=90), {"Cookie": cookie, "X-Parley-Token": token}

    def ask(self, method: str, path: str, body: object = None, role: str = "") -> tuple[int, object, dict]:
        """Its answer: status, what it says, and its headers."""
        connection, headers = self.connection(role)
        headers["Accept"] = "application/json"
        content = None if body is None else json.dumps(body)
        if content is not None:
            headers["Content-Type"] = "application/json"
        try:
            connection.request(method, path, content, headers)
            answer = connection.getresponse()
            text = answer.read().decode()
            said = json.loads(text) if text.startswith(("{", "[")) else text or None
            return answer.status, said, dict(answer.getheaders())
        except http.client.HTTPException as broken:
            raise OSError(str(broken)) from broken
        finally:
            connection.close()

    def sign_in(self) -> None:
        """The administrator, and the officer of the watch, whom the administrator adds."""
        self.begin("administrator", self.person)
        self.order("POST", "/api/operators", {"name": self.officer, "role": "watch-officer", "password": self.password})
        self.begin("watch-officer", self.officer)

    def begin(self, role: str, name: str) -> None:
        _, state, _ = self.ask("GET", "/api/session")
        self.people[role] = (name, "", state["csrf"])
        status, state, headers = self.ask("POST", "/api/session", {"name": name, "password": self.password}, role)
        if status != 200:
            raise Refused(status, str(state))
        cookie = next(value for field, value in headers.items() if field.lower() == "set-cookie").split(";")[0]
        self.people[role] = (name, cookie, state["csrf"])

    def get(self, path: str, role: str = "administrator") -> dict:
        status, body, _ = self.ask("GET", path, role=role)
        if status != 200:
            raise Refused(status, (body or {}).get("detail", ""))
        return body

    def order(self, method: str, path: str, body: object = None, role: str = "administrator") -> dict | None:
        status, answer, _ = self.ask(method, path, body if body is not None else {}, role)
        if not 200 <= status < 300:
            raise Refused(status, (answer or {}).get("detail", ""))
        return answer

    def meet(self, other: "Party") -> None:
        """First contact: the other party's key, certificate and address, as they were compared by people."""
        self.order("POST", "/api/peers", {
            "key": other.key, "certificate": other.certificate, "address": f"127.0.0.1:{other.peer_port}",
        })

    def call_ours(self, patterns: list[str]) -> None:
        for pattern in patterns:
            self.order("POST", "/api/ours", {"pattern": pattern})

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(15)
        self.log.close()

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(15)
        self.log.close()


def agreement(template: Path, parties: list[Party], replace: dict[str, str] | None = None) -> str:
    """An example's text with the keys, certificates and addresses of real stations in the place of the invented ones."""
    text = template.read_text(encoding="utf-8")
    for party in parties:
        block = re.search(rf"(?m)^  {party.name}:\n(?:    .*\n)+", text)
        if not block:
            raise RuntimeError(f"{template} has no party {party.name}")
        filled = re.sub(r"(?m)^    key: .*$", f"    key: {party.key}", block.group(0))
        filled = re.sub(r"(?m)^    certificate: .*$", f"    certificate: sha256:{party.certificate_hash}", filled)
        filled = re.sub(r"(?m)^    address: .*$", f"    address: 127.0.0.1:{party.peer_port}", filled)
        text = text[: block.start()] + filled + text[block.end():]
    for old, new in (replace or {}).items():
        if old not in text:
            raise RuntimeError(f"{template} does not say “{old}”")
        text = text.replace(old, new)
    return text


def view(party: Party, identifier: str) -> dict | None:
    """Where an agreement stands at a party."""
    return next((one for one in party.get("/api/agreements")["agreements"] if one["agreement"] == identifier), None)


def agree(parties: list[Party], document: str, identifier: str, seconds: float = 60) -> None:
    """The first party puts a document forward, and all sign it."""
    made = parties[0].order("POST", "/api/agreements", {"document": document})["sha256"]
    for party in parties:
        until(f"{party.name} has the proposal", lambda: view(party, identifier), seconds)
        def signed() -> bool:
            try:
                party.order("POST", f"/api/agreements/{identifier}/sign", {"sha256": made})
                return True
            except Refused as refusal:
                if refusal.status == 404:
                    return False
                raise
        until(f"{party.name} signs", signed, seconds)
    for party in parties:
        until(f"{identifier} is in force at {party.name}", lambda: view(party, identifier)["state"] == "in-force", seconds)
