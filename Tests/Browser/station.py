"""The real station, started for a test on a port of its own, and stopped by its own process."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "demo"))

from station_tools import executable, free_port  # noqa: E402

SHARED = ROOT.parent / "shared" / "data"
PARIS = SHARED / "recordings" / "paris-2021-10-07.states.csv.gz"
RULES = Path(__file__).resolve().parent / "rules.yaml"
START_SECONDS = 120


def recording() -> Path | None:
    """The one asked for, else real traffic when it is there, else the example that comes with the project."""
    if asked := os.environ.get("PARLEY_RECORDING"):
        return Path(asked)
    if PARIS.is_file():
        return PARIS
    examples = sorted((ROOT / "Examples").glob("*.csv")) + sorted((ROOT / "Examples").glob("*.csv.gz"))
    return examples[0] if examples else None


class Station:
    """One run of `parley watch`."""

    def __init__(self, *arguments: object, port: int | None = None, rules: Path | None = RULES):
        self.port = port or free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.folder = tempfile.TemporaryDirectory(prefix="parley-browser-")
        self.arguments = [str(argument) for argument in arguments]
        if rules:
            self.arguments += ["--rules", str(rules)]
        self.process: subprocess.Popen | None = None
        self.start()

    def start(self) -> None:
        command = [
            str(executable()), "watch", *self.arguments, "--port", str(self.port), "--web", str(ROOT / "Web"),
            "--data", self.folder.name,
        ]
        self.log = open(Path(self.folder.name) / "station.log", "ab")
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL)
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError(f"the station ended with {self.process.returncode}:\n{self.read_log()}")
            try:
                with urllib.request.urlopen(f"{self.address}/health", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.2)
        self.stop()
        raise RuntimeError(f"the station did not answer within {START_SECONDS} s:\n{self.read_log()}")

    def read_log(self) -> str:
        return (Path(self.folder.name) / "station.log").read_text(errors="replace")[-4000:]

    def get(self, path: str):
        with urllib.request.urlopen(self.address + path, timeout=30) as answer:
            return json.load(answer)

    def freeze(self) -> None:
        """It stands still, with its connections open: what a hung machine looks like from outside."""
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(15)
        self.log.close()

    def __enter__(self) -> "Station":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self.folder.cleanup()
