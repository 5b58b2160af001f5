#!/usr/bin/env python3
"""Two stations on one machine, west and east, fed with two halves of a recording under an agreement; both displays to be opened.

    demo.py PARLEY [RECORDING]      Ctrl-C ends it. Standard library only.
"""

import os
import shutil
import signal
import sys
import tempfile
import time
import webbrowser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from demo_parties import ROOT, Party, agree, agreement  # noqa: E402
from demo_traffic import Receivers, Recording  # noqa: E402

EXAMPLE = ROOT / "Examples" / "example.states.csv"
# The example's traffic is over the open Atlantic: for the demonstration it is moved to where the agreement holds.
MOVED = (17.9, 42.4)
# Two aircraft of the sample come close at 12:19 UTC; five minutes before is where the demonstration begins.
SAMPLE_START_SECONDS = 14 * 60
STRETCH_SECONDS = 40 * 60


def main() -> None:
    parley = Path(sys.argv[1]).resolve()
    sample = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    if sample and sample.is_file():
        recording = Recording(sample, SAMPLE_START_SECONDS, STRETCH_SECONDS)
    else:
        print("The sample recording is not here: the example in Examples/ is played instead.", flush=True)
        recording = Recording(EXAMPLE, moved=MOVED)
    folder = Path(tempfile.mkdtemp(prefix="parley-demo-"))
    folder.chmod(0o700)
    receivers = Receivers(["west", "east"], recording)
    parties = [
        Party("west", folder / "west", parley, [receivers.address("west")], "en", port=8480, peer_port=8481),
        Party("east", folder / "east", parley, [receivers.address("east")], "ru", port=8490, peer_port=8491),
    ]
    started: list[Party] = []
    # Whoever ends this ends the stations with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        for party in parties:
            party.init()
            party.start()
            started.append(party)
            party.sign_in()
        west, east = parties
        west.meet(east)
        east.meet(west)
        agree(parties, agreement(ROOT / "Examples" / "west-east.agreement.yaml", parties), "SEINE-1")
        for number, party in enumerate(parties):
            party.call_ours(recording.addresses(number, len(parties)))
        print("\nTwo stations share one sky under the agreement SEINE-1 (Examples/west-east.agreement.yaml):\n")
        for party in parties:
            print(f"  {party.name}   {party.address}   sign in as “{party.officer}” (watch officer) or “{party.person}” (administrator), password {party.password}")
            if os.environ.get("DISPLAY") or sys.platform == "darwin":
                webbrowser.open(party.address)
        print(f"\nTheir records are below {folder}; Ctrl-C stops both and removes them.", flush=True)
        while all(party.process.poll() is None for party in parties):
            time.sleep(1)
        print("A station has ended; see its log:\n" + "\n".join(party.read_log() for party in parties), file=sys.stderr)
    except KeyboardInterrupt:
        print()
    finally:
        for party in started:
            party.stop()
        receivers.close()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
