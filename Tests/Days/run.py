"""The three days of November 2015, each flown by two real stations; the findings over their records must be those that were written down
before. The days run side by side, each with stations of its own.

    Tests/Days/run.py            all of it
    Tests/Days/run.py A          one day
"""

import sys
import tempfile
import threading
import time
import traceback
from pathlib import Path

from days import DAYS, LANDED, Day, plan_text, run
from findings import expected, find, letters, table
from pair import AGREEMENT, EXAMPLE, Pair, command, executable

RATE = 20
"""How many times as fast as time the days go by, and flights that nobody speaks to."""
FLIGHTS_RATE = 60
DISTANCES = ["came-to-three-miles", "not-below-three-miles", "within-five-miles"]


def prepare(folder: Path, day: Day) -> Pair:
    """Two stations with the agreement in force, and where there is an exercise its plan signed by both."""
    pair = Pair(folder)
    try:
        pair.set_up()
        if day.is_exercise:
            pair.sign_plan(plan_text(day.distance_nm))
    finally:
        pair.stop()
    return pair


def check_day(day: Day, root: Path) -> list[str]:
    """What is wrong with a day; empty: nothing."""
    pair = prepare(root / day.name, day)
    run(day, pair, RATE)
    found = find(pair.folder)
    wanted = expected()[day.name]
    print(f"day {day.name}\n{table(found, wanted)}", flush=True)
    got = letters(found)
    faults = [f"day {day.name}: {key} is {got.get(key)}, not {letter}" for key, letter in wanted.items() if got.get(key) != letter]
    faults += [f"day {day.name}: {key} is not in the table" for key in got if key not in wanted]
    if day.name == "A":
        faults += check_claim_answers(pair)
    return faults


def check_claim_answers(pair: Pair) -> list[str]:
    """What a spokesman says of a claim is signed, and the other side has it; nobody else may say it."""
    faults: list[str] = []
    claim = EXAMPLE / "first-ministry.claim.yaml"
    pair.start("2015-11-03T15:30:00Z")
    try:
        text = claim.read_text()
        for station in pair.both:
            station.wait("the agreement holds again", lambda: Pair.is_in_force(station))
            # What holds is shelved a moment after the records have been read again.
            station.wait("it can be spoken under", lambda: station.get("/api/zones", "planner")["zones"])
        said = command(
            "claim", "affirm", claim, "--data", pair.east.folder, "--as", "Соколов", "--agreement", AGREEMENT,
            password=pair.east.password)
        if "affirm" not in said.stdout + said.stderr:
            faults.append("claim affirm says nothing")
        command(
            "claim", "deny", claim, "--proposition", "exercise-held", "--data", pair.west.folder, "--as", "Spencer",
            password=pair.west.password)
        refused = command(
            "claim", "deny", claim, "--data", pair.west.folder, "--as", "Walker", password=pair.west.password, check=False)
        if refused.returncode == 0:
            faults.append("a watch officer has spoken for the party")

        def both_answers(station) -> bool:
            claims = station.get("/api/claims", "planner")["claims"]
            answers = {(one["party"], one["answer"], one.get("proposition")) for each in claims for one in each["answers"]}
            return answers == {("EAST", "affirm", None), ("WEST", "deny", "exercise-held")} and len(text) > 0

        for station in pair.both:
            station.wait("both answers are here", lambda: both_answers(station))
    finally:
        pair.stop()
    return faults


def check_nearer(root: Path) -> list[str]:
    """0.2 NM more or less change the findings that they must, and no other: in records of simulated runs of the same plan."""
    return changes(
        {nm: simulated(root / f"A-{nm}", nm) for nm in (3.27, 3.445)}, [(3.27, 3.445, {("first", "came-to-three-miles"): "SC"})])


def simulated(folder: Path, distance_nm: float) -> dict:
    folder.mkdir(parents=True)
    plan = folder / "plan.yaml"
    plan.write_text(plan_text(distance_nm))
    command("exercise", "simulate", plan, "--agreement", EXAMPLE / "agreement.yaml", "--output", folder / "records")
    return letters(find(folder / "records"))


def check_flights(root: Path, one: float, other: float, changed: dict) -> list[str]:
    """The same for flights without an exercise, which two stations watch; none of these is long enough for what people say afterwards."""
    flown = {}
    base = prepare(root / f"flights-{one}", Day("flights", 0, False))
    for nm in (one, other):
        pair = base.copy(root / f"B-{nm}")
        # At this rate two stations find each other in minutes of the clock.
        run(Day(f"B-{nm}", nm, False, shows="2015-11-03T09:06:00Z", until=LANDED), pair, FLIGHTS_RATE)
        flown[nm] = letters(find(pair.folder))
    return changes(flown, [(one, other, changed)])


def changes(found: dict[float, dict], wanted: list[tuple[float, float, dict]]) -> list[str]:
    faults = []
    for one, other, changed in wanted:
        got = {key: found[one][key] + found[other][key] for key in found[one] if found[one][key] != found[other][key]}
        print(f"from {one} to {other} NM: {got}", flush=True)
        if got != changed:
            faults.append(f"from {one} to {other} NM: {got} change, not {changed}")
    return faults


def main() -> int:
    if executable() is None:
        print("days: no built parley here; build it first (make run, or swift build)")
        return 1
    started = time.monotonic()
    faults: list[str] = []
    with tempfile.TemporaryDirectory(prefix="nov-") as folder:
        root = Path(folder)
        works = {name: (lambda day=day: check_day(day, root)) for name, day in DAYS.items()}
        works |= {
            "nearer": lambda: check_nearer(root),
            "five-miles": lambda: check_flights(root, 4.63, 4.8, {("second", "within-five-miles"): "SC"}),
            "three-miles": lambda: check_flights(root, 3.09, 2.915, {("first", "not-below-three-miles"): "SC"}),
        }

        wanted = sys.argv[1:] or list(works)

        def work(name: str) -> None:
            try:
                faults.extend(works[name]())
            except Exception:
                faults.append(f"{name}:\n{traceback.format_exc()}")

        threads = [threading.Thread(target=work, args=(name,)) for name in wanted]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    print("\n".join(faults) or f"days: all findings as written down beforehand, in {time.monotonic() - started:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
