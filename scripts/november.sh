#!/usr/bin/env bash
# Day A, B or C of November 2015 at 20 times speed on two screens: two stations on loopback ports, their addresses printed; then the debrief and the findings.
#
#   scripts/november.sh [A|B|C] [--headless] [--keep DIR]
set -euo pipefail
cd "$(dirname "$0")/.."
exec python3 Tests/Days/show.py "$@"
