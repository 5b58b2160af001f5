#!/usr/bin/env bash
# Packs dist/parley-<version>-<machine>.tar.gz: the command with a static Swift runtime, the page, the examples, the
# documentation.
#   dist.sh [--check]     --check starts the packed station where no Swift can be found and looks for aircraft
#
# The optimised objects of `swift build -c release` are linked once more against the static runtime, which spares
# a second build of everything.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(git describe --tags --always --dirty 2>/dev/null || echo unversioned)
name="parley-$version-$(uname -m)"
folder="dist/$name"

swift build -c release --product parley
rm -rf "$folder"
mkdir -p "$folder/bin" "$folder/lib" "$folder/share/parley"
objects=$(find .build/release/ -name Objects.LinkFileList -path '*parley.product*' | head -n 1)
runtime="$(dirname "$(dirname "$(readlink -f "$(command -v swiftc)")")")/lib/swift_static/linux"
# All of the runtime's archives that are not of tests, XML or networking (HTTP is SwiftNIO's here).
archives=$(cd "$runtime" && ls lib*.a | grep -vE 'stdcxx|XML|Networking|CFURL|Testing|Differentiation' | sed -E 's/^lib(.*)\.a$/-l\1/')
# shellcheck disable=SC2086
clang++ -pie -fuse-ld=gold -static-libstdc++ -static-libgcc "$runtime/$(uname -m)/swiftrt.o" "@$objects" -L"$runtime" \
    -o "$folder/bin/parley" -Wl,--defsym,main=parley_main -Wl,--gc-sections -Wl,--exclude-libs,ALL \
    -Wl,-rpath,'$ORIGIN/../lib' -Wl,--start-group $archives -Wl,--end-group \
    -lsqlite3 -lz -lm -ldl -lpthread 2>&1 | { grep -vE 'mktemp|^$|in function' || true; }
strip --strip-debug "$folder/bin/parley"
# SQLite is not on every machine; it travels along (public domain).
cp -L "$(ldd "$folder/bin/parley" | awk '$1 ~ /^libsqlite3/ {print $3}')" "$folder/lib/"
cp -r Web "$folder/share/parley/Web"
cp -r Examples "$folder/share/parley/Examples"
cp README.md LICENSE "$folder/"
cp -r docs "$folder/docs"
tar -C dist -czf "dist/$name.tar.gz" "$name"
echo "dist: dist/$name.tar.gz ($(du -h "dist/$name.tar.gz" | cut -f1))"

if [ "${1:-}" = --check ]; then
    rehearsal=$(mktemp -d)
    trap 'kill "${station:-0}" 2>/dev/null || true; rm -rf "$rehearsal"' EXIT
    tar -C "$rehearsal" -xzf "dist/$name.tar.gz"
    cd "$rehearsal/$name"
    env -i PATH=/usr/bin:/bin HOME="$rehearsal" bin/parley watch share/parley/Examples/example.states.csv \
        --rules share/parley/Examples/example.rules.yaml --speed 20 --port 8497 --data "$rehearsal/data" >"$rehearsal/log" 2>&1 &
    station=$!
    for _ in $(seq 60); do
        sleep 1
        if python3 - <<'PYTHON'; then echo "dist: the packed station shows aircraft"; exit 0; fi
import json, sys, urllib.request
try:
    picture = json.load(urllib.request.urlopen("http://127.0.0.1:8497/api/picture", timeout=2))
    page = urllib.request.urlopen("http://127.0.0.1:8497/", timeout=2).read()
except OSError:
    sys.exit(1)
sys.exit(0 if picture["tracks"] and b"<html" in page else 1)
PYTHON
    done
    cat "$rehearsal/log"
    echo "dist: no aircraft within a minute"
    exit 1
fi
