"""Two stations of two parties on loopback, both displays open: signed from the page, disclosed, suspended, asked."""

import sys
import tempfile
import time
import unittest
from contextlib import contextmanager
from pathlib import Path

from browser import FLAGS, PATIENCE_SECONDS, Display, chromium, picture
from playwright.sync_api import sync_playwright
from station import ROOT, executable

sys.path.insert(0, str(ROOT / "scripts" / "demo"))
from demo_parties import Party, agreement, until, view  # noqa: E402
from demo_traffic import Receivers  # noqa: E402

AGREEMENT = ROOT / "Examples" / "west-east.agreement.yaml"
SHOTS = Path(tempfile.gettempdir()) / "parley-two-stations"
REFUSED = ("401", "403", "404", "409", "429")


def missing() -> str | None:
    if not executable():
        return "no built parley"
    return None if chromium() else "no chromium"


class Skies:
    """What the receivers of each party see: aircraft that fly straight, from the beginning of the test on."""

    def __init__(self) -> None:
        self.began = time.time()
        self.aircraft: dict[str, list[dict]] = {"west": [], "east": []}

    def fly(self, party: str, address: str, name: str, lat: float, lon: float, track: float, knots: float, feet: float, code="2000"):
        self.aircraft[party].append(dict(hex=address, flight=name, lat=lat, lon=lon, track=track, gs=knots, alt_baro=feet, baro_rate=0, squawk=code))

    def seen(self, party: str) -> list[dict]:
        import math

        flown = time.time() - self.began
        made = []
        for one in self.aircraft[party]:
            metres = one["gs"] * 1852 / 3600 * flown
            north, east = metres * math.cos(math.radians(one["track"])), metres * math.sin(math.radians(one["track"]))
            made.append(dict(
                one, lat=one["lat"] + north / 111_200, lon=one["lon"] + east / (111_200 * math.cos(math.radians(one["lat"])))))
        return made


