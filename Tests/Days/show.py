"""One of the days on two screens, for people: `scripts/november.sh`."""

import argparse
import os
import sys
import tempfile
import webbrowser
from pathlib import Path

from days import DAYS, plan_text, records, run
from findings import expected, find, table
from pair import PASSWORD, PEOPLE, Pair, command, executable

RATE = 20


def main() -> int:
    reader = argparse.ArgumentParser(prog="november.sh", description=__doc__)
    reader.add_argument("day", nargs="?", default="A", choices=sorted(DAYS))
    reader.add_argument("--headless", action="store_true", help="open no browser")
    reader.add_argument("--keep", type=Path, help="keep the stations' directories, records and reports here")
    given = reader.parse_args()
    if executable() is None:
        print("november.sh: no built parley here; build it first (make run)", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="nov-") as scratch:
        folder = given.keep or Path(scratch) / "day"
        return show(given.day, folder, given.headless)


def show(name: str, folder: Path, headless: bool) -> int:
    day = DAYS[name]
    print(f"Day {name}: two stations are set up, and sign their agreement{' and the plan' if day.is_exercise else ''} …", flush=True)
    pair = Pair(folder)
    try:
        pair.set_up()
        if day.is_exercise:
            pair.sign_plan(plan_text(day.distance_nm))
    finally:
        pair.stop()

    def running() -> None:
        for station in pair.both:
            address = f"http://127.0.0.1:{station.port}/"
            people = PEOPLE[station.party]
            print(f"  {station.party}: {address}  (sign in as {people['watch-officer']}, password: {PASSWORD})", flush=True)
            if not headless and (os.environ.get("DISPLAY") or sys.platform == "darwin"):
                webbrowser.open(address)

    try:
        run(day, pair, RATE, on_running=running, tell=lambda text: print(f"  {text}", flush=True))
    except KeyboardInterrupt:
        return 130
    plan = folder / "plan.yaml"
    plan.write_text(plan_text(day.distance_nm))
    if day.is_exercise:
        arguments = ["exercise", "debrief", plan, "--agreement", folder / "agreement.yaml"]
        for place in records(folder):
            arguments += ["--record", place]
        print("\nThe debrief, from both sides' records\n" + command(*arguments, check=False).stdout)
        page = folder / "debrief.html"
        command(*arguments, "--format", "html", "--output", page, check=False)
        print(f"  as a page: {page}" if page.exists() else "")
    print(f"\nThe findings on what both ministries said, over the {len(records(folder))} records of day {name}")
    print(table(find(folder), expected()[name]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
