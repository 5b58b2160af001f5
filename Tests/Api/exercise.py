#!/usr/bin/env python3
"""Checks plans, a run and claims at two running stations against Web/openapi-exercise.yaml: what they answer, and who may do what.

    Tests/Api/exercise.py      PARLEY names the program, else the release build, else the debug build
"""
import http.client
import json
import sys
import tempfile
from pathlib import Path

import jsonschema_rs
import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Days"))
from pair import AGREEMENT, EXAMPLE, PLAN, ControlConnection, Pair  # noqa: E402

SPECIFICATION = yaml.safe_load((ROOT / "Web" / "openapi-exercise.yaml").read_text())
CLAIM = EXAMPLE / "first-ministry.claim.yaml"
failures = []


def check(what, holds, shown=""):
    print(("ok      " if holds else "FAILED  ") + what + (f": {shown}" if not holds else ""))
    if not holds:
        failures.append(what)


def resolved(part):
    while "$ref" in part:
        found = SPECIFICATION
        for name in part["$ref"][2:].split("/"):
            found = found[name]
        part = found
    return part


def schema(path, method, status):
    answers = SPECIFICATION["paths"][path][method.lower()]["responses"]
    answer = resolved(answers.get(str(status), answers["default"]))
    for kind in answer.get("content", {}).values():
        return kind["schema"]
    return None


class Asker:
    """Asks one station, as people of several roles, and holds each answer against the specification."""

    def __init__(self, station):
        self.station = station

    def ask(self, method, path, template=None, body=None, role=None):
        connection = ControlConnection(self.station.folder / "control.sock")
        try:
            headers = {"Authorization": f"Bearer {self.station.token(role)}"} if role else {}
            data = None if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
            connection.request(method, path, body=data, headers=headers)
            answer = connection.getresponse()
            status, text = answer.status, answer.read()
        finally:
            connection.close()
        document = json.loads(text) if text.strip()[:1] in (b"{", b"[") else None
        if template:
            wanted = schema(template, method, status)
            if wanted is not None:
                held = jsonschema_rs.validator_for({"components": SPECIFICATION["components"], **wanted})
                faults = [f"{'/'.join(map(str, one.instance_path))}: {one.message}"[:200] for one in held.iter_errors(document)]
                check(f"{method} {path} of {self.station.party} answers {status} as it says", not faults, "; ".join(faults[:3]))
            known = SPECIFICATION["paths"][template][method.lower()]["responses"]
            check(f"{method} {path} answers as it says", str(status) in known or status >= 400, status)
        return status, document


def everybody(asker):
    """Each operation asks who, lets in whom it names, and says what is wrong with rubbish."""
    for template, operations in SPECIFICATION["paths"].items():
        path = template.replace("{plan}", PLAN).replace("{sha256}", "0" * 64).replace("{release}", "none")
        # What all operations of a path share stands beside them.
        for name, operation in ((name, one) for name, one in operations.items() if name != "parameters"):
            method, roles = name.upper(), operation["x-access"]
            port = http.client.HTTPConnection("127.0.0.1", asker.station.port, timeout=30)
            port.request(method, path, body=b"{}" if method == "POST" else None)
            check(f"{method} {path} asks who", port.getresponse().status in (401, 403))
            port.close()
            if method == "POST":
                for role in ("watch-officer", "planner", "spokesperson"):
                    status, _ = asker.ask(method, path, template, b'{"mission": 1}', role)
                    wanted = status == 403 if role not in roles else 400 <= status < 500 and status != 403
                    check(f"{method} {path} of a {role} with rubbish", wanted, status)
                status, _ = asker.ask(method, path, template, b"[" * 100, next(iter(roles)))
                check(f"{method} {path} refuses what is no object", status == 400, status)


def plans(west, east):
    text = (EXAMPLE / "plan.yaml").read_text()
    status, answer = west.ask("POST", "/api/exercises", "/api/exercises", {"document": text.replace("safety-controller: GUARD\n", "")}, "planner")
    check("a plan with faults is refused with them", status == 400 and "safety controller" in answer["detail"], answer)
    status, answer = west.ask("POST", "/api/exercises", "/api/exercises", {"document": text, "note": "первая"}, "planner")
    check("a plan is put forward", status == 201, answer)
    made = answer["sha256"]
    status, _ = west.ask("POST", f"/api/exercises/{PLAN}/runs", "/api/exercises/{plan}/runs", {"simulated": True}, "watch-officer")
    check("a plan that nobody has signed is not flown", status == 409, status)
    for asker in (west, east):
        asker.station.wait("the plan is here", lambda: Pair.knows_plan(asker.station, made))
        asker.ask("GET", f"/api/exercises/{PLAN}/{made}", "/api/exercises/{plan}/{sha256}", role="planner")
        status, _ = asker.ask("POST", f"/api/exercises/{PLAN}/sign", "/api/exercises/{plan}/sign", {"sha256": made}, "planner")
        check(f"{asker.station.party} signs", status == 204, status)
    for asker in (west, east):
        asker.station.wait("it is signed", lambda: Pair.is_signed(asker.station, made))
        asker.ask("GET", "/api/exercises", "/api/exercises", role="watch-officer")


