#!/usr/bin/env python3
"""Writes example.states.csv: invented traffic over the open Atlantic, in the columns of OpenSky state vectors.

Nothing in it was recorded. It shows, within fifteen minutes, what a watch officer meets: two airliners that cross at one level,
one that climbs through another's level, an overtaking, a tanker with two receivers, a helicopter and drones over a ship, an
aircraft with 7700, one without pressure altitude, and one whose position freezes. The same file comes out each time.

    python3 Examples/generate-example.py > Examples/example.states.csv
"""
import csv
import math
import random
import sys

START = 1_767_268_800  # 2026-01-01T12:00:00Z
SECONDS = 15 * 60
STEP = 2
EARTH_METRES = 6_371_008.8
CENTRE = (31.0, -40.0)
FEET = 0.3048
KNOTS = 1852 / 3600


def moved(lat, lon, track, metres):
    """The place `metres` along a great circle; a sphere is good enough to invent traffic."""
    arc, bearing = metres / EARTH_METRES, math.radians(track)
    lat1, lon1 = math.radians(lat), math.radians(lon)
    lat2 = math.asin(math.sin(lat1) * math.cos(arc) + math.cos(lat1) * math.sin(arc) * math.cos(bearing))
    lon2 = lon1 + math.atan2(
        math.sin(bearing) * math.sin(arc) * math.cos(lat1), math.cos(arc) - math.sin(lat1) * math.sin(lat2))
    return math.degrees(lat2), (math.degrees(lon2) + 540) % 360 - 180


class Aircraft:
    """Straight flight, with turns and level changes at given times."""

    def __init__(self, icao24, callsign, at, track, knots, feet, squawk="2000", **more):
        self.icao24, self.callsign, self.squawk = icao24, callsign, squawk
        self.lat, self.lon = at
        self.track, self.speed, self.feet = track % 360, knots * KNOTS, feet
        self.turns = more.get("turns", {})  # second: degrees a second
        self.climbs = more.get("climbs", {})  # second: (feet a minute, target feet)
        self.squawks = more.get("squawks", {})  # second: code
        self.silent_level = more.get("silent_level", False)
        self.frozen = more.get("frozen", range(0))
        self.turn, self.rate, self.target, self.shown = 0.0, 0.0, feet, None

    def row(self, second):
        self.turn = self.turns.get(second, self.turn)
        self.squawk = self.squawks.get(second, self.squawk)
        if second in self.climbs:
            self.rate, self.target = self.climbs[second]
        if second not in self.frozen or self.shown is None:
            self.shown = (self.lat, self.lon, START + second)
        vertical = self.rate / 60 * FEET if self.feet != self.target else 0.0
        altitude = round(self.feet / 25) * 25 * FEET
        row = [
            START + second, self.icao24, f"{self.shown[0]:.6f}", f"{self.shown[1]:.6f}", f"{self.speed:.2f}", f"{self.track:.2f}",
            f"{vertical:.2f}", self.callsign, "False", "False", "False", self.squawk,
            "" if self.silent_level else f"{altitude:.2f}", f"{altitude + 60:.2f}", self.shown[2], START + second]
        self.move(STEP)
        return row

    def move(self, seconds):
        self.lat, self.lon = moved(self.lat, self.lon, self.track, self.speed * seconds)
        self.track = (self.track + self.turn * seconds) % 360
        if self.feet != self.target:
            step = self.rate / 60 * seconds
            self.feet = self.target if abs(self.target - self.feet) <= abs(step) else self.feet + step


def meeting(at, track, knots, second):
    """Where to begin so as to be at a place at a second."""
    return moved(*at, track + 180, knots * KNOTS * second)


def traffic():
    here = CENTRE
    east = moved(*here, 90, 60_000)
    north = moved(*here, 0, 90_000)
    ship = moved(*here, 215, 45_000)
    yield Aircraft("f00001", "OCEAN11", meeting(here, 70, 460, 420), 70, 460, 36_000)
    yield Aircraft("f00002", "OCEAN22", meeting(moved(*here, 0, 3_500), 320, 440, 420), 320, 440, 36_000)
    yield Aircraft("f00003", "OCEAN33", meeting(east, 255, 450, 600), 255, 450, 34_000)
    yield Aircraft(
        "f00004", "OCEAN44", meeting(east, 300, 430, 600), 300, 430, 31_000, climbs={480: (1_500, 38_000)})
    yield Aircraft("f00005", "OCEAN55", meeting(north, 90, 480, 500), 90, 480, 38_000)
    yield Aircraft("f00006", "OCEAN66", meeting(moved(*north, 95, 9_000), 90, 420, 500), 90, 420, 38_000)
    tanker = moved(*here, 160, 60_000)
    circuit = {240: 1.5, 360: 0.0, 600: 1.5, 720: 0.0}
    yield Aircraft("f00010", "TANKER1", tanker, 30, 290, 22_000, turns=circuit)
    yield Aircraft("f00011", "RECV01", moved(*tanker, 120, 400), 30, 290, 21_800, turns=circuit)
    yield Aircraft("f00012", "RECV02", moved(*tanker, 120, 800), 30, 290, 21_800, turns=circuit)
    yield Aircraft("f00020", "HELI07", meeting(ship, 20, 110, 500), 20, 110, 800)
    for number in range(3):
        start = moved(*ship, 40 + 110 * number, 6_000)
        yield Aircraft(f"f0003{number}", f"DRONE{number + 1}", start, 200 + 70 * number, 45, 700 + 50 * number, turns={0: 0.6})
    yield Aircraft(
        "f00040", "OCEAN77", meeting(moved(*here, 250, 70_000), 110, 430, 300), 110, 430, 39_000, squawks={300: "7700"},
        climbs={330: (-2_500, 12_000)})
    yield Aircraft("f00041", "NOALT1", meeting(moved(*here, 300, 50_000), 140, 260, 500), 140, 260, 15_000, silent_level=True)
    yield Aircraft("f00042", "FROZE1", meeting(moved(*here, 30, 55_000), 200, 400, 450), 200, 400, 29_000, frozen=range(400, 470))
    random_numbers = random.Random(20260101)
    for number in range(6):
        place = moved(*here, random_numbers.uniform(0, 360), random_numbers.uniform(40_000, 160_000))
        level = random_numbers.choice([28_000, 30_000, 32_000, 40_000, 41_000])
        yield Aircraft(
            f"f001{number:02x}", f"CRUISE{number + 1}", place, random_numbers.uniform(0, 360), random_numbers.uniform(380, 480),
            level + 500)


def main():
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(
        "time,icao24,lat,lon,velocity,heading,vertrate,callsign,onground,alert,spi,squawk,baroaltitude,geoaltitude,"
        "lastposupdate,lastcontact".split(","))
    fleet = list(traffic())
    for second in range(0, SECONDS + 1, STEP):
        for aircraft in fleet:
            out.writerow(aircraft.row(second))


main()
