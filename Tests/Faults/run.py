"""Runs the tests of faults side by side: much of each is waiting. `run.py [MODULE...]`"""

import os
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> int:
    names = sys.argv[1:] or sorted(place.stem for place in HERE.glob("test_*.py"))
    began = time.monotonic()
    running = {
        name: subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "unittest", "-v", name], cwd=HERE, env=os.environ, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True)
        for name in names
    }
    failed = []
    for name, process in running.items():
        output, _ = process.communicate()
        skipped = [line for line in output.splitlines() if "skipped" in line]
        print(f"{name}: {'passed' if process.returncode == 0 else 'FAILED'}, {time.monotonic() - began:.0f} s", *skipped, sep="\n  ")
        if process.returncode != 0:
            failed.append(name)
            print(output)
    print(f"faults: {len(names) - len(failed)} of {len(names)} passed in {time.monotonic() - began:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