def run(west, east):
    status, _ = east.ask("POST", "/api/exercise-run/abort", "/api/exercise-run/abort", {}, "watch-officer")
    check("where nothing goes on nothing is broken off", status == 409, status)
    runs = "/api/exercises/{plan}/runs"
    status, _ = west.ask("POST", f"/api/exercises/{PLAN}/runs", runs, {"simulated": "yes"}, "watch-officer")
    check("a wrong field is named", status == 400, status)
    status, answer = west.ask("POST", f"/api/exercises/{PLAN}/runs", runs, {"simulated": True}, "watch-officer")
    check("a run is begun", status == 201 and answer["run"].startswith("run-"), answer)
    status, _ = west.ask("POST", f"/api/exercises/{PLAN}/runs", runs, {"simulated": True}, "watch-officer")
    check("one at a time", status == 409, status)
    for asker in (west, east):
        asker.station.wait("it flies", lambda: (shown(asker) or {}).get("ranges"))
        asker.ask("GET", "/api/exercise-run", "/api/exercise-run", role="spokesperson")
    tell = lambda asker, what, body, role="watch-officer": asker.ask("POST", f"/api/exercise-run/{what}", f"/api/exercise-run/{what}", body, role)
    status, answer = tell(west, "check-ins", {"participant": "RANGE", "frequency": "KILO"})
    check("a check-in is heard", status == 200 and any(one["id"] == "RANGE" and "checkedIn" in one for one in answer["run"]["participants"]), answer)
    status, _ = tell(west, "exchanges", {"participant": "VIPER", "language": "en", "message": "NO.SUCH"})
    check("a message that is none is refused", status == 400, status)
    status, _ = tell(west, "exchanges", {"participant": "VIPER", "language": "en", "message": "POS.HEADING hdg=090"})
    check("what a crew says is entered", status == 200, status)
    west.station.wait("the approach is flown", lambda: shown(west).get("card") == "approach")
    status, answer = tell(west, "cards", {"card": "approach", "passed": False, "reason": "as a person sees it"})
    check("a person decides a card", status == 200 and answer["run"]["cards"][1]["reason"] == "as a person sees it", answer)
    status, answer = tell(east, "contact", {"participant": "VIPER", "lost": True})
    check("lost contact breaks off", status == 200 and answer["run"]["alarm"]["reason"] == "contact-lost", answer)
    west.station.wait("the other side has the alarm", lambda: shown(west).get("alarm"))
    west.ask("GET", "/api/exercise-run", "/api/exercise-run", role="planner")
    status, _ = tell(west, "abort", {"word": "KNOCK IT OFF"}, "spokesperson")
    check("anyone may call it", status == 200, status)
    status, answer = tell(west, "end", {})
    check("it is ended", status == 200 and answer["run"]["phase"] == "ended", answer)
    status, _ = west.ask("POST", "/api/training", "/api/training", {"silentFrom": 20, "silentUntil": 10}, "watch-officer")
    check("a silence that ends before it begins is refused", status == 400, status)
    status, _ = west.ask("POST", "/api/training", "/api/training", {"silentFrom": 10, "silentUntil": 20}, "watch-officer")
    check("a silence is set", status == 204, status)


def shown(asker):
    return asker.station.get("/api/exercise-run", "watch-officer").get("run")


def claims(west, east):
    text = CLAIM.read_text()
    given = {"document": text, "answer": "affirm"}
    status, answer = east.ask("POST", "/api/claims", "/api/claims", given, "spokesperson")
    check("a claim is affirmed", status == 201, answer)
    status, answer = west.ask("POST", "/api/claims", "/api/claims", {"document": text, "answer": "deny", "proposition": "exercise-held", "agreement": AGREEMENT}, "spokesperson")
    check("one proposition of it is denied", status == 201, answer)
    for wrong in ({"proposition": "no-such"}, {"answer": "perhaps"}, {"document": "claim: 1"}, {"agreement": "none"}):
        status, answer = west.ask("POST", "/api/claims", "/api/claims", given | wrong, "spokesperson")
        check(f"a claim with {wrong} is refused", 400 <= status < 500 and answer.get("detail"), answer)

    def answers(asker):
        found = asker.station.get("/api/claims", "planner")["claims"]
        return [(one["party"], one["answer"], one.get("proposition")) for claim in found for one in claim["answers"]]

    for asker in (west, east):
        both = {("EAST", "affirm", None), ("WEST", "deny", "exercise-held")}
        asker.station.wait("both answers are here", lambda: set(answers(asker)) == both)
        asker.ask("GET", "/api/claims", "/api/claims", role="watch-officer")
    # The same claim is put on record once, and stands after a restart as it stood.
    west.station.stop()
    west.station.start(west.clock)
    west.station.wait("the answers are here again", lambda: len(answers(west)) == 2)


def main():
    with tempfile.TemporaryDirectory(prefix="api-") as folder:
        pair = Pair(Path(folder) / "pair")
        try:
            pair.set_up()
            pair.stop()
            pair.start("2015-11-03T09:10:00Z", 20, 1)
            west, east = Asker(pair.west), Asker(pair.east)
            west.clock = east.clock = pair.clock
            for station in pair.both:
                station.wait("the agreement holds", lambda: Pair.is_in_force(station))
                station.wait("the line is there", lambda: Pair.has_channel(station))
                station.wait("it can be spoken under", lambda: station.get("/api/zones", "planner")["zones"])
            everybody(west)
            plans(west, east)
            run(west, east)
            claims(west, east)
        finally:
            pair.stop()
    print(f"{len(failures)} failed" if failures else "all hold")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
