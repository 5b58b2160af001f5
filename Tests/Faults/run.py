"""Runs the tests of faults side by side: much of each is waiting. `run.py [MODULE...]`"""

import concurrent.futures
import os
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
# Two stations each; those that take longest come first.
AT_ONCE = 4
FIRST = ["test_hostile", "test_clock_and_upgrade", "test_line_cut"]


def run(name: str) -> tuple[str, float, bool, str]:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "unittest", "-v", name], cwd=HERE, env=os.environ, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True)
    return name, time.monotonic() - began, done.returncode == 0, done.stdout


def main() -> int:
    names = sys.argv[1:] or [place.stem for place in HERE.glob("test_*.py")]
    names.sort(key=lambda name: (FIRST.index(name) if name in FIRST else len(FIRST), name))
    began = time.monotonic()
    failed = []
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        for name, seconds, is_right, output in pool.map(run, names):
            skipped = [line for line in output.splitlines() if "skipped" in line]
            print(f"{name}: {'passed' if is_right else 'FAILED'}, {seconds:.0f} s", *skipped, sep="\n  ", flush=True)
            if not is_right:
                failed.append(name)
                print(output)
    print(f"faults: {len(names) - len(failed)} of {len(names)} passed in {time.monotonic() - began:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
