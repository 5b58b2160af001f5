#!/usr/bin/env bash
# Starts a station that replays the sample, or our own example where the sample can't be had.
#   run.sh PARLEY SAMPLE PORT
set -euo pipefail
cd "$(dirname "$0")/.."
parley=$1 sample=$2 port=$3
if [ ! -s "$sample" ] && ! scripts/setup.sh sample; then
    echo "The sample recording could not be fetched (no network?): playing the example in Examples/ instead."
    exec "$parley" watch Examples/example.states.csv --rules Examples/example.rules.yaml --speed 20 --port "$port"
fi
exec "$parley" watch "$sample" --rules Examples/paris.rules.yaml --speed 20 --port "$port"
