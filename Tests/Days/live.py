"""An exercise that is flown: two real stations follow flights that their receivers see and that they show each other.

    Tests/Days/live.py

Nothing is simulated here but the receivers themselves. Each reason for which a run is broken off by itself is made to happen; a station is
killed in the middle and takes the run up again.
"""

import json
import sys
import tempfile
import time
import traceback
from pathlib import Path

from days import records
from pair import EXAMPLE, PLAN, Pair, Refused, Station, command, executable
from sky import METRES_OF_A_DEGREE, Flight, Sky

SHOWS = "2015-11-03T09:05:00Z"
SHOWS_UNIX = 1_446_541_500
PEOPLE = ["SOKOL", "VIPER", "GUARD", "ZENIT", "RANGE"]
CREWS = {"VIPER", "SOKOL"}
BESIDE = 3.9
"""How far beside each other the crews fly, nautical miles: above the buffer, near enough for the approach."""


class Unmet(Exception):
    """What did not happen."""


class Exercise:
    """One plan, two stations, and the sky above them."""

    def __init__(self, pair: Pair):
        self.pair = pair
        self.sky = Sky([station.party for station in pair.both])
        self.runs: list[str] = []
        for station in pair.both:
            station.sources = [self.sky.address(station.party)]

    def start(self) -> None:
        self.pair.start(SHOWS)
        self.sky.shift = SHOWS_UNIX - self.pair.anchor
        for station, pattern in [(self.pair.west, "VIPER*"), (self.pair.east, "SOKOL*")]:
            station.wait("it has an agreement", lambda: Pair.is_in_force(station))
            station.wait("the line is there", lambda: Pair.has_channel(station))
            station.post("/api/ours", {"pattern": pattern}, "planner")

    def fly(self, seen: str = "own") -> None:
        """Both crews fly on beside each other on an easterly way; each side's receivers see `own` flights, or `all`."""
        now = self.sky.now()
        with self.sky.lock:
            crews = {name: flight for name, flight in self.sky.flights.items() if name in CREWS} or {
                "VIPER": Flight("ae0011", "VIPER11", 35, 38.45, 20_000, began=now),
                # The plan has another address for it: it is known by its call sign.
                "SOKOL": Flight("15aa21", "SOKOL21", 35 + BESIDE * 1852 / METRES_OF_A_DEGREE[0], 38.45, 20_500, began=now),
            }
            # Nothing leaps: what does is not believed for some seconds, and rightly.
            crews["SOKOL"].turn(now, 90)
            crews["SOKOL"].level = 20_500
            crews["VIPER"].seen_by, crews["SOKOL"].seen_by = {"WEST"}, {"EAST"}
            self.sky.flights = crews
        if seen == "all":
            self.see_all()

    def come_to(self, east: float) -> None:
        """Puts both on to a place that is some minutes ahead."""
        with self.sky.lock:
            for flight in self.sky.flights.values():
                flight.turn(self.sky.now(), flight.track)
                flight.east = east

    def see_all(self) -> None:
        for flight in self.sky.flights.values():
            flight.seen_by = {"WEST", "EAST"}

    @staticmethod
    def view(station: Station) -> dict:
        return station.get("/api/exercise-run", "watch-officer").get("run") or {}

    def both(self, what: str, is_so, seconds: float = 25) -> None:
        """Waits until it is so at both stations."""
        for station in self.pair.both:
            end = time.monotonic() + seconds
            while not is_so(self.view(station)):
                if time.monotonic() > end:
                    raise Unmet(f"{station.party}: not {what} within {seconds:.0f} s: {json.dumps(self.view(station))[:1500]}")
                time.sleep(0.05)

    def begin(self) -> str:
        run = self.pair.west.post(f"/api/exercises/{PLAN}/runs", {}, "watch-officer")["run"]
        self.runs.append(run)
        self.both(f"in {run}", lambda view: view.get("id") == run and view["phase"] == "flying")
        return run

    def tell(self, station: Station, what: str, body: object = None) -> None:
        station.post(f"/api/exercise-run/{what}", body or {}, "watch-officer")

    def check_in(self) -> None:
        for participant in PEOPLE:
            station = self.pair.west if participant in ("VIPER", "GUARD") else self.pair.east
            self.tell(station, "check-ins", {"participant": participant, "frequency": "KILO"})
        self.both("past the check-in", lambda view: view.get("card") == "approach")

    def approach(self, seen: str = "own") -> None:
        """From nothing to crews near each other, with distances on both screens."""
        self.fly(seen)
        self.begin()
        self.both("seeing both", lambda view: view.get("ranges"))
        self.check_in()

    def broken_off(self, reason: str, seconds: float = 25) -> None:
        """Both have the alarm, for this reason, in both languages; then the run is ended."""
        self.both(f"broken off for {reason}", lambda view: (view.get("alarm") or {}).get("reason") == reason, seconds)
        for station in self.pair.both:
            words = self.view(station)["alarm"]["words"]
            if not words["en"].startswith("KNOCK IT OFF") or not words["ru"].startswith("ПРЕКРАТИТЬ ТРЕНИРОВКУ"):
                raise Unmet(f"the alarm says {words}")
        self.end()

    def end(self) -> None:
        self.tell(self.pair.east, "end")
        self.both("ended", lambda view: view["phase"] == "ended")

    def measured(self, bases: set[str], seconds: float = 15) -> None:
        """Both stations show the true distance, now and predicted, from these kinds of data."""
        for station in self.pair.both:
            end = time.monotonic() + seconds
            while True:
                answer = station.get("/api/exercise-run", "watch-officer")
                ranges = answer["run"]["ranges"]
                truth = self.sky.distance_nm("VIPER", "SOKOL", answer["now"])
                # The grid of what is shown, and the second by which two receivers may differ.
                right = {
                    one["basis"] for one in ranges
                    if set(one["between"]) == CREWS and abs(one["horizontalNM"] - truth) < 0.06
                    and abs(one.get("predictedNM", 0) - truth) < 0.15 and one["verticalFt"] == 500}
                if right >= bases:
                    break
                if time.monotonic() > end:
                    raise Unmet(f"{station.party}: {truth:.3f} NM in truth, and shown {ranges}")
                time.sleep(0.1)


