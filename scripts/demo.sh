#!/usr/bin/env bash
# Two stations on one machine, west and east, under the agreement in Examples/, with both displays to be opened.
#   demo.sh PARLEY SAMPLE
set -euo pipefail
cd "$(dirname "$0")/.."
parley=$1 sample=$2
[ -s "$sample" ] || scripts/setup.sh sample || echo "The sample recording could not be fetched (no network?)."
exec python3 scripts/demo/demo.py "$parley" "$sample"
