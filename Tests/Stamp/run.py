"""Time stamps over the checkpoints of an extract: granted by an authority that runs here, and refused in plain words otherwise.

    Tests/Stamp/run.py
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Browser"))

import extract_sample
from authority import Authority
from station import executable

LONGEST_SECONDS = 40
WORDS = {
    "garbage": "is no time stamp", "refuse": "it refused", "other": "over something else", "error": "it answers 500",
    "slow": "has not answered within 20 seconds", "endless": "longer than",
}
failures: list[str] = []


def check(what: str, holds: bool, shown: object = "") -> None:
    print(("ok      " if holds else "FAILED  ") + what + (f": {shown}" if not holds else ""), flush=True)
    if not holds:
        failures.append(what)


def make(folder: Path, address: str) -> tuple[Path, str, float]:
    """An extract with a stamp asked for: where it is, what was said, and how long it took."""
    folder.mkdir()
    started = time.monotonic()
    said = extract_sample.told(folder, "--timestamp", address)
    return folder / "extract", said, time.monotonic() - started


def granted(authority: Authority, root: Path) -> None:
    extract, said, _ = make(root / "granted", authority.address)
    checkpoint = extract / "records" / "1" / "checkpoint"
    check("nothing is to be said of a stamp that was granted", "time stamp" not in said, said)
    check("the query is of the type that the standard asks for", authority.asked == "application/timestamp-query")
    verify = ["openssl", "ts", "-verify", "-in", f"{checkpoint}.tsr", "-CAfile", authority.folder / "ca.pem"]
    for how in (["-queryfile", f"{checkpoint}.tsq"], ["-data", checkpoint]):
        done = subprocess.run([*verify, *how], capture_output=True, text=True)
        check(f"openssl verifies the stamp ({how[0]})", "Verification: OK" in done.stdout + done.stderr, done)
    check("the extract with its stamp is verified", "Released by" in extract_sample.parley("record", "verify", extract))
    changed = Path(f"{checkpoint}.changed")
    changed.write_bytes(checkpoint.read_bytes().replace(b"WEST", b"EAST", 1))
    done = subprocess.run([*verify, "-data", changed], capture_output=True, text=True)
    check("over another checkpoint it is not", done.returncode != 0, done)


def refused(authority: Authority, root: Path) -> None:
    places = {mode: authority.address for mode in WORDS}
    cases = [(mode, places[mode], words) for mode, words in WORDS.items()]
    cases += [("nobody", "http://127.0.0.1:9/", "gave no time stamp"), ("no address", "ftp://x", "no http or https address")]
    for number, (mode, address, words) in enumerate(cases):
        authority.mode = mode
        extract, said, seconds = make(root / f"refused-{number}", address)
        check(f"{mode}: it is said in plain words", words in said and "whole without it" in said, said)
        check(f"{mode}: it does not hang", seconds < LONGEST_SECONDS, f"{seconds:.0f} s")
        left = [file.name for file in extract.rglob("*.ts[qr]")]
        check(f"{mode}: the extract is whole without it", not left and "Released by" in extract_sample.parley("record", "verify", extract), left)


def main() -> int:
    if shutil.which("openssl") is None or executable() is None:
        print("stamp: skipped, openssl or a built parley is not here")
        return 0
    with tempfile.TemporaryDirectory(prefix="parley-stamp-") as scratch:
        root = Path(scratch)
        (root / "authority").mkdir()
        authority = Authority(root / "authority")
        try:
            granted(authority, root)
            refused(authority, root)
        finally:
            authority.close()
    print(f"stamp: {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
