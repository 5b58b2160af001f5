#!/usr/bin/env python3
"""How a station bears live traffic: every aircraft reports once a second over one BaseStation connection.

    Benchmarks/station-load.py [--aircraft 10000] [--seconds 60] [--parley .build/release/parley] [--clients 1]

Aircraft fly straight, at random levels, one to 1,000 km². Printed are the station's own measurements over the second half of
the run, its processor time and its memory. The generator itself takes about a tenth of one core.
"""
import argparse
import datetime
import math
import os
import random
import re
import socket
import subprocess
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--aircraft", type=int, default=10_000)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--clients", type=int, default=1)
    parser.add_argument("--parley", default=str(ROOT / ".build/release/parley"))
    return parser.parse_args()


def fleet(count):
    rng = random.Random(1)
    side = math.sqrt(count * 1_000) / 111.2  # degrees of latitude
    for number in range(count):
        lat, lon = 45 + rng.uniform(-side / 2, side / 2), rng.uniform(-side / 2, side / 2) / math.cos(math.radians(45))
        track, knots = rng.uniform(0, 360), rng.uniform(250, 500)
        step = knots * 1852 / 3600 / 111_200
        yield (f"{number + 0x400000:06X}", rng.randrange(100, 400) * 100, knots, track, lat, lon,
               step * math.cos(math.radians(track)), step * math.sin(math.radians(track)) / math.cos(math.radians(45)))


def serve(listener, aircraft, stop):
    """Writes every aircraft's line each second, spread over the second in twenty parts."""
    connection, _ = listener.accept()
    second = 0
    start = time.time()
    parts = [aircraft[part::20] for part in range(20)]
    while not stop.is_set():
        for part, some in enumerate(parts):
            stamp = datetime.datetime.now(datetime.timezone.utc).strftime("%Y/%m/%d,%H:%M:%S.%f")[:-3]
            lines = [
                f"MSG,3,1,1,{icao},1,{stamp},{stamp},,{feet},{knots:.0f},{track:.1f},{lat + north * second:.5f},"
                f"{lon + east * second:.5f},0,,0,0,0,0\r\n"
                for icao, feet, knots, track, lat, lon, north, east in some]
            try:
                connection.sendall("".join(lines).encode())
            except OSError:
                return
            wait = start + second + (part + 1) / 20 - time.time()
            if wait > 0:
                time.sleep(wait)
        second += 1


def listen(port, counts, stop):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/events") as events:
        while not stop.is_set():
            data = events.read1(1 << 20)
            if not data:
                return
            counts[0] += len(data)
            counts[1] += data.count(b"event: delta")


def measure(port):
    text = urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics").read().decode()
    return {key: float(value) for key, value in re.findall(r"^([^#\s]+) (\S+)$", text, re.M)}


def quantile(before, after, name, share):
    """The bucket bound below which a share of the observations between two measurements lies."""
    total = after[f"{name}_count"] - before[f"{name}_count"]
    for key, value in after.items():
        found = re.match(rf"{name}_bucket{{le=\"(.+)\"}}", key)
        if found and value - before[key] >= share * total:
            return found[1]
    return "+Inf"


def processor_seconds(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    options = arguments()
    listener = socket.create_server(("127.0.0.1", 0))
    stop = threading.Event()
    threading.Thread(target=serve, args=(listener, list(fleet(options.aircraft)), stop), daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        station = subprocess.Popen(
            [options.parley, "watch", f"sbs://127.0.0.1:{listener.getsockname()[1]}", "--port", "0", "--data", folder, "--web",
             str(ROOT / "Web")], stdout=subprocess.PIPE, text=True)
        try:
            port = int(re.search(r":(\d+)/", station.stdout.readline())[1])
            counts = [0, 0]
            for _ in range(options.clients):
                threading.Thread(target=listen, args=(port, counts, stop), daemon=True).start()
            time.sleep(options.seconds / 2)
            before, cpu, bytes_before, began = measure(port), processor_seconds(station.pid), list(counts), time.time()
            time.sleep(options.seconds / 2)
            after, spent, elapsed = measure(port), processor_seconds(station.pid) - cpu, time.time() - began
            memory = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{station.pid}/status").read_text())
            change = lambda name: after[name] - before[name]
            mean = lambda name: change(f"{name}_sum") / max(1, change(f"{name}_count")) * 1e3
            print(f"aircraft={after['parley_tracks']:.0f} reports_per_s={change('parley_reports_total') / elapsed:.0f} "
                  f"picture_seconds={change('parley_second_seconds_count'):.0f} in_seconds={elapsed:.1f} "
                  f"dropped={after['parley_reports_dropped_total']:.0f} behind={after['parley_seconds_behind']:.0f}")
            print(f"report_to_event_mean_ms={mean('parley_report_to_event_seconds'):.0f} "
                  f"p50<={quantile(before, after, 'parley_report_to_event_seconds', 0.5)}s "
                  f"p99<={quantile(before, after, 'parley_report_to_event_seconds', 0.99)}s")
            print(f"second_mean_ms={mean('parley_second_seconds'):.1f} detection_mean_ms={mean('parley_detection_seconds'):.1f} "
                  f"encoding_mean_ms={mean('parley_encoding_seconds'):.1f} "
                  f"pairs_per_pass={change('parley_pairs_examined_total') / max(1, change('parley_second_seconds_count')):.0f} "
                  f"conflicts={after['parley_conflicts']:.0f}")
            print(f"cores={spent / elapsed:.2f} memory_mb={int(memory[1]) / 1024:.0f} "
                  f"events_mb_per_s={(counts[0] - bytes_before[0]) / elapsed / 1e6:.1f} skipped_frames={after['parley_frames_skipped_total']:.0f} "
                  f"writes_waiting={after['parley_writes_waiting']:.0f}")
        finally:
            stop.set()
            station.terminate()
            station.wait(timeout=20)


main()
