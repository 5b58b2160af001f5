#!/usr/bin/env python3
"""Checks a running station against Web/openapi.yaml, and what a specification can't say.

    Tests/Api/run.py [PARLEY]      by default the release build, else the debug build
"""
import http.client
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import jsonschema_rs
import yaml

ROOT = Path(__file__).resolve().parents[2]
failures = []


def check(what, holds, shown=""):
    print(("ok      " if holds else "FAILED  ") + what + (f": {shown}" if not holds else ""))
    if not holds:
        failures.append(what)


def parley():
    if len(sys.argv) > 1:
        return sys.argv[1]
    for kind in ("release", "debug"):
        path = ROOT / ".build" / kind / "parley"
        if path.exists():
            return str(path)
    sys.exit("build parley first: swift build -c release --product parley")


class Station:
    """A station that replays the example."""

    def __init__(self, folder):
        self.process = subprocess.Popen(
            [parley(), "watch", str(ROOT / "Examples/example.states.csv"), "--rules", str(ROOT / "Examples/example.rules.yaml"),
             "--speed", "10", "--port", "0", "--data", folder, "--web", str(ROOT / "Web")],
            stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        found = re.search(r":(\d+)/", line)
        if not found:
            sys.exit(f"the station did not start: {line}")
        self.port = int(found[1])
        self.token = json.loads(self.ask("GET", "/api/config")[2])["csrf"]

    def ask(self, method, path, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)
        connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        result = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        connection.close()
        return result

    def order(self, method, path, body=None):
        return self.ask(method, path, json.dumps(body) if body is not None else None, X_Parley_Token=self.token)

    def events(self, wanted, seconds=20):
        """The first events, as (name, data)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=seconds)
        connection.request("GET", "/api/events")
        answer = connection.getresponse()
        events, name = [], None
        end = time.time() + seconds
        while len(events) < wanted and time.time() < end:
            line = answer.readline().decode().rstrip("\n")
            if line.startswith("event: "):
                name = line[7:]
            elif line.startswith("data: "):
                events.append((name, json.loads(line[6:])))
        connection.close()
        return events

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return None


def validator(document, name):
    """A validator of one schema of the document."""
    return jsonschema_rs.Draft202012Validator({"$ref": f"#/components/schemas/{name}", "components": document["components"]})


def check_events(station, document):
    events = station.events(4)
    names = [name for name, _ in events]
    check("events begin with the whole picture and go on with changes", names == ["picture", "delta", "delta", "delta"], names)
    for name, data in events[:4]:
        schema = "Picture" if name == "picture" else "Delta"
        error = next(validator(document, schema).iter_errors(data), None)
        check(f"an event `{name}` is a {schema}", error is None, error and f"{list(error.instance_path)} {error.message[:200]}")
    sequences = [data["sequence"] for _, data in events]
    check("each frame follows the one before", sequences == list(range(sequences[0], sequences[0] + 4)), sequences)


def check_refusals(station):
    problem = lambda answer: answer[1].get("content-type") == "application/problem+json"
    for method, path in [("POST", "/api/picture"), ("DELETE", "/api/replay"), ("TRACE", "/api/config"), ("PATCH", "/api/targets/x")]:
        answer = station.ask(method, path, X_Parley_Token=station.token)
        check(f"{method} {path} is refused as 405 and says what is there", answer[0] == 405 and problem(answer) and "allow" in answer[1], answer)
    answer = station.ask("POST", "/api/replay", '{"action":"play"}')
    check("a write without the token is refused", answer[0] == 403 and problem(answer), answer)
    answer = station.ask("POST", "/api/replay", '{"action":"play"}', X_Parley_Token=station.token, Origin="http://elsewhere.example")
    check("a write from another page is refused", answer[0] == 403, answer)
    answer = station.ask("GET", "/api/config", Host="elsewhere.example")
    check("a name that is not this machine's is refused", answer[0] == 421 and problem(answer), answer)
    answer = station.ask("POST", "/api/replay", "x" * 100_000, X_Parley_Token=station.token)
    check("a body without end is refused", answer[0] == 413 and problem(answer), answer[:2])
    for path in ["/../Package.swift", "/%2e%2e/Package.swift", "/.git/config", "/app//../../Package.swift", "/api/nothing"]:
        answer = station.ask("GET", path)
        check(f"{path} is not served", answer[0] == 404 and problem(answer), answer[:2])
    answer = station.order("POST", "/api/replay", {"action": "seek", "time": "noon"})
    check("a wrong field is named", answer[0] == 400 and b"time" in answer[2], answer)


def check_page(station):
    status, headers, _ = station.ask("GET", "/openapi.yaml")
    tag = headers.get("etag", "")
    check("files have an entity tag", status == 200 and tag.startswith('"'), headers)
    check("a file that is known is not sent again", station.ask("GET", "/openapi.yaml", If_None_Match=tag)[0] == 304)
    check("the page may load nothing from elsewhere", "default-src 'self'" in headers.get("content-security-policy", ""), headers)
    check("HEAD has headers and no body", station.ask("HEAD", "/openapi.yaml")[::2] == (200, b""))
    _, _, metrics = station.ask("GET", "/metrics")
    for name in ["parley_report_to_event_seconds_bucket", "parley_detection_seconds_count", "parley_pairs_examined_total", "parley_event_clients"]:
        check(f"{name} is measured", name.encode() in metrics)


def check_people(station):
    """What a person does shows at once, even while the replay stands still."""
    check("the replay stands still", station.order("POST", "/api/replay", {"action": "pause"})[0] == 204)
    entry = {"from": {"lat": 31, "lon": -40}, "bearing": 90, "rangeMetres": 10000, "altFt": 5000, "source": "radar", "by": "Petrov", "errorMetres": 300}
    status, _, body = station.order("POST", "/api/targets", entry)
    target = json.loads(body)
    check("a target at a bearing and range is entered", status == 201 and abs(target["lat"] - 31) < 0.01 and target["lon"] > -39.91, body)
    shown = [track["id"] for track in json.loads(station.ask("GET", "/api/picture")[2])["tracks"]]
    check("and is in the picture", target["id"] in shown, shown)
    check("and can be cancelled", station.order("DELETE", f"/api/targets/{target['id']}")[0] == 204)
    shown = [track["id"] for track in json.loads(station.ask("GET", "/api/picture")[2])["tracks"]]
    check("and is gone then", target["id"] not in shown, shown)
    start = json.loads(station.ask("GET", "/api/picture")[2])["replay"]["start"]
    station.order("POST", "/api/replay", {"action": "seek", "time": start + 390})
    conflicts = json.loads(station.ask("GET", "/api/conflicts")[2])["conflicts"]
    alarm = next((each for each in conflicts if each["id"] == "f00001|f00002" and each["level"] == "alarm"), None)
    check("the crossing airliners alarm", alarm is not None, [(each["id"], each["level"]) for each in conflicts])
    if alarm:
        path = f"/api/alarms/{alarm['id'].replace('|', '%7C')}"
        act = {"by": "Petrov", "reason": "both were told", "minutes": 10}
        check("an alarm is acknowledged", station.order("POST", path + "/acknowledge", act)[0] == 204)
        check("and inhibited", station.order("POST", path + "/inhibit", act)[0] == 204)
        now = {each["id"]: each for each in json.loads(station.ask("GET", "/api/conflicts")[2])["conflicts"]}[alarm["id"]]
        check("which shows who and why", now["level"] == "none" and now["inhibited"]["reason"] == "both were told", now)
        check("and is lifted again", station.order("DELETE", path + "/inhibit")[0] == 204)


def check_specification(station):
    schemathesis = Path(sys.executable).parent / "schemathesis"
    command = [
        str(schemathesis), "run", str(ROOT / "Web/openapi.yaml"), "--url", f"http://127.0.0.1:{station.port}", "-H",
        f"X-Parley-Token: {station.token}", "--exclude-path-regex", "^/api/(events|session)$", "--exclude-tag", "node", "--request-timeout", "10", "--seed", os.environ.get("PARLEY_API_SEED", "20260101"),
        "-n", os.environ.get("PARLEY_API_EXAMPLES", "60"), "--no-color"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=600)
    check("the station does what Web/openapi.yaml says", run.returncode == 0, "\n" + run.stdout[-6000:])


def main():
    document = yaml.safe_load((ROOT / "Web/openapi.yaml").read_text())
    with tempfile.TemporaryDirectory() as folder:
        station = Station(folder)
        try:
            check_events(station, document)
            check_refusals(station)
            check_page(station)
            check_people(station)
            check_specification(station)
        finally:
            status = station.stop()
        check("the station stops when it is asked to", status == 0, status)
    print(f"{len(failures)} failed" if failures else "all passed")
    sys.exit(1 if failures else 0)


main()
