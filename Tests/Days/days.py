"""The three days: what is flown, what is said, what is withheld by the receivers."""

import re
import time
from dataclasses import dataclass, field
from pathlib import Path

from pair import EXAMPLE, PLAN, Pair

SOKOL_LATITUDE = "35.060"
"""Where the second crew flies beside the first in the plan, degrees north; the first is at 35 degrees."""
METRES_OF_A_DEGREE = 110_941.0
"""Of latitude, at 35 degrees north."""
START_LONGITUDE = "38.271"
"""Where the second crew begins, so that it comes abeam of the first on this way."""
START = 9 * 3600 + 10 * 60
"""When the flights begin, seconds of the day."""
DEBRIEF = 9 * 3600 + 25 * 60 + 15
"""When the stations speak of it afterwards."""
LANDED = 9 * 3600 + 19 * 60 + 30
"""When all that the ministries say of distances is flown."""


@dataclass
class Day:
    name: str
    distance_nm: float
    """How far beside the first the second crew flies by the plan; flown is a little more, since it is not exactly abeam."""
    is_exercise: bool
    silent: tuple[float, float] | None = None
    """Seconds after the start in which neither side's receivers see anything."""
    heard: list[tuple[str, str, str, str]] = field(default_factory=list)
    """What each station wrote down of the frequency: party, time, who spoke, and what."""
    debrief: list[tuple[str, dict]] = field(default_factory=list)
    """What the stations say over the line afterwards."""
    shows: str = "2015-11-03T09:08:30Z"
    """When it begins: before anything is said of it, by what two stations need to find each other at this rate."""
    until: float = DEBRIEF
    """When it is over, seconds of the day."""


A = Day(
    "A", 3.27, True,
    debrief=[
        ("WEST", {"text": "Exercise complete, all cards passed, closest 3.3 NM by our data, no remarks"}),
        ("EAST", {"text": "Тренировка завершена, все карточки выполнены, замечаний нет"}),
    ])
B = Day(
    "B", 4.63, False,
    heard=[
        ("WEST", "09:13:10", "VIPER 11", "LINE.CHECK channel=131.500MHz"),
        ("EAST", "09:13:20", "SOKOL 21", "LINE.CHECK channel=131.500MHz"),
        ("WEST", "09:15:00", "VIPER 11", "POS.HEADING hdg=090"),
        ("EAST", "09:15:50", "SOKOL 21", "POS.HEADING hdg=090"),
    ])
C = Day(
    "C", 3.27, True, silent=(215, 290),
    debrief=[
        ("WEST", {"text": "Exercise broken off, our receivers lost both flights for more than a minute"}),
        ("EAST", {"text": "Тренировка прекращена, данные о бортах отсутствовали более минуты"}),
    ])
DAYS = {day.name: day for day in (A, B, C)}


def plan_text(distance_nm: float) -> str:
    """The example's plan with the second crew flying so far beside the first, and coming there ever more slowly: whoever closes
    quickly is told to turn away before, as the plan asks."""
    beside = 35 + distance_nm * 1852 / METRES_OF_A_DEGREE
    way = [
        (0.040, "38.550"), (0.014, "38.660"), (0.007, "38.710"), (0.0035, "38.750"), (0.0015, "38.790"), (0.0, "38.860")]
    points = "\n".join(
        f'        - {{to: "{beside + north:.5f}, {east}", level: FL205, speed: 350 kt}}' for north, east in way)
    text = (EXAMPLE / "plan.yaml").read_text().replace("38.251", START_LONGITUDE)
    approach = re.compile(r'(      SOKOL:\n)        - \{to: "35\.110, 38\.550".*\n        - \{to: "35\.060, 38\.800".*\n')
    text, found = approach.subn(rf"\g<1>{points}\n", text)
    assert found == 1, "the plan's approach is another one"
    return text.replace(SOKOL_LATITUDE + ",", f"{beside:.5f},")