def follow(exercise: Exercise) -> None:
    """Check-in and distances, each side's receivers seeing its own flight alone; then a station is killed, and the other."""
    exercise.fly()
    run = exercise.begin()
    exercise.measured({"own", "shared"})
    exercise.check_in()
    exercise.measured({"own", "shared"})
    exercise.see_all()
    time.sleep(2)
    for station in exercise.pair.both:
        before = exercise.view(station)
        station.kill()
        station.start(exercise.pair.clock)
        station.wait("the run is taken up", lambda: exercise.view(station).get("id") == run)
        after = exercise.view(station)
        for key in ["phase", "card", "leader", "title"]:
            if before[key] != after[key]:
                raise Unmet(f"{station.party}: {key} was {before[key]}, and after the kill {after[key]}")
        heard = [[(one["id"], "checkedIn" in one) for one in view["participants"]] for view in (before, after)]
        if heard[0] != heard[1] or not all(there for _, there in heard[1]):
            raise Unmet(f"{station.party}: after the kill it does not know who has checked in: {heard[1]}")
        # An entry is written a moment after what it tells of.
        for was, now in zip([before, *before["cards"]], [after, *after["cards"]]):
            if abs(was.get("started", 0) - now.get("started", 0)) > 5:
                raise Unmet(f"{station.party}: what began at {was.get('started')} began at {now.get('started')} after the kill")
        exercise.measured({"own", "shared"})
    exercise.both("on the approach", lambda view: view["phase"] == "flying" and view["card"] == "approach")
    # On to the end of the approach.
    exercise.come_to(38.77)
    exercise.both("at the exchange", lambda view: view.get("card") == "exchange")
    exchange(exercise)
    exercise.both("at the opening", lambda view: view.get("card") == "opening")
    exercise.tell(exercise.pair.east, "abort", {"word": "ПРЕКРАТИТЬ ТРЕНИРОВКУ"})
    exercise.broken_off("called")


def exchange(exercise: Exercise) -> None:
    """Each station is offered what its own crew has to say, and enters it and the read-back of the other's."""
    said: dict[str, list[str]] = {}
    for station, crew, language in [(exercise.pair.west, "VIPER", "en"), (exercise.pair.east, "SOKOL", "ru")]:
        station.wait("its crew's words are proposed", lambda: len(own_words(exercise.view(station), crew)) == 4)
        said[crew] = own_words(exercise.view(station), crew)
        for message in said[crew]:
            exercise.tell(station, "exchanges", {"participant": crew, "language": language, "message": message})
    exercise.both("told by both", lambda view: len(view["said"]) == 8)
    for station, crew, other, language in [
        (exercise.pair.west, "VIPER", "SOKOL", "en"), (exercise.pair.east, "SOKOL", "VIPER", "ru")]:
        for message in said[other]:
            exercise.tell(station, "exchanges", {
                "participant": crew, "language": language, "message": message, "readBack": True})


def own_words(view: dict, crew: str) -> list[str]:
    return [one["message"] for one in view["prompts"] if one.get("participant") == crew]


