#!/usr/bin/env bash
# The benchmarks, in release, each beside its baseline in the same run.
set -euo pipefail
cd "$(dirname "$0")/../Benchmarks"
swift build -c release
for benchmark in "${@:-}"; do
    [ -n "$benchmark" ] || continue
    ".build/release/$benchmark"
done
if [ $# = 0 ]; then
    for source in Sources/*/; do ".build/release/$(basename "$source")"; done
fi
