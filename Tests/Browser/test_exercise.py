"""A simulated run on the screens of both stations: cards, check-ins, distances, prompts, and the abort that one calls and both have."""

import json
import sys
import tempfile
import time
import unittest
from pathlib import Path

from browser import FLAGS, PATIENCE_SECONDS, Display, chromium, picture
from playwright.sync_api import Page, sync_playwright
from station import ROOT

sys.path.insert(0, str(ROOT / "Tests" / "Days"))
from days import plan_text  # noqa: E402
from pair import PASSWORD, PEOPLE, PLAN, Pair, executable  # noqa: E402

SHOTS = Path(tempfile.gettempdir()) / "parley-exercise"
RATE = 10
"""How many times as fast as time the flights are flown: slow enough for a busy machine to look while the crews approach."""
BEGINS = "2015-11-03T09:10:00Z"
SHOWN = """
    window.shown = { cards: new Set(), speakers: new Set() };
    new MutationObserver(() => {
        for (const card of document.querySelectorAll('#exercise [data-card][aria-current="step"]')) shown.cards.add(card.dataset.card);
        for (const speaker of document.querySelectorAll('#exercise .exercise-words small')) shown.speakers.add(speaker.textContent);
    }).observe(document, { subtree: true, childList: true, attributes: true });
"""
"""Has a page remember what stood on it: a card is done and gone while a busy machine still looks at the other screen."""


def missing() -> str | None:
    if not executable():
        return "no built parley"
    return None if chromium() else "no chromium"


