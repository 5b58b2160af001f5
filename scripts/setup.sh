#!/usr/bin/env bash
# Installs what a part of the project needs and is not there yet, and says what it does.
#
#   scripts/setup.sh build     compile (Debian packages)
#   scripts/setup.sh page      the map library for the display (PyPI, pinned, hash-checked)
#   scripts/setup.sh sample    the sample recording (PyPI, pinned, hash-checked, converted here)
#   scripts/setup.sh test      what the tests drive: a browser, Go, type checker (Debian), Python tools (PyPI, hash-checked)
#
# Debian's packages are verified by apt's own signatures; what comes from PyPI is pinned to a version and a SHA-256.
# A part that is already there needs no network.
set -euo pipefail
cd "$(dirname "$0")/.."
state=.setup
mkdir -p "$state"

say() { printf 'setup: %s\n' "$*"; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
        say "these need root and there is no sudo: $*"
        return 1
    fi
}

# Installs the Debian packages named that are missing; one line when there is nothing to do.
debian() {
    local missing=()
    for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    [ ${#missing[@]} = 0 ] && return 0
    say "installing from Debian: ${missing[*]}"
    as_root apt-get update -qq || say "apt-get update failed, trying with the lists that are here"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$state/apt.log" 2>&1 || {
        tail -n 5 "$state/apt.log"
        say "could not install ${missing[*]}; the log is $state/apt.log"
        return 1
    }
}

# Downloads the wheels of a requirements file whose every line carries a hash.
wheels() { # requirements-file folder
    mkdir -p "$2"
    python3 -m pip download --quiet --no-deps --only-binary :all: --require-hashes -r "$1" -d "$2"
}

# A virtual environment for a requirements file; made anew when the file changes.
environment() { # name requirements-file
    local folder="$state/venv-$1" stamp
    stamp=$(sha256sum "$2" | cut -d' ' -f1)
    [ "$(cat "$folder/stamp" 2>/dev/null)" = "$stamp" ] && return 0
    say "installing from PyPI into $folder: $(grep -oE '^[A-Za-z0-9_.-]+==[^ ;\\]+' "$2" | tr '\n' ' ')"
    rm -rf "$folder"
    python3 -m venv "$folder" && "$folder/bin/python" -m pip install --quiet --require-hashes -r "$2" && echo "$stamp" >"$folder/stamp"
}

setup_build() {
    command -v swift >/dev/null || { say "Swift 6.2 or later is needed: https://www.swift.org/install"; exit 1; }
    debian git pkg-config libsqlite3-dev zlib1g-dev python3
}

setup_page() {
    [ -s Web/vendor/maplibre-gl.js ] && return 0
    debian python3-pip python3-venv
    say "fetching MapLibre GL JS (PyPI, hash-checked)"
    python3 scripts/fetch-maplibre.py
}

setup_sample() {
    local sample="$state/sample/paris-2021-10-07.states.csv.gz"
    [ -s "$sample" ] && return 0
    command -v pip3 >/dev/null || debian python3-pip python3-venv || return 1
    say "fetching the sample recording (28 MB from PyPI, hash-checked)"
    wheels scripts/requirements-sample.txt "$state/wheels" || return 1
    mkdir -p "$state/sample"
    python3 scripts/convert-sample.py "$state"/wheels/traffic-*.whl "$sample"
}

setup_test() {
    debian python3-pip python3-venv nodejs node-typescript chromium golang-go golang-golang-x-mod-dev iproute2
    local requirements
    for requirements in Tests/*/requirements.txt; do
        [ -e "$requirements" ] || continue
        environment "$(basename "$(dirname "$requirements")" | tr '[:upper:]' '[:lower:]')" "$requirements"
    done
}

for part in "$@"; do "setup_$part"; done
