#!/usr/bin/env bash
# Everything that must hold, stage by stage; each stage says how long it took. PARLEY_SOAK=1 runs the long forms.
#   scripts/test.sh [STAGE...]     only these stages; A+B runs two side by side
set -uo pipefail
cd "$(dirname "$0")/.."
export PARLEY_SOAK=${PARLEY_SOAK:-0}
# The independent libraries for Russian numerals and cases; without them that one check says that it skips.
export PARLEY_PYTHON="$PWD/.setup/venv-phraseology/bin/python"
failed=() passed=0

stage() { # name command...
    local name=$1 start=$SECONDS
    shift
    printf '\n== %s\n' "$name"
    if "$@"; then passed=$((passed + 1)); printf '== %s: passed in %d s\n' "$name" $((SECONDS - start)); else
        failed+=("$name")
        printf '== %s: FAILED after %d s\n' "$name" $((SECONDS - start))
    fi
}

setup() { scripts/setup.sh build page test && { scripts/setup.sh sample || echo "setup: no sample; the example is used"; }; }
lint() { scripts/lint.sh; }
# The station and its sockets. The tests of the pure rooms are run optimised, below; the long form runs all of them here too.
debug() {
    swift build --build-tests || return 1
    if [ "$PARLEY_SOAK" = 0 ]; then timeout 1800 swift test --skip-build --filter StationTests; else timeout 3600 swift test --skip-build; fi
}
# The pure rooms, optimised: sizes that a debug build can't reach in reasonable time.
optimised() { timeout 1800 swift test -c release --package-path Tests/Optimised --scratch-path .build-optimised; }
release() { swift build -c release --product parley; }
fuzz() { timeout 3600 Fuzz/run.sh; }
# Invented requests for each operation: few here, many in the long form.
api() {
    PARLEY_API_EXAMPLES=$([ "$PARLEY_SOAK" = 0 ] && echo 12 || echo 200) timeout 900 .setup/venv-api/bin/python Tests/Api/run.py || return 1
    timeout 600 .setup/venv-api/bin/python Tests/Api/line.py || return 1
    timeout 600 .setup/venv-api/bin/python Tests/Api/exercise.py
}
browser() {
    node --test Tests/Browser/unit/*.test.mjs || return 1
    (cd Tests/Browser && timeout 1200 ../../.setup/venv-browser/bin/python -m unittest -v)
}
# Real stations with real faults: kills, a cut line, a full disk, a hostile peer. Minutes here, an hour in the long form.
faults() { timeout $([ "$PARLEY_SOAK" = 0 ] && echo 400 || echo 5400) python3 Tests/Faults/run.py; }
# The three days of November 2015, each flown by two stations; and an exercise that receivers see.
days() { timeout 900 python3 Tests/Days/run.py && timeout 600 python3 Tests/Days/live.py; }
# Time stamps over an extract, by an authority that runs here.
stamp() { timeout 300 python3 Tests/Stamp/run.py; }
dist() { scripts/dist.sh --check; }
# Two stations under full load for an hour: their memory stays as it is.
memory() { timeout 4200 python3 Benchmarks/sharing-load.py .build/release/parley --memory --seconds 3600; }

# Stages side by side, for those whose compiler keeps one core busy at a time; what each says is shown when it is done.
together() { # name...
    local name log jobs=()
    log=$(mktemp -d)
    printf '\n== together: %s\n' "$*"
    for name in "$@"; do
        (start=$SECONDS; "$name" >"$log/$name" 2>&1; code=$?; echo $((SECONDS - start)) >"$log/$name.seconds"; exit $code) &
        jobs+=($!)
    done
    for name in "$@"; do
        wait "${jobs[0]}" && code=0 || code=1
        jobs=("${jobs[@]:1}")
        stage "$name" report "$log/$name" "$code"
    done
    rm -rf "$log"
}
report() { # log code
    cat "$1"
    printf '(%s s beside others)\n' "$(cat "$1.seconds")"
    return "$2"
}

stages=("$@")
[ ${#stages[@]} -gt 0 ] || stages=(setup lint debug optimised+release+fuzz api browser faults days stamp+dist)
[ "$PARLEY_SOAK" = 0 ] || [ $# -gt 0 ] || stages+=(memory)
for name in "${stages[@]}"; do
    if [[ "$name" == *+* ]]; then IFS=+ read -ra parts <<<"$name"; together "${parts[@]}"; else stage "$name" "$name"; fi
    # Without its tools or its product nothing later can mean anything.
    for needed in setup release; do [[ " ${failed[*]-} " == *" $needed "* ]] && break 2; done
done
printf '\n%d passed, %d failed\n' "$passed" ${#failed[@]}
[ ${#failed[@]} = 0 ] || { printf 'failed: %s\n' "${failed[*]}"; exit 1; }
