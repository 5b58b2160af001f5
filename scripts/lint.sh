#!/usr/bin/env bash
# Formatting (swift format, strict) and types of the page's modules (TypeScript's checker over JSDoc).
set -euo pipefail
cd "$(dirname "$0")/.."
git ls-files -z --cached --others --exclude-standard -- '*.swift' | xargs -0 swift format lint --strict
if [ -f Web/tsconfig.json ]; then
    if command -v tsc >/dev/null; then tsc --noEmit -p Web/tsconfig.json; else echo "lint: no tsc here (apt: node-typescript), types not checked"; fi
fi
echo "lint: clean"
