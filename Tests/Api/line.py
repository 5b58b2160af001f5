#!/usr/bin/env python3
"""Checks the line of two running stations against Web/openapi-line.yaml: what it answers, and who may do what.

    Tests/Api/line.py      PARLEY names the program, else the release build, else the debug build
"""
import sys
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import jsonschema_rs
import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Browser"))
from parties import Operator, Parties, until  # noqa: E402
from traffic import LiveSource  # noqa: E402

SPECIFICATION = yaml.safe_load((ROOT / "Web" / "openapi-line.yaml").read_text())
failures = []


def check(what, holds, shown=""):
    print(("ok      " if holds else "FAILED  ") + what + (f": {shown}" if not holds else ""))
    if not holds:
        failures.append(what)


def validator(schema):
    return jsonschema_rs.validator_for({"components": SPECIFICATION["components"], **schema})


def holds(name, document, schema):
    faults = [f"{'/'.join(map(str, fault.instance_path))}: {fault.message}"[:200] for fault in validator(schema).iter_errors(document)]
    check(name, not faults, "; ".join(faults[:3]))


def status(address, method, path, operator=None, body=b"{}"):
    """The status of a request by somebody, or by nobody."""
    request = urllib.request.Request(address + path, method=method, data=body if method == "POST" else None)
    request.add_header("Content-Type", "application/json")
    if operator:
        request.add_header("X-Parley-Token", operator.token)
    opener = operator.opener if operator else urllib.request.build_opener()
    try:
        with opener.open(request, timeout=30) as answer:
            return answer.status
    except urllib.error.HTTPError as refusal:
        return refusal.code


def answer_schema(path, method="get"):
    return SPECIFICATION["paths"][path][method]["responses"]["200"]["content"]["application/json"]["schema"]


def main():
    source = LiveSource()
    with Parties([f"sbs://127.0.0.1:{source.port}"]) as parties:
        west, east = parties.west, parties.east
        harris, petrova = Operator(west.address, west.officer), Operator(east.address, east.officer)

        for path, operations in SPECIFICATION["paths"].items():
            place = path.replace("{peer}", "EAST").replace("{id}", "X-1")
            for method in operations:
                name = f"{method.upper()} {path}"
                check(f"{name} asks who", status(west.address, method.upper(), place) == 401)
                if method == "post":
                    check(f"{name} is for watch officers", status(west.address, "POST", place, west.admin) == 403)
                    check(f"{name} names what is missing", 400 <= status(west.address, "POST", place, harris, b'{"mission": 1}') < 500)

        request = harris.ask("POST", "/api/line/EAST/messages", {"message": "MAN.TURN_HDG dir=right hdg=270"})["message"]
        until("it arrives", lambda: any(one["id"] == request for one in east.line()["messages"]))
        wrong = petrova.ask("POST", "/api/line/WEST/messages", {"message": "RSP.WILCO; MAN.TURN_HDG dir=right hdg=280", "answers": request, "text": "<b>no</b>"})["message"]
        until("the answer arrives", lambda: any(one["id"] == wrong for one in west.line()["messages"]))
        petrova.ask("POST", "/api/line/WEST/state", {"state": "degraded", "reason": "noise"})
        harris.ask("POST", "/api/line/EAST/checks", {"person": True})
        heard = {"channel": "130.000", "by": "TOWER", "time": "09:24"}
        harris.ask("POST", "/api/line/EAST/messages", {"message": "ICP.FOLLOW", "heard": heard})
        for party in (west, east):
            holds(f"GET /api/line of {party.name}", party.admin.ask("GET", "/api/line"), answer_schema("/api/line"))
        quoted = urllib.parse.quote
        for path, query in {
            "/api/line/suggest": "?text=" + quoted("борт одиннадцать часов пять морских миль"),
            "/api/line/render": "?message=" + quoted("TI.TRAFFIC clock=13 dist=5"),
            "/api/line/readback": f"?peer=WEST&message={request}&text=" + quoted("ВПРАВО КУРС 280"),
        }.items():
            holds(f"GET {path}", petrova.ask("GET", path + query), answer_schema(path))
        pair = until("a conflict", lambda: west.admin.ask("GET", "/api/conflicts")["conflicts"])[0]
        proposal = west.admin.ask("GET", f"/api/line/proposal?a={pair['a']}&b={pair['b']}&tell={pair['b']}")
        holds("GET /api/line/proposal", proposal, answer_schema("/api/line/proposal"))
        check("the other is told", proposal["told"] == pair["b"] and proposal["proposal"]["message"].startswith("TI.TRAFFIC"), str(proposal))
        check("a stranger's parameter is refused", status(west.address, "GET", "/api/line/render?massage=x", harris) == 400)
        check("no line to nobody", status(west.address, "POST", "/api/line/SOUTH/checks", harris) == 404)
        check("a wording without review is not voiced", status(west.address, "GET", "/api/line/voice?language=ru&message=COORD.HANDOVER%20track=A1", harris) in (200, 409)
              and status(west.address, "GET", "/api/line/voice?language=ru&message=COORD.MINE", harris) == 409)
        page = west.admin.ask("GET", "/api/line/EAST/log?format=html")
        check("text from outside is text in the journal", "&lt;b&gt;no&lt;/b&gt;" in page and "<b>no</b>" not in page)
    source.stopped.set()
    print(f"{len(failures)} failed" if failures else "all hold")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
