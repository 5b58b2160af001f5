"""What `parley claim check` finds over the records of a day, and what was written down beforehand."""

import base64
import hashlib
import json
import re
from pathlib import Path

from days import records
from pair import EXAMPLE, command

LETTERS = {"supported": "S", "contradicted": "C", "not-determinable": "N", "not-checkable": "–"}
CLAIMS = {"first": EXAMPLE / "first-ministry.claim.yaml", "second": EXAMPLE / "second-ministry.claim.yaml"}


def expected() -> dict[str, dict[tuple[str, str], str]]:
    """The table of findings.md: by day, then by claim and proposition."""
    table: dict[str, dict[tuple[str, str], str]] = {"A": {}, "B": {}, "C": {}}
    for line in (EXAMPLE / "findings.md").read_text().splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) == 5 and cells[0] in CLAIMS:
            for day, letter in zip("ABC", cells[2:]):
                table[day][cells[0], cells[1]] = letter
    return table


def record_key(identity: str, origin: str) -> str:
    """The verifier key of a record: the party's own public key under the record's name."""
    key = base64.b64decode(identity.split("+", 2)[2])
    digest = hashlib.sha256(origin.encode() + b"\n" + key).hexdigest()[:8]
    return f"{origin}+{digest}+{base64.b64encode(key).decode()}"


def keys(folder: Path, places: list[Path]) -> list[str]:
    """The keys that must have signed these records, from the agreement of the folder or the keys beside them."""
    text = (folder / "agreement.yaml").read_text() if (folder / "agreement.yaml").exists() else (
        folder / "keys.txt").read_text()
    identities = dict(re.findall(r"\b((?:WEST|EAST))(\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+)", text))
    found = []
    for place in places:
        checkpoint = next(path for path in (place / "checkpoint", place / "published" / "checkpoint") if path.exists())
        origin = checkpoint.read_text().splitlines()[0]
        writer = origin.split("/")[1]
        found.append(record_key(writer + identities[writer], origin))
    return found


def find(folder: Path) -> dict[tuple[str, str], dict]:
    """The findings on both claims, by claim and proposition."""
    places = records(folder)
    found: dict[tuple[str, str], dict] = {}
    for name, claim in CLAIMS.items():
        arguments: list[object] = ["claim", "check", claim, "--format", "jsonl"]
        for place in places:
            arguments += ["--record", place]
        for key in keys(folder, places):
            arguments += ["--key", key]
        for line in command(*arguments).stdout.splitlines():
            finding = json.loads(line)
            found[name, finding["id"]] = finding
    return found


def letters(found: dict[tuple[str, str], dict]) -> dict[tuple[str, str], str]:
    return {key: LETTERS[finding["finding"]] for key, finding in found.items()}


def table(found: dict[tuple[str, str], dict], wanted: dict[tuple[str, str], str]) -> str:
    """The findings for people, beside what was expected."""
    lines = []
    for key, finding in found.items():
        letter = LETTERS[finding["finding"]]
        numbers = ""
        if finding.get("unit") == "m" and finding.get("low") is not None and finding.get("high") is not None:
            numbers = f"  {finding['low'] / 1852:.2f} to {finding['high'] / 1852:.2f} NM"
        mark = "" if wanted.get(key) == letter else f"  (expected {wanted.get(key)})"
        lines.append(f"  {key[0]:7}{key[1]:24}{finding['finding']:18}{', '.join(finding['reasons'])}{numbers}{mark}")
    return "\n".join(lines)
