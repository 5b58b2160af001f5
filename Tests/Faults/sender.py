"""Somebody who goes on writing whatever happens."""

import threading
import time

from stations import Refused, Station


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
