#!/usr/bin/env bash
# Builds every fuzz target with libFuzzer and the address sanitizer and runs each variant for a bounded time.
#   Fuzz/run.sh [SECONDS] [VARIANT...]      20 s each; 600 s with PARLEY_SOAK=1
# A target is a file in Fuzz/Targets; its first lines name the rooms it needs and its variants.
set -euo pipefail
cd "$(dirname "$0")/.."
default=20
[ "${PARLEY_SOAK:-0}" = 0 ] || default=600
seconds=${1:-$default}
[ $# = 0 ] || shift
wanted=" $* "
out=.build-fuzz
mkdir -p "$out/modules" "$out/crashes"
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:abort_on_error=0
flags=(-O -swift-version 6 -sanitize=fuzzer,address -parse-as-library -I "$out/modules"
    -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature MemberImportVisibility
    -enable-upcoming-feature ExistentialAny -package-name parley -use-ld=lld)

header() { sed -n "s|^// $1: ||p" "$2" | head -1; }

built=" "
room() { # name: builds a room as a static library, once
    [[ "$built" == *" $1 "* ]] && return
    built+="$1 "
    find "Sources/$1" -name '*.swift' -print0 | sort -z |
        xargs -0 timeout 900 swiftc "${flags[@]}" -wmo -module-name "$1" -emit-module \
            -emit-module-path "$out/modules/$1.swiftmodule" -c -o "$out/$1.o"
}

status=0
running=()
finish() { # waits for all that run
    local job
    for job in "${running[@]}"; do wait "$job" || status=1; done
    running=()
}

one() { # program variant: one bounded run, a line of result
    local name=$2 corpus="$out/corpus/$2" log="$out/$2.log"
    Fuzz/seeds.sh "$name" "$corpus"
    if FUZZ_VARIANT=$name timeout $((seconds + 120)) "$1" "$corpus" -max_total_time="$seconds" -max_len=4096 -timeout=10 \
        -rss_limit_mb=2048 -artifact_prefix="$out/crashes/$name-" -print_final_stats=1 >"$log" 2>&1; then
        printf 'fuzz %-14s %12s inputs, no fault\n' "$name" "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")"
    else
        printf 'fuzz %-14s FAILED\n' "$name"
        tail -30 "$log"
        printf 'again: FUZZ_VARIANT=%s %s %s\n' "$name" "$1" "$out/crashes/$name-*"
        return 1
    fi
}

for target in Fuzz/Targets/*.swift; do
    name=$(basename "$target" .swift)
    objects=()
    for room in $(header rooms "$target"); do
        room "$room"
        objects+=("$out/$room.o")
    done
    timeout 900 swiftc "${flags[@]}" -module-name "Fuzz$name" "$target" "${objects[@]}" -o "$out/$name"
    for variant in $(header variants "$target"); do
        [ "$wanted" = "  " ] || [[ "$wanted" == *" $variant "* ]] || continue
        one "$out/$name" "$variant" &
        running+=($!)
        [ ${#running[@]} -lt "$(nproc)" ] || finish
    done
done
finish
exit $status
