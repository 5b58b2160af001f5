"""A node with operators, started for a test in a directory of its own."""

import os
import re
import subprocess
import time
from pathlib import Path

from station import ROOT, RULES, START_SECONDS, Station, executable

PASSWORDS = {"Anna Admin": "correct horse battery", "Lt Ivanova": "quiet night over the sea", "Lt Petrov": "тихая ночь над морем"}


class Node(Station):
    """One run of `parley station up`."""

    def __init__(self, *arguments: object, party: str = "west", port: int | None = None):
        self.party = party
        super().__init__(*arguments, port=port, rules=RULES)

    def start(self) -> None:
        self.data = Path(self.folder.name) / "node"
        self.environment = {**os.environ, "XDG_STATE_HOME": self.folder.name}
        if not self.data.exists():
            self.run("init", "--name", self.party, "--port", self.port, "--peer-port", self.port + 1)
        log = Path(self.folder.name) / "station.log"
        self.log = open(log, "ab")
        start = log.stat().st_size
        self.process = subprocess.Popen(
            [str(executable()), "station", "up", "--data", str(self.data), *self.arguments, "--web", str(ROOT / "Web"), "--peer-port", "0"],
            stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL, env=self.environment)
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            said = log.read_text(errors="replace")[start:]
            if "Parley (" in said:
                time.sleep(0.3)
                link = re.search(r"at (http://\S+#first=\S+)", log.read_text(errors="replace")[start:])
                self.first_link = link and link[1]
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise RuntimeError(f"the node did not start:\n{self.read_log()}")

    def run(self, *command: object, acting: str | None = None, new_password: str | None = None) -> str:
        """A command of this node; as `acting`, whose password it is given."""
        environment = dict(self.environment)
        for variable, text in {"PARLEY_PASSWORD_FILE": acting and PASSWORDS[acting], "PARLEY_NEW_PASSWORD_FILE": new_password}.items():
            if text:
                file = Path(self.folder.name) / variable
                file.write_text(text + "\n")
                environment[variable] = str(file)
        words = [str(executable()), "station", *map(str, command), "--data", str(self.data)]
        if acting:
            words += ["--as", acting]
        done = subprocess.run(words, capture_output=True, text=True, env=environment, timeout=60)
        if done.returncode:
            raise RuntimeError(f"{words}: {done.stdout}{done.stderr}")
        return done.stdout