class Clock:
    """The clock that both stations of a pair show."""

    def __init__(self, shows: str, rate: float):
        hours, minutes, seconds = shows[11:19].split(":")
        self.shows = shows
        self.rate = rate
        self.first = int(hours) * 3600 + int(minutes) * 60 + int(seconds)

    def wait(self, pair: Pair, second_of_day: float) -> None:
        """Until the clocks of both show a time; they wait for simulated flights, so they are asked."""
        for station in pair.both:
            station.wait(
                f"its clock shows second {second_of_day}",
                lambda: station.get("/api/exercise-run", "watch-officer")["now"] >= day_seconds(second_of_day))


def day_seconds(second_of_day: float) -> float:
    """Unix seconds on 3 November 2015."""
    return 1_446_508_800 + second_of_day


def run(day: Day, pair: Pair, rate: float, on_running=lambda: None, tell=lambda text: None) -> None:
    """Plays a day from a pair that is set up (with the plan signed where it is an exercise) to its debrief, and stops it."""
    clock = Clock(day.shows, rate)
    pair.start(clock.shows, rate, after=4)
    try:
        on_running()
        clock.wait(pair, clock.first)
        for station, other in [(pair.west, pair.east), (pair.east, pair.west)]:
            station.wait("the line is there", lambda: Pair.has_channel(station))
            station.post(f"/api/line/{other.party}/messages", {"message": "LINE.CHECK channel=131.500MHz"}, "watch-officer")
        if day.silent:
            for station in pair.both:
                station.post(
                    "/api/training", {"silentFrom": day.silent[0], "silentUntil": day.silent[1]}, "watch-officer")
        if day.is_exercise:
            clock.wait(pair, START)
            pair.west.post(f"/api/exercises/{PLAN}/runs", {"simulated": True, "start": day_seconds(START)}, "watch-officer")
            follow(pair, tell)
        else:
            for station in pair.both:
                station.post(
                    "/api/training",
                    {"document": plan_text(day.distance_nm), "start": day_seconds(START)}, "watch-officer")
        clock.wait(pair, day.until)
        for party, at, voice, message in day.heard:
            station = pair.west if party == "WEST" else pair.east
            other = pair.east if party == "WEST" else pair.west
            station.post(
                f"/api/line/{other.party}/messages",
                {"message": message, "late": True,
                 "heard": {"channel": "KILO", "by": voice, "time": f"2015-11-03T{at}Z"}}, "watch-officer")
        for party, body in day.debrief:
            station = pair.west if party == "WEST" else pair.east
            other = pair.east if party == "WEST" else pair.west
            station.post(f"/api/line/{other.party}/messages", body, "watch-officer")
            tell(f"{party} over the line: {body['text']}")
        # The last receipts.
        time.sleep(1.5)
    finally:
        pair.stop()


def follow(pair: Pair, tell) -> None:
    """Until the run has ended on both sides."""
    shown: set[str] = set()
    for station in (pair.west, pair.east):
        def ended() -> bool:
            view = pair.west.get("/api/exercise-run", "watch-officer")
            for line in lines(view.get("run") or {}):
                if line not in shown:
                    shown.add(line)
                    tell(line)
            run = station.get("/api/exercise-run", "watch-officer").get("run")
            return bool(run) and run["phase"] == "ended"
        station.wait("the run ends", ended)


def lines(run: dict) -> list[str]:
    told = [f"{one['id']} has checked in" for one in run.get("participants", []) if one.get("checkedIn")]
    for card in run.get("cards", []):
        if card.get("state"):
            reason = f": {card['reason']}" if card.get("reason") else ""
            told.append(f"card {card['id']} {card['state']}{reason}")
    for words in run.get("said", []):
        verb = "reads back" if words["readBack"] else "says"
        told.append(f"{words['participant']} {verb} ({words['language']}): {words['words'][words['language']]}")
    if run.get("alarm"):
        told.append(f"{run['alarm']['words']['en']} / {run['alarm']['words']['ru']}")
    return told


def records(folder: Path) -> list[Path]:
    """Every record that either station of a folder wrote."""
    found = set()
    for checkpoint in sorted(folder.rglob("checkpoint")):
        if "own" not in checkpoint.parts and "peers" in checkpoint.parts:
            continue
        parent = checkpoint.parent
        found.add(parent.parent if parent.name == "published" else parent)
    return sorted(found)
