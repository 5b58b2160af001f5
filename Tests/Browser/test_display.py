"""The display in a real browser, before the real station with real traffic."""

import os
import time
import unittest

from browser import Display, chromium, display, picture
from station import PARIS, ROOT, Station, executable, recording

# TVF4151 and CTM1283, both descending towards Paris: in the recording their loss begins at 14:40:59.
KNOWN_PAIR = ("3964f7", "3b77e4")
KNOWN_LOSS = 1633617659
# Each run leaves its picture among what is built; the one in docs/images is replaced only when asked for.
SCREENSHOT = ROOT / ("docs/images" if os.environ.get("PARLEY_KEEP_SCREENSHOT") else ".build/browser") / "display.png"


# A station that answers with one live picture, signs of life, and no more, until the page is told to let time go on.
STANDING = """
    const real = window.fetch;
    const news = (name, more) => `event: ${name}\\ndata: ${JSON.stringify({ feeds: [], conflicts: [], emergencies: [], ...more })}\\n\\n`;
    window.fetch = async (path, options) => path !== '/api/events' ? real(path, options) : new Response(new ReadableStream({
        start(controller) {
            const say = (text) => controller.enqueue(new TextEncoder().encode(text));
            say(news('picture', { time: 1000, sequence: 1, tracks: [] }));
            setInterval(() => say(': heartbeat\\n\\n'), 500);
            window.goOn = () => say(news('delta', { time: 1001, sequence: 2, upserts: [], removed: [], encounters: [] }));
        },
    }));
"""

# Counts what a page is answered, and lets a test cut its stream, and refuse the configuration as a busy station does.
COUNTED = """
    const real = window.fetch;
    window.answered = {};
    window.refusals = 0;
    window.streams = new Set();
    window.fetch = async (path, options) => {
        const cut = new AbortController();
        options.signal.addEventListener('abort', () => cut.abort());
        if (path === '/api/events') {
            streams.add(cut);
            cut.signal.addEventListener('abort', () => streams.delete(cut));
        }
        const isRefused = path === '/api/config' && refusals-- > 0;
        const answer = isRefused ? new Response('{}', { status: 503 }) : await real(path, { ...options, signal: cut.signal });
        answered[path] = (answered[path] ?? 0) + 1;
        return answer;
    };
    window.cut = () => [...streams].forEach((one) => one.abort());
"""


def missing() -> str | None:
    if executable() is None:
        return "the station is not built"
    if chromium() is None:
        return "there is no chromium"
    if recording() is None:
        return "there is no recording"
    if not (ROOT / "Web" / "vendor" / "maplibre-gl.js").is_file():
        return "MapLibre is not in place: scripts/fetch-maplibre.py"
    return None


