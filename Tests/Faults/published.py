"""What a station has published of a record on its disk (C2SP tlog-tiles), read without looking at any signature."""

import json
import struct
from pathlib import Path


def entries(record: Path) -> list[bytes]:
    """The entries of a record as they are published on the disk (C2SP tlog-tiles), without looking at any signature."""
    published = record / "published"
    size = int((published / "checkpoint").read_bytes().split(b"\n")[1])
    found: list[bytes] = []
    for bundle in range((size + 255) // 256):
        name = "/".join([f"x{digits}" for digits in groups(bundle)[:-1]] + groups(bundle)[-1:])
        width = min(256, size - 256 * bundle)
        place = published / "tile" / "entries" / name
        partial = place.with_name(place.name + ".p") / str(width)
        data = (place if place.is_file() else partial).read_bytes()
        position = 0
        while position < len(data) and len(found) < size:
            length = struct.unpack(">H", data[position:position + 2])[0]
            found.append(data[position + 2:position + 2 + length])
            position += 2 + length
    return found


def groups(index: int) -> list[str]:
    digits = [f"{index % 1000:03}"]
    while index := index // 1000:
        digits.insert(0, f"{index % 1000:03}")
    return digits


def texts(channel: Path) -> list[str]:
    """The texts of the messages of a channel, over all its records, the oldest first."""
    found = []
    for record in sorted(channel.iterdir(), key=lambda place: (place.name[:10], int(place.name[11:] or 1))):
        for entry in map(json.loads, entries(record)):
            if entry["type"] == "message/1":
                found.append(entry["body"].get("text", ""))
    return found
