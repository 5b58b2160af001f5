#!/usr/bin/env python3
"""From the press of one watch officer to the screen of the other: two stations on this machine, TLS between them, both records synchronised to disk.

    Benchmarks/line-latency.py [MESSAGES]     by default 300; PARLEY names the program, else the release build, else the debug build

Measured from just before the request that sends a message until the event with it has reached a page of the other
station. Ends with status 1 when the 99th percentile is above half a second.
"""
import http.client
import json
import statistics
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Tests" / "Browser"))
from parties import Operator, Parties  # noqa: E402
from traffic import LiveSource  # noqa: E402

LIMIT_SECONDS = 0.5


class Screen:
    """A page of a station, as far as it hears of messages."""

    def __init__(self, operator: Operator, port: int):
        self.arrived: dict[str, float] = {}
        self.some = threading.Condition()
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in operator.cookies)
        connection.request("GET", "/api/events", headers={"Cookie": cookies})
        self.answer = connection.getresponse()
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self) -> None:
        name = b""
        for line in self.answer:
            if line.startswith(b"event: "):
                name = line[7:].strip()
            elif line.startswith(b"data: ") and name == b"line":
                now = time.perf_counter()
                if arrived := json.loads(line[6:]).get("arrived"):
                    with self.some:
                        self.arrived.setdefault(arrived, now)
                        self.some.notify_all()

    def wait(self, identifier: str, seconds: float = 30) -> float:
        with self.some:
            if not self.some.wait_for(lambda: identifier in self.arrived, seconds):
                sys.exit(f"{identifier} did not arrive within {seconds} s")
            return self.arrived[identifier]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    source = LiveSource()
    with Parties([f"sbs://127.0.0.1:{source.port}"]) as parties:
        officer = Operator(parties.west.address, parties.west.officer)
        screen = Screen(Operator(parties.east.address, parties.east.officer), parties.east.port)
        body = {"message": "TI.TRAFFIC clock=11 dist=5NM dir=opposite level=FL350"}
        durable, screened = [], []
        for _ in range(count):
            start = time.perf_counter()
            identifier = officer.ask("POST", "/api/line/EAST/messages", body)["message"]
            durable.append(time.perf_counter() - start)
            screened.append(screen.wait(identifier) - start)
            time.sleep(0.02)
    source.stopped.set()

    def row(name: str, seconds: list[float]) -> float:
        cuts = statistics.quantiles(seconds, n=100, method="inclusive")
        print(f"{name:34} median {statistics.median(seconds) * 1e3:7.1f} ms   p99 {cuts[98] * 1e3:7.1f} ms   worst {max(seconds) * 1e3:7.1f} ms")
        return cuts[98]

    print(f"{count} messages")
    row("press to durable and signed", durable)
    p99 = row("press to the other screen", screened)
    sys.exit(0 if p99 <= LIMIT_SECONDS else 1)


if __name__ == "__main__":
    main()