@unittest.skipIf(missing(), missing() or "")
class ExerciseTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        SHOTS.mkdir(exist_ok=True)
        cls.folder = tempfile.TemporaryDirectory(prefix="parley-exercise-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.pair = Pair(Path(cls.folder.name) / "pair")
        cls.addClassCleanup(cls.pair.stop)
        cls.pair.set_up()
        # Whoever checks in by hand has all the time of the zone, on a clock that runs fast.
        cls.pair.sign_plan(plan_text(3.27).replace("within: 120 s", "within: 3000 s"))
        cls.pair.stop()
        cls.pair.start(BEGINS, RATE)
        for station in cls.pair.both:
            station.wait("the agreement holds", lambda: Pair.is_in_force(station))
            station.wait("the line is there", lambda: Pair.has_channel(station))

    def sign_in(self, page: Page, station) -> None:
        page.goto(f"http://127.0.0.1:{station.port}/")
        page.wait_for_selector("#login-dialog[open]")
        page.fill("#login-name", PEOPLE[station.party]["watch-officer"])
        page.fill("#login-password", PASSWORD)
        page.press("#login-password", "Enter")
        page.wait_for_selector("#login-dialog[open]", state="detached")
        page.wait_for_selector("#exercise-button:not([hidden])")

    def begin(self, page: Page, act: str) -> None:
        """By the keyboard alone, from the button in the bar."""
        page.focus("#exercise-button")
        if page.get_attribute("#exercise-button", "aria-expanded") != "true":
            page.keyboard.press("Enter")
        page.wait_for_selector(f'#exercise [data-act="{act}-{PLAN}"]')
        self.reach(page, f"{act}-{PLAN}")
        page.keyboard.press("Enter")

    def reach(self, page: Page, act: str, most: int = 40) -> None:
        """Comes to something in the panel by the tabulator alone."""
        for _ in range(most):
            if page.evaluate("document.activeElement?.dataset?.act") == act:
                return
            page.keyboard.press("Tab")
        self.fail(f"{act} can't be reached by the keyboard; at {page.evaluate('document.activeElement?.outerHTML')}")

    def until(self, page: Page, expression: str) -> None:
        Display(page).until(expression, expression)

    def ends(self, pages: list[Page]) -> None:
        for page in pages:
            page.wait_for_selector('#exercise .exercise-phase[data-phase="ended"]')

    def test_both_screens(self) -> None:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium(), args=[*FLAGS, "--autoplay-policy=no-user-gesture-required"])
            try:
                displays = []
                for _ in self.pair.both:
                    context = browser.new_context(viewport={"width": 1440, "height": 900})
                    context.add_init_script(
                        f"localStorage.setItem('parley.settings', {json.dumps(json.dumps({'sound': True}))})")
                    context.add_init_script(SHOWN)
                    page = context.new_page()
                    page.set_default_timeout(PATIENCE_SECONDS * 1000)
                    displays.append(Display(page))
                west, east = (display.page for display in displays)
                for page, station in [(west, self.pair.west), (east, self.pair.east)]:
                    self.sign_in(page, station)
                self.simulated(west, east)
                self.by_hand(west, east)
                for display in displays:
                    self.assertEqual([text for text in display.complaints if "401" not in text], [])
            finally:
                browser.close()

    def simulated(self, west: Page, east: Page) -> None:
        self.begin(west, "beginSimulated")
        # The other side's screen opens the panel by itself.
        for page in (west, east):
            page.wait_for_selector("#exercise:not([hidden]) .exercise-simulated")
            for crew in ("SOKOL", "VIPER", "RANGE"):
                page.wait_for_selector(f'#exercise [data-person="{crew}"][data-there="true"]')
            page.wait_for_selector('#exercise [data-card="check-in"][data-state="passed"]')
            page.wait_for_selector('#exercise [data-card="approach"][aria-current="step"]')
            page.wait_for_selector("#exercise .exercise-range b")
        words = [(west, "Approach", "NM", "SIMULATED"), (east, "Сближение", "мор. мили", "ИМИТАЦИЯ")]
        for page, card, unit, mark in words:
            self.assertIn(card, page.inner_text('#exercise [data-card="approach"]'))
            self.assertIn(mark, page.inner_text("#exercise .exercise-head"))
            ranges = page.inner_text("#exercise .exercise-ranges")
            self.assertIn(unit, ranges)
            self.assertRegex(ranges, r"\d[.,]\d\d")
            # What is to be said, in both languages.
            said = page.inner_text("#exercise .exercise-words >> nth=0")
            self.assertRegex(said, "DISTANCE|NAUTICAL")
            self.assertRegex(said, "[А-Я]{4}")
        # Both measure the same, from the data of both sides.
        shown = [self.pair.west, self.pair.east]
        for station in shown:
            bases = {one["basis"] for one in station.get("/api/exercise-run", "watch-officer")["run"]["ranges"]}
            self.assertEqual(bases, {"own", "shared"})
        picture(west, SHOTS / "approach-west.png")
        picture(east, SHOTS / "approach-east.png")
        # The crews speak, and each side reads it in both languages.
        for page in (west, east):
            self.until(page, "shown.cards.has('exchange')")
            self.until(page, "[...shown.speakers].some((speaker) => speaker.includes('SOKOL 21'))")
        self.abort(east, west, "simulated")

    def abort(self, caller: Page, other: Page, name: str) -> None:
        """One press does nothing; two break off, on both screens, in both languages, with sound."""
        self.reach(caller, "abort")
        caller.keyboard.press("Space")
        self.until(caller, "document.querySelector('.exercise-abort').textContent.match(/again|ещё раз/) !== null")
        self.assertFalse(caller.is_visible(".exercise-alarm"))
        caller.keyboard.press("Space")
        began = time.monotonic()
        for page in (caller, other):
            page.wait_for_selector(".exercise-alarm:not([hidden])")
            text = page.inner_text(".exercise-alarm")
            self.assertIn("KNOCK IT OFF", text)
            self.assertIn("ПРЕКРАТИТЬ ТРЕНИРОВКУ", text)
            self.assertEqual(page.get_attribute(".exercise-alarm", "role"), "alert")
            self.until(page, "Number(document.querySelector('.exercise-alarm').dataset.sounded) > 0")
        self.assertLess(time.monotonic() - began, 10)
        # The own language stands first.
        for page, word in [(other, "KNOCK"), (caller, "ПРЕКРАТИТЬ")]:
            self.assertTrue(page.inner_text(".exercise-alarm b").startswith(word))
        for number, page in enumerate((caller, other)):
            picture(page, SHOTS / f"abort-{name}-{number}.png")
        # Whoever calls it may end it; the alarm goes with the run.
        self.reach(caller, "end")
        caller.keyboard.press("Enter")
        caller.keyboard.press("Enter")
        self.ends([caller, other])
        for page in (caller, other):
            page.wait_for_selector(".exercise-alarm", state="hidden")

    def by_hand(self, west: Page, east: Page) -> None:
        """A run that nobody simulates: people check in on the frequency of the plan, by mouse and by keyboard."""
        self.begin(east, "begin")
        for page in (west, east):
            page.wait_for_selector('#exercise [data-act="in-VIPER"]')
        west.click('#exercise [data-act="in-VIPER"]')
        east.select_option('#exercise [data-act="frequency"]', "KILO-2")
        self.reach(east, "in-SOKOL")
        east.keyboard.press("Space")
        for page in (west, east):
            for crew in ("VIPER", "SOKOL"):
                page.wait_for_selector(f'#exercise [data-person="{crew}"][data-there="true"]')
        self.assertEqual(self.frequencies(), {"VIPER": "KILO", "SOKOL": "KILO-2"})
        # A person decides a card; and contact that is lost breaks off.
        west.click('#exercise [data-act="pass-check-in"]')
        west.click('#exercise [data-act="pass-check-in"]')
        west.wait_for_selector('#exercise [data-card="check-in"][data-state="passed"]')
        picture(west, SHOTS / "by-hand-west.png")
        picture(east, SHOTS / "by-hand-east.png")

    def frequencies(self) -> dict[str, str]:
        """As they stand in the records of both sides, which are what counts."""
        found: dict[str, str] = {}
        for station in self.pair.both:
            for file in (station.folder / "records" / "own").rglob("tile/entries/**/*"):
                if not file.is_file():
                    continue
                for piece in file.read_bytes().split(b'{"type":"check-in/1"')[1:]:
                    text = piece[piece.index(b'"body":') + 7:].decode(errors="replace")
                    body, _ = json.JSONDecoder().raw_decode(text)
                    if body["by"]["role"] == "watch-officer":
                        found[body["participant"]] = body["frequency"]
        return found


if __name__ == "__main__":
    unittest.main()
