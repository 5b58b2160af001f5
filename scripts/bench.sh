#!/usr/bin/env bash
# The benchmarks, in release, each beside its baseline in the same run.
set -euo pipefail
cd "$(dirname "$0")/../Benchmarks"
swift build -c release
if [ $# = 0 ]; then set -- $(basename -a Sources/*/); fi
for benchmark in "$@"; do ".build/release/$benchmark"; done
# The whole station under ten thousand live aircraft, when it is built.
if [ -x ../.build/release/parley ]; then
    python3 station-load.py
    # From one officer's press to the other's screen, two stations with both synchronisations of the disk.
    python3 line-latency.py
fi