def buffer(exercise: Exercise) -> None:
    exercise.approach()
    with exercise.sky.lock:
        exercise.sky.flights["SOKOL"].turn(exercise.sky.now(), 110)
    exercise.broken_off("buffer")


def stale(exercise: Exercise) -> None:
    exercise.approach()
    exercise.measured({"own", "shared"})
    exercise.sky.flights["SOKOL"].seen_by = set()
    began = time.monotonic()
    exercise.both("broken off", lambda view: view.get("alarm"), 12)
    if time.monotonic() - began < 3:
        raise Unmet("a track of less than 3 s was called too old")
    exercise.broken_off("stale-track")


def level(exercise: Exercise) -> None:
    exercise.approach("all")
    exercise.sky.flights["SOKOL"].level = None
    exercise.broken_off("level-lost", 12)


def contact(exercise: Exercise) -> None:
    exercise.approach()
    exercise.tell(exercise.pair.west, "contact", {"participant": "SOKOL"})
    exercise.broken_off("contact-lost")


def intruder(exercise: Exercise) -> None:
    exercise.approach()
    now = exercise.sky.now()
    # High above and far away nobody is in the way.
    exercise.sky.flights["high"] = Flight("4b1901", "SWR11", 35.1, 38.4, 37_000, began=now, seen_by={"WEST"})
    exercise.sky.flights["far"] = Flight("4b1903", "SWR13", 36.6, 38.4, 20_000, began=now, seen_by={"WEST"})
    time.sleep(2)
    exercise.both("undisturbed", lambda view: view["phase"] == "flying" and not view.get("alarm"))
    # 10 NM from the edge of the zone, and out again soon.
    passing = Flight("4b1902", "SWR12", 35.785, 38.75, 20_000, 0, 600, began=exercise.sky.now(), seen_by={"WEST"})
    exercise.sky.flights["passing"] = passing
    exercise.broken_off("intruder")
    while passing.place(exercise.sky.now())[0] < 0.806 * METRES_OF_A_DEGREE[0]:
        time.sleep(0.2)
    time.sleep(1.5)


def written_once(exercise: Exercise) -> None:
    """Both sides' records verify, and no act stands in one of them twice, however often a station was killed."""
    folder = exercise.pair.folder
    plan = folder / "plan.yaml"
    plan.write_text((EXAMPLE / "plan.yaml").read_text())
    arguments: list[object] = ["exercise", "debrief", plan, "--agreement", folder / "agreement.yaml", "--format", "jsonl"]
    for place in records(folder):
        arguments += ["--record", place]
    for run in exercise.runs:
        lines = [json.loads(line) for line in command(*arguments, "--run", run).stdout.splitlines()]
        acts = [(line["party"], line["english"]) for line in lines if line["kind"] == "event"]
        # A crew may say the same again; what is decided is decided once.
        decided = [act for act in acts if "says" not in act[1] and "reads back" not in act[1]]
        twice = {act for act in decided if decided.count(act) > 1}
        if twice:
            raise Unmet(f"{run}: written twice: {sorted(twice)}")
        for party in ["WEST", "EAST"]:
            if not any(act[0] == party and "approach" in act[1].lower() for act in acts):
                raise Unmet(f"{run}: {party} has written nothing of the approach: {acts}")


SCENES = [stale, level, contact, intruder, buffer, follow]


def main() -> int:
    if executable() is None:
        print("live: no built parley here; skipped")
        return 0
    wanted = [scene for scene in SCENES if scene.__name__ in sys.argv[1:]] or SCENES
    started = time.monotonic()
    faults: list[str] = []
    with tempfile.TemporaryDirectory(prefix="live-") as scratch:
        pair = Pair(Path(scratch) / "pair")
        exercise = Exercise(pair)
        try:
            pair.set_up()
            pair.sign_plan((EXAMPLE / "plan.yaml").read_text())
            pair.stop()
            exercise.start()
            for scene in wanted:
                began = time.monotonic()
                scene(exercise)
                print(f"live: {scene.__name__} in {time.monotonic() - began:.0f} s", flush=True)
            pair.stop()
            written_once(exercise)
        except (Unmet, Refused, RuntimeError) as fault:
            faults.append("".join(traceback.format_exception(fault)[-2:]))
            for station in pair.both:
                log = pair.folder / f"{station.party}.log"
                faults.append(log.read_text(errors="replace")[-1500:] if log.exists() else "")
        finally:
            pair.stop()
            exercise.sky.close()
    print("\n".join(faults) or f"live: both stations follow what is flown, in {time.monotonic() - started:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
