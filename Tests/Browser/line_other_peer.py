"""A second peer of a page, NORTH: its messages are made here, and what is sent to it is caught."""

import copy
import time
import unittest

from line_person import Person
from parties import until

NAME = "NORTH"


class OtherPeer:
    """Only the page knows it: its station goes on having one line."""

    def __init__(self, person: Person):
        self.page = person.page
        self.sent: list[str] = []
        """What was posted to this peer, but for what the page says by itself."""
        self.messages: list[dict] = []
        self.head: dict = {}
        self.page.route("**/api/line", self.answer)
        self.page.route(f"**/api/line/{NAME}/**", self.catch)
        self.load()
        self.page.wait_for_function("(name) => document.querySelector(`#line-peers option[value='${name}']`) !== null", arg=NAME)

    def load(self) -> None:
        self.page.evaluate("document.dispatchEvent(new CustomEvent('station:behind'))")

    def answer(self, route) -> None:
        response = route.fetch()
        document = response.json()
        if document.get("lines"):
            self.head = {**copy.deepcopy(document["lines"][0]["line"]), "peer": NAME}
            document["lines"].append({"line": self.head, "messages": self.messages})
        route.fulfill(response=response, json=document)

    def catch(self, route) -> None:
        if not route.request.url.endswith("/shown"):
            self.sent.append(route.request.url)
        route.fulfill(status=204)

    def writes(self, number: int) -> None:
        message = {
            "id": f"{NAME}-{number}", "side": "theirs", "by": {"name": "Novak", "role": "watch-officer"}, "coded": "COORD.INTENTIONS",
            "words": {"en": "SAY INTENTIONS", "ru": "СООБЩИТЕ НАМЕРЕНИЯ"}, "to": "station", "kind": "opening", "stage": "received", "open": True,
            "times": {"sent": time.time(), "received": time.time()}, "replies": [], "strangers": [], "replySet": ["RSP.UNABLE"],
            "needsReadBack": False, "checkWord": {}, "voiced": [],
        }
        self.messages.append(message)
        event = {"peer": NAME, "line": self.head, "messages": [message], "arrived": message["id"]}
        self.page.evaluate("(detail) => document.dispatchEvent(new CustomEvent('station:line', {detail}))", event)

    def close(self) -> None:
        """The page has the one line again that its station has."""
        self.page.unroute("**/api/line")
        self.load()
        self.page.wait_for_function("() => document.getElementById('line-peers').hidden")
        self.page.unroute(f"**/api/line/{NAME}/**")


def writes_meanwhile(test: unittest.TestCase, west: Person, east: Person) -> None:
    """What was begun for one peer goes to it, and whoever writes stays where they write."""
    page = west.page
    west.open()
    north = OtherPeer(west)
    title = "() => document.getElementById('line-title').innerText"
    page.click("#line-find")
    page.keyboard.type("SAY INT")
    north.writes(1)
    page.wait_for_selector("#line-waiting [data-peer='NORTH']")
    page.keyboard.type("ENTIONS")
    test.assertEqual([page.evaluate(title), page.input_value("#line-find")], ["WEST – EAST", "SAY INTENTIONS"])
    page.wait_for_selector("#line-offers li:has-text('as understood')")
    page.keyboard.press("Enter")
    page.wait_for_selector("#line-send:not([disabled])")
    # The officer looks at the other dialogue: the draft says whom it is for, and goes there.
    page.click("#line-waiting [data-peer='NORTH']")
    test.assertEqual(page.evaluate(title), "WEST – NORTH")
    test.assertEqual([page.inner_text("#line-answers"), page.inner_text("#line-send")], ["FOR EAST", "Send to EAST"])
    before = len(east.party.line()["messages"])
    page.click("#line-send")
    until("it goes to the peer that it was begun for", lambda: len(east.party.line()["messages"]) > before)
    page.wait_for_function("() => document.getElementById('line-send').innerText === 'Send to NORTH'")
    # So does a reason that is half written, and a read-back.
    page.select_option("#line-peers", "EAST")
    page.click("#line-actions button:has-text('Degraded')")
    page.fill("#line-reason-text", "noise")
    north.writes(2)
    test.assertEqual(page.evaluate(title), "WEST – EAST")
    page.select_option("#line-peers", "NORTH")
    page.focus("#line-reason-text")
    page.keyboard.press("Enter")
    east.page.wait_for_selector("#line-state[data-state='degraded']")
    page.select_option("#line-peers", "EAST")
    page.click("#line-actions button:has-text('No longer degraded')")
    page.wait_for_selector("#line-state[data-state='normal']")
    east.compose("TURN LEFT HEADING 090")
    request = east.send()
    west.wait(request, "TURN LEFT HEADING 090")
    west.read_back(request, "LEFT HEADING 0", "not-understood")
    page.evaluate("document.activeElement.blur()")
    north.writes(3)
    test.assertEqual(page.evaluate(title), "WEST – EAST")
    page.keyboard.press("Escape")
    west.read_back(request, "LEFT HEADING 090", "matches")
    west.press(request, "send-readback")
    west.wait(request, "agreed")
    # Whoever writes nothing is taken to the peer that writes.
    page.focus("#line")
    north.writes(4)
    test.assertEqual(page.evaluate(title), "WEST – NORTH")
    test.assertEqual(north.sent, [], "something went to the peer that wrote meanwhile")
    north.close()