@contextmanager
def displays(parties: list[Party]):
    """The pages of all stations in one browser, each with the officer of its watch signed in."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        try:
            shown = []
            for party in parties:
                page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
                page.set_default_timeout(PATIENCE_SECONDS * 1000)
                shown.append(Display(page))
                page.goto(party.address)
                sign_in(page, party, party.person)
            yield shown
        finally:
            browser.close()


def sign_in(page, party: Party, name: str) -> None:
    page.wait_for_selector("#login-dialog[open]")
    page.fill("#login-name", name)
    page.fill("#login-password", party.password)
    page.press("#login-password", "Enter")
    page.wait_for_selector("#login-dialog[open]", state="detached")


@unittest.skipIf(missing(), missing() or "")
class TwoStationsTest(unittest.TestCase):
    def setUp(self) -> None:
        SHOTS.mkdir(exist_ok=True)
        self.folder = tempfile.TemporaryDirectory(prefix="parley-two-")
        self.addCleanup(self.folder.cleanup)
        self.skies = Skies()
        self.receivers = Receivers(["west", "east"])
        self.addCleanup(self.receivers.close)
        for name in ("west", "east"):
            self.receivers.made[name] = lambda name=name: self.skies.seen(name)
        folder = Path(self.folder.name)
        self.west, self.east = self.parties = [
            Party(name, folder / name, executable(), [self.receivers.address(name)], language)
            for name, language in (("west", "en"), ("east", "ru"))
        ]
        for party in self.parties:
            party.init()
            party.start()
            self.addCleanup(party.stop)
            party.sign_in()
        self.west.meet(self.east)
        self.east.meet(self.west)

    def propose(self, replace: dict[str, str] | None = None, party: Party | None = None) -> str:
        document = agreement(AGREEMENT, self.parties, replace)
        return (party or self.west).order("POST", "/api/agreements", {"document": document})["sha256"]

    def sign_on_page(self, display: Display) -> None:
        """As a person does it: open, read, type the name, sign."""
        page = display.page
        page.click("#parties .text-button >> nth=0")
        page.wait_for_selector("#agreement-sheet .agreement-version .primary")
        page.click("#agreement-sheet .agreement-version .primary")
        page.wait_for_selector("#agreement-sheet .both-languages p[lang=ru]")
        page.fill("#agreement-sheet .agreement-sign input", "SEINE-1")
        page.click("#agreement-sheet .agreement-sign .primary")
        page.wait_for_selector("#agreement-sheet .agreement-sign", state="detached")

    def complaints(self, *shown: Display) -> list[str]:
        return [text for display in shown for text in display.complaints if not any(code in text for code in REFUSED)]

    def test_agree_disclose_suspend_and_ask(self) -> None:
        # Head-on at one level, some minutes apart, and one of east's that nobody shall ever hear of.
        self.skies.fly("west", "39a001", "WEST11", 49.0, 1.60, 90, 420, 31000)
        self.skies.fly("east", "39b001", "EAST22", 49.0, 2.60, 270, 420, 31000)
        self.skies.fly("east", "39b002", "SECRET", 48.4, 3.4, 0, 300, 20000)
        self.west.call_ours(["WEST*"])
        self.east.call_ours(["EAST*"])
        with displays(self.parties) as (west, east):
            # Signed from the pages of both, and shown as in force on both.
            self.propose()
            east.page.wait_for_selector("#parties .party[data-peer=WEST]")
            until("the proposal is at EAST", lambda: view(self.east, "SEINE-1"))
            self.sign_on_page(east)
            west.page.wait_for_selector("#parties .party[data-peer=EAST]")
            self.sign_on_page(west)
            for display in (west, east):
                display.page.wait_for_selector("#agreement-sheet .agreement[data-state=in-force]")
                picture(display.page, SHOTS / f"agreement-{display is west and 'west' or 'east'}.png")
                display.page.keyboard.press("Escape")

            # Each sees the other's aircraft, and what isn't on the list stays unknown.
            for party in self.parties:
                until(f"{party.name} sees a track of the other", lambda: self.foreign(party))
            self.assertEqual(len(self.foreign(self.west)), 1)
            self.assertNotIn("EAST22", str(self.west.get("/api/picture")), "a pseudonym, never a call sign")
            until("a conflict across the parties, on both sides", lambda: all(self.conflict(party) for party in self.parties), 60)
            conflict = self.conflict(self.west)
            self.assertGreater(conflict["widened"]["horizontalMetres"], conflict["minima"]["horizontalMetres"])
            alerts = until("the alert is known to be received", lambda: [
                one for one in self.west.get("/api/alerts")["alerts"] if one["ours"] and one.get("stored")])
            self.assertEqual(alerts[0]["agreement"], "SEINE-1")

            # The other side presses “Seen”, and this one sees who did.
            east.page.click("#parties .text-button.calls")
            east.page.click("#alerts-sheet .alert-row .text-button")
            until("seen by a person", lambda: [
                one for one in self.west.get("/api/alerts")["alerts"] if one["ours"] and one.get("seenBy")])
            picture(east.page, SHOTS / "alerts-east.png")
            east.page.keyboard.press("Escape")

            # As EAST sees us: what is drawn is what EAST has.
            west.page.click("#parties [data-disclosure=EAST]")
            west.page.wait_for_selector("#disclosure-sheet .cell")
            self.assertIn("west-all", west.text("#disclosure-sheet table"))
            picture(west.page, SHOTS / "disclosure-west.png")
            west.page.keyboard.press("Escape")
            for display, name in ((west, "west"), (east, "east")):
                picture(display.page, SHOTS / f"display-{name}.png")

            self.amend(west, east)
            self.suspend(west, east)
            self.ask(west, east)
            self.assertEqual(self.complaints(west, east), [])
        for party in self.parties:
            audited = party.run("disclosure", "audit", "--data", party.directory)
            self.assertIn("was allowed by a rule", audited)
            self.assertNotIn("SECRET", audited)

    def foreign(self, party: Party) -> list[dict]:
        return [one for one in party.get("/api/picture")["tracks"] if one.get("party")]

    def conflict(self, party: Party) -> dict | None:
        return next((one for one in party.get("/api/picture")["conflicts"] if ":" in one["id"] and one["level"] != "none"), None)

    def amend(self, west: Display, east: Display) -> None:
        """Disclosure is changed by a new version, and is seen to change on the other side."""
        before = self.foreign(self.west)[0]
        self.assertIn(before["precision"]["horizontalNM"], (0.1, 0.5))
        made = self.propose({
            "version: 1": "version: 2",
            "  - rule: east-all\n    from: EAST\n    to: WEST\n    aircraft: ours\n    fields: [position, level, velocity]\n    naming: pseudonym\n    grid: 0.5 NM":
                "  - rule: east-all\n    from: EAST\n    to: WEST\n    aircraft: ours\n    fields: [position, level, velocity]\n    naming: pseudonym\n    grid: 2 NM",
            "    while-conflict: {grid: 0.1 NM, level-grid: 100 ft, time-grid: 1 s, every: 1 s}\n  - rule: east-north-fine": "  - rule: east-north-fine",
        })
        made = self.counter(east, made)
        for party in self.parties:
            until(f"version 2 is at {party.name}", lambda: [one for one in view(party, "SEINE-1")["open"] if one["sha256"] == made and one["isHere"]])
            party.order("POST", "/api/agreements/SEINE-1/sign", {"sha256": made})
        until("version 2 is in force", lambda: all(view(party, "SEINE-1")["version"] == 2 for party in self.parties))
        until("EAST's aircraft are coarser at WEST", lambda: self.foreign(self.west) and self.foreign(self.west)[0]["precision"]["horizontalNM"] == 1)

    def counter(self, display: Display, sha256: str) -> str:
        """EAST's planner answers a version from the page: its document is there to be changed, and every other clause is shown first."""
        page = display.page
        until("the version is at EAST", lambda: [one for one in view(self.east, "SEINE-1")["open"] if one["sha256"] == sha256 and one["isHere"]])
        if not page.is_visible("#agreement-sheet"):
            page.click("#parties .text-button >> nth=0")
        page.click(f"#agreement-sheet .agreement-version[data-sha256='{sha256}'] .text-button:last-of-type")
        display.until("the document is there", "document.querySelector('#proposal-document').value.includes('grid: 2 NM')")
        text = page.input_value("#proposal-document")
        page.fill("#proposal-document", text.replace("grid: 2 NM", "grid: 1 NM"))
        buttons = page.locator("#agreement-sheet .proposal .buttons .text-button")
        buttons.nth(0).click()
        page.wait_for_selector("#agreement-sheet .proposal-differences .differences ins")
        shown = page.inner_text("#agreement-sheet .proposal-differences")
        for words in ("east-all", "nautical mile", "морск"):
            self.assertIn(words, shown)
        picture(page, SHOTS / "counter-east.png")
        buttons.nth(1).click()
        made = until("the answer is at WEST", lambda: [
            one["sha256"] for one in view(self.west, "SEINE-1")["open"] if one["sha256"] != sha256 and one["isHere"]])[0]
        # Who has to sign it is shown both: what is other than now, and than in the version that it answers.
        seen = self.west.get(f"/api/agreements/SEINE-1/{made}")
        self.assertEqual(seen["answered"]["comparedWith"], sha256)
        self.assertEqual(len(seen["answered"]["differences"]), 1)
        self.assertGreater(len(seen["differences"]), 1)
        page.keyboard.press("Escape")
        return made

    def suspend(self, west: Display, east: Display) -> None:
        east.page.click("#parties .text-button >> nth=0")
        east.page.fill("#agreement-sheet .agreement-acts input", "the minister asks <b>for</b> a pause")
        east.page.click("#agreement-sheet .agreement-acts .text-button >> nth=0")
        west.page.wait_for_selector("#parties .party-suspended")
        self.assertRegex(west.text("#parties .party-suspended"), r"SEINE-1: suspended by EAST since \d\d:\d\dZ")
        east.page.wait_for_selector("#parties .party-suspended")
        self.assertRegex(east.text("#parties .party-suspended"), r"приостановлено стороной EAST с \d\d:\d\dZ")
        until("no track is shown while suspended", lambda: not self.foreign(self.west) and not self.foreign(self.east))
        west.page.click("#parties .text-button >> nth=0")
        self.assertIn("<b>for</b>", west.text("#agreement-sheet .agreement-suspension"), "text of a peer is text")
        picture(west.page, SHOTS / "suspended-west.png")
        west.page.keyboard.press("Escape")
        self.declare(west, east)
        if not east.page.is_visible("#agreement-sheet"):
            east.page.click("#parties .text-button >> nth=0")
        east.page.click("#agreement-sheet .agreement-acts .text-button >> nth=0")
        until("resumed", lambda: view(self.west, "SEINE-1")["state"] == "in-force")
        east.page.keyboard.press("Escape")
        until("tracks again", lambda: self.foreign(self.west))

    def declare(self, west: Display, east: Display) -> None:
        """A MAYDAY that was heard is declared on the page, and stands above all at the other party though the agreement is suspended."""
        mine = next(one["id"] for one in self.west.get("/api/picture")["tracks"] if one.get("callsign") == "WEST11")
        west.page.evaluate(f"parley.select({mine!r})")
        west.page.click("#distress-actions .text-button")
        west.page.fill("#distress-reason", "heard on 121.5")
        picture(west.page, SHOTS / "distress-west.png")
        west.page.click("#distress-sheet .buttons .text-button >> nth=0")
        if east.page.is_visible("#agreement-sheet"):
            east.page.keyboard.press("Escape")
        for display in (west, east):
            display.page.wait_for_selector("#banners .banner.emergency")
            self.assertIn("MAYDAY", display.text("#banners .banner.emergency"))
        told = lambda: [one for one in self.east.get("/api/alerts")["alerts"] if one["kind"] == "distress" and not one["ours"]]
        until("the alert is at EAST", lambda: told() and not told()[0]["over"])
        picture(east.page, SHOTS / "distress-east.png")
        # Seen, and ended, though nothing but distress is owed to be told now.
        east.page.click("#parties .text-button.calls")
        east.page.click("#alerts-sheet .alert-row .text-button")
        until("seen by a person", lambda: told()[0].get("seenBy"))
        east.page.keyboard.press("Escape")
        west.page.click("#distress-actions .text-button")
        west.page.click("#distress-sheet .primary")
        for display in (west, east):
            display.page.wait_for_selector("#banners .banner.emergency", state="detached")
        until("it is over at EAST", lambda: told()[0]["over"])

    def ask(self, west: Display, east: Display) -> None:
        """An unknown target is asked about: a clear case is answered by the station, an unclear one by a person."""
        mine = next(one for one in self.east.get("/api/picture")["tracks"] if one.get("callsign") == "EAST22")
        target = self.west.order("POST", "/api/targets", {
            "lat": mine["lat"], "lon": mine["lon"], "altFt": mine["altFt"], "source": "radar", "by": "test", "errorMetres": 500,
        }, "watch-officer")["id"]
        west.until("the target is there", f"parley.counts().aircraft > 1 && {target!r}")
        west.page.evaluate(f"parley.select({target!r})")
        west.page.click("#sharing-actions .text-button")
        west.page.wait_for_selector("#ask-sheet .candidates li")
        picture(west.page, SHOTS / "ask-west.png")
        asked = time.monotonic()
        west.page.click("#ask-sheet .primary")
        west.until("answered by the station", "document.querySelector('#ask-sheet .ask-answer').textContent.includes('Ours (automatic)')")
        self.assertLess(time.monotonic() - asked, 5)
        self.assertIn("never grounds for engagement", west.text("#ask-sheet .ask-answer"))
        west.page.keyboard.press("Escape")

        # Beyond what is sure, and within what is possible: the station leaves it to a person.
        near = self.west.order("POST", "/api/targets", {
            "lat": mine["lat"] + 6 / 60, "lon": mine["lon"], "altFt": mine["altFt"], "source": "radar", "by": "test", "errorMetres": 500,
        }, "watch-officer")["id"]
        # It waits for whoever is typing, and then no key that was meant for something else answers another party.
        east.page.focus(".finder input")
        self.west.order("POST", "/api/questions", {"to": "EAST", "track": near}, "watch-officer")
        until("the question waits", lambda: any(one.get("waits") for one in self.east.get("/api/questions")["questions"]))
        east.page.keyboard.type("EAST 22", delay=600)
        self.assertEqual(east.page.evaluate("document.activeElement.value"), "EAST 22")
        self.assertEqual(east.page.locator("#answer-sheet[open]").count(), 0)
        east.page.evaluate("document.activeElement.blur()")
        east.page.wait_for_selector("#answer-sheet[open]")
        self.assertEqual(east.page.evaluate("document.activeElement.tagName"), "H2")
        picture(east.page, SHOTS / "answer-east.png")
        east.page.click("#answer-sheet .sheet-body .text-button >> nth=2")
        until("answered by a person", lambda: [
            one for one in self.west.get("/api/questions")["questions"] if one.get("answer") == "no-comment" and not one["automatic"]])


if __name__ == "__main__":
    unittest.main()