@unittest.skipIf(missing(), missing() or "")
class DisplayTest(unittest.TestCase):
    """One station and one page for all of these; each leaves the page as it found it."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.station = cls.enterClassContext(Station(recording(), "--speed", 20))
        cls.shown = cls.enterClassContext(display(cls.station.address))
        cls.page = cls.shown.page
        cls.shown.wait("the map and the first aircraft", lambda c: c["mapLoaded"] and c["drawn"] > 3)
        cls.shown.until("the time line", "document.querySelectorAll('#timeline-count').length && parley.timeline().complete")

    def tearDown(self) -> None:
        self.assertEqual(self.shown.complaints, [], "the page complained")

    def known(self) -> tuple[str, float]:
        """A pair that will lose separation, and when: one that is known by heart, or the closest that the station found."""
        if recording() == PARIS:
            return "|".join(KNOWN_PAIR), KNOWN_LOSS
        line = self.station.get("/api/timeline")
        marks = [mark for mark in line["encounters"] if mark["start"] > line["start"] + 90]
        nearest = min(marks, key=lambda mark: mark["minHorizontalMetres"])
        return f"{nearest['a']}|{nearest['b']}", nearest["start"]

    def pause(self) -> None:
        if self.page.get_attribute("#replay", "data-paused") != "true":
            self.page.keyboard.press("Space")
            self.shown.until("paused", "document.getElementById('replay').dataset.paused === 'true'")

    def go_to(self, unix_seconds: float) -> dict:
        self.pause()
        self.shown.seek(unix_seconds)
        # One pixel of the time line is several seconds.
        return self.shown.wait("the sought time", lambda c: abs(c["time"] - unix_seconds) < 30)

    def step_to(self, unix_seconds: float) -> None:
        self.page.evaluate("(time) => parley.seek(time)", unix_seconds)
        self.shown.wait("the exact time", lambda c: abs(c["time"] - unix_seconds) < 1.5)

    def test_symbols_labels_and_clock(self) -> None:
        counts = self.shown.wait("aircraft", lambda c: c["drawn"] > 3 and c["labels"] > 3)
        self.assertLessEqual(counts["drawn"], counts["aircraft"])
        self.assertGreater(self.shown.pixels((180, 195, 207)), 40, "no symbols on the canvas")
        self.assertRegex(self.shown.text("#clock"), r"^\d\d:\d\d:\d\d$")
        before = counts["time"]
        if self.page.get_attribute("#replay", "data-paused") == "false":
            self.shown.wait("time goes on", lambda c: c["time"] > before)

    def test_known_conflict_is_drawn_then_the_loss(self) -> None:
        pair, loss = self.known()
        self.go_to(loss - 40)
        self.step_to(loss - 40)
        self.shown.until("the conflict", f"parley.conflicts().some((one) => one.id === '{pair}' && !one.inLoss)")
        self.page.evaluate("(pair) => parley.select(...pair)", pair.split("|"))
        self.shown.wait("it is drawn", lambda c: c["conflictsDrawn"] > 0)
        self.assertGreater(self.page.locator(f"#conflicts [data-key='{pair}']").count(), 0, "not in the list")
        self.shown.until("its plots", "document.querySelectorAll('#panel-plots .curve').length === 2")
        self.step_to(loss + 8)
        self.shown.until("the loss", f"parley.conflicts().some((one) => one.id === '{pair}' && one.inLoss)")
        self.shown.wait("the loss is drawn", lambda c: c["lossesDrawn"] > 0)
        self.page.wait_for_selector(f"#conflicts [data-key='{pair}'][data-degree=loss]")
        self.assertIn("LOSS", self.page.inner_text(f"#conflicts [data-key='{pair}']"))
        self.assertGreater(self.shown.pixels((255, 82, 87)), 300, "no loss on the canvas")
        SCREENSHOT.parent.mkdir(parents=True, exist_ok=True)
        self.page.evaluate("document.activeElement?.blur()")
        self.page.mouse.move(700, 20)
        time.sleep(2.2)
        picture(self.page, SCREENSHOT)
        self.page.keyboard.press("Escape")
        self.shown.until("nothing selected", "parley.selection() === null")

    def test_seek_by_time_line_and_keyboard(self) -> None:
        line = self.station.get("/api/timeline")
        first = self.go_to(line["start"] + (line["end"] - line["start"]) / 3)["time"]
        self.page.focus("#timeline")
        self.page.keyboard.press("ArrowRight")
        self.shown.wait("ten seconds on", lambda c: abs(c["time"] - first - 10) < 2)
        self.page.evaluate("document.activeElement.blur()")
        self.page.keyboard.press("ArrowLeft")
        self.shown.wait("a minute back", lambda c: abs(c["time"] - first + 50) < 2)
        before = self.shown.counts()["time"]
        self.page.keyboard.press("n")
        self.shown.wait("the next encounter", lambda c: c["time"] > before)
        self.assertRegex(self.shown.text("#timeline-count"), r"\d")
        self.page.keyboard.press("Space")
        now = self.shown.counts()["time"]
        self.shown.wait("it plays", lambda c: c["time"] > now + 5)
        self.pause()

    def test_both_languages(self) -> None:
        self.assertEqual(self.shown.text("#encounters-title").upper(), "ENCOUNTERS")
        self.page.click("#language")
        self.shown.wait("Russian", lambda c: c["language"] == "ru")
        self.assertEqual(self.shown.text("#encounters-title").upper(), "СБЛИЖЕНИЯ")
        self.assertEqual(self.page.get_attribute("html", "lang"), "ru")
        left = self.page.evaluate(
            """() => [...document.querySelectorAll('[data-i18n], button, h2, label span')]
                .filter((element) => element.checkVisibility() && !element.closest('.row, #filters'))
                .map((element) => element.textContent.trim())
                .filter((text) => /[A-Za-z]{3,}/.test(text) && !/[А-Яа-я]/.test(text))""",
        )
        self.assertEqual([text for text in left if text not in ("Parley",)], [], "left in English")
        self.page.keyboard.press("l")
        self.shown.wait("English", lambda c: c["language"] == "en")

    def test_keyboard_reaches_everything(self) -> None:
        self.page.evaluate("document.activeElement?.blur()")
        wanted = {"find", "units", "language", "style", "sound", "help", "zoom-in", "filters-button", "measure", "target", "timeline", "replay-play"}
        # As many rows as there are conflicts and encounters lie on the way, and keep the focus.
        for _ in range(300):
            self.page.keyboard.press("Tab")
            wanted.discard(self.page.evaluate("document.activeElement?.id || document.activeElement?.className || ''"))
            if not wanted:
                break
        self.assertEqual(wanted, set())
        self.page.evaluate("document.activeElement?.blur()")
        self.page.keyboard.press("Shift+Slash")
        self.assertTrue(self.page.is_visible("#help-dialog"))
        self.assertGreater(self.page.locator("#help-list dd").count(), 20)
        self.page.keyboard.press("Escape")
        self.assertFalse(self.page.is_visible("#help-dialog"))
        # Nobody flies away while the name is typed.
        self.pause()
        name = self.page.evaluate("parley.name(parley.ids()[0])")
        self.page.keyboard.press("/")
        self.shown.until("the field has the focus", "document.activeElement?.id === 'find'")
        self.page.keyboard.type(name)
        self.shown.until("found", "!document.getElementById('found').hidden")
        self.page.keyboard.press("Enter")
        self.shown.until("selected", "parley.selection() !== null")
        self.assertIn(name, self.shown.text("#panel-name"))
        self.page.keyboard.press("Escape")

    def test_units_and_day_style(self) -> None:
        self.page.keyboard.press("u")
        self.shown.until("metric", "document.getElementById('units').textContent === 'km m'")
        self.page.keyboard.press("u")
        self.page.keyboard.press("d")
        self.shown.wait("day", lambda c: c["style"] == "day")
        ground = self.page.evaluate("getComputedStyle(document.querySelector('.bar')).backgroundColor")
        self.assertGreater(sum(int(part) for part in ground[4:-1].split(",")), 600, "the day style is not light")
        self.assertGreater(self.shown.pixels((44, 58, 70)), 40, "no dark symbols in the day style")
        self.page.keyboard.press("d")
        self.shown.wait("dark", lambda c: c["style"] == "dark")

    def test_filter_measure_rings_and_place(self) -> None:
        self.pause()
        before = self.shown.counts()
        self.page.keyboard.press("f")
        self.page.fill("#filters .range input >> nth=0", "600")
        self.shown.wait("filtered", lambda c: c["shown"] < before["aircraft"])
        self.assertIn("FILTER", self.shown.text("#counts"))
        self.page.click("#filters .text-button")
        self.shown.wait("all again", lambda c: c["shown"] == c["aircraft"])
        self.page.keyboard.press("Escape")
        self.page.click("#filters-button") if self.page.is_visible("#filters") else None
        self.page.mouse.move(600, 450)
        self.assertRegex(self.shown.text("#cursor"), r"\d\d°\d\d\.\d\d′\s[NS]\s+\d{3}°\d\d\.\d\d′\s[EW]\s+\d\d[C-X] [A-Z]{2} \d{5} \d{5}")
        self.page.keyboard.press("m")
        self.page.mouse.click(500, 700)
        self.page.mouse.click(700, 700)
        self.shown.until("a measure", "/^\\d.* NM .*09\\d° \\/ 27\\d°$/.test((parley.measure() ?? '').replace(/\\u00a0/g, ' '))")
        self.page.keyboard.press("Escape")
        # Until the measure is off the canvas too.
        time.sleep(0.5)
        quiet = self.shown.pixels((92, 200, 216), 40)
        self.page.keyboard.press("r")
        time.sleep(0.5)
        self.assertGreaterEqual(self.shown.pixels((92, 200, 216), 40), quiet)
        self.page.keyboard.press("r")

    def beside(self, script: str):
        """Another page of the same station."""
        context = self.page.context.browser.new_context()
        self.addCleanup(context.close)
        context.add_init_script(script)
        page = context.new_page()
        page.goto(self.station.address)
        return page

    def test_blocked_sound_is_said_until_the_first_touch(self) -> None:
        page = self.beside("localStorage.setItem('parley.settings', JSON.stringify({ sound: true }))")
        page.wait_for_selector("#sound[data-blocked]")
        page.wait_for_selector("#banners [data-key=sound]")
        picture(page, SCREENSHOT.with_name("blocked-sound.png"))
        page.mouse.click(600, 450)
        page.wait_for_selector("#banners [data-key=sound]", state="detached")
        self.assertIsNone(page.get_attribute("#sound", "data-blocked"))

    def test_picture_that_stands_still_is_told_though_the_station_answers(self) -> None:
        page = self.beside(STANDING)
        page.wait_for_selector("#banners .link")
        self.assertIn("STANDS STILL since 00:16:40 UTC", page.inner_text("#banners .link"))
        self.assertEqual(page.evaluate("parley.counts().link"), "live")
        page.evaluate("goOn()")
        page.wait_for_selector("#banners .link", state="detached")

    def test_after_a_short_break_everything_is_asked_anew(self) -> None:
        page = self.beside(COUNTED)
        Display(page).until("the picture", "window.parley?.counts().aircraft > 0 && answered['/api/config'] === 1")
        # What the first answer sets off has been done.
        page.wait_for_timeout(500)
        # Who types into the page must not have it written anew around him.
        page.evaluate("document.getElementById('encounters-title').textContent = 'as it was'")
        page.evaluate("refusals = 1; cut()")
        Display(page).until("all asked again", "answered['/api/events'] === 2 && answered['/api/config'] === 3")
        page.wait_for_timeout(500)
        self.assertEqual(page.locator("#banners .link").count(), 0, "too short to be told of")
        self.assertEqual(page.evaluate("document.getElementById('encounters-title').textContent"), "as it was")

    def test_text_from_outside_stays_text(self) -> None:
        scripts = self.page.evaluate("document.querySelectorAll('script').length")
        self.assertEqual(scripts, 2)
        policy = self.page.evaluate("fetch('/').then((answer) => answer.headers.get('content-security-policy'))")
        self.assertIn("default-src 'self'", policy or "")


if __name__ == "__main__":
    unittest.main(verbosity=2)
