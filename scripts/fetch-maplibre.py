#!/usr/bin/env python3
"""Put MapLibre GL JS into Web/vendor/.

MapLibre GL JS (BSD-3-Clause) is taken out of the wheel `maplibre` on PyPI: the wheel is pinned by version and by hash,
and so is each file taken out of it. Once the files are in place nothing is fetched, so later runs need no network.
Standard library only; the download itself is left to pip.
"""

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

WHEEL = "maplibre==0.3.6"
WHEEL_SHA256 = "eeafab617d4a1b71c0c174c71405f67c4b4e494fe1b27968d4d2359bc160e277"
FILES = {
    "maplibre-gl.js": ("maplibre/srcjs/maplibre-gl.js", "e380deae560bc5d182be4124a1b9cdd5086304b0cb82c92a5af23d018aa81015"),
    "maplibre-gl.css": ("maplibre/srcjs/maplibre-gl.css", "792ac997dcf6ae6f643eb4e2dee4630c85e7056526bd8fb85ffe83c67d6c41b4"),
}
VENDOR = Path(__file__).resolve().parent.parent / "Web" / "vendor"


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def is_complete() -> bool:
    """Whether every file is there and is the one that was pinned."""
    return all(
        (VENDOR / name).is_file() and sha256((VENDOR / name).read_bytes()) == digest
        for name, (_, digest) in FILES.items()
    )


def download(folder: Path) -> Path:
    """The wheel, fetched by pip, which checks its hash."""
    requirements = folder / "requirements.txt"
    requirements.write_text(f"{WHEEL} --hash=sha256:{WHEEL_SHA256}\n", encoding="utf-8")
    subprocess.run(
        [
            sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
            "--only-binary=:all:", "--require-hashes", "--dest", str(folder), "--requirement", str(requirements),
        ],
        check=True,
        timeout=300,
    )
    return next(folder.glob("*.whl"))


def extract(wheel: Path) -> None:
    """Take the pinned files out of `wheel`; nothing is left behind half-written."""
    VENDOR.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(wheel) as archive:
        for name, (member, digest) in FILES.items():
            data = archive.read(member)
            if sha256(data) != digest:
                raise SystemExit(f"{member} in {wheel.name} has SHA-256 {sha256(data)}, expected {digest}; not used")
            partial = VENDOR / f"{name}.part"
            partial.write_bytes(data)
            partial.replace(VENDOR / name)


def main() -> int:
    if is_complete():
        print("MapLibre GL JS is in place.")
        return 0
    print(f"Fetching MapLibre GL JS out of the wheel {WHEEL} (PyPI) into Web/vendor/ ...")
    with tempfile.TemporaryDirectory(prefix="parley-maplibre-") as folder:
        try:
            wheel = download(Path(folder))
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired, StopIteration) as error:
            print(f"MapLibre GL JS could not be fetched: {error}", file=sys.stderr)
            print("The page needs it. Run this again with a network, or with PIP_FIND_LINKS naming a folder that "
                  "holds the wheel.", file=sys.stderr)
            return 1
        extract(wheel)
    print("MapLibre GL JS is in place.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
