"""Debian's Chromium, headless, and a page of it that remembers everything it complained of."""

import json
import os
import shutil
import time
from contextlib import contextmanager

from playwright.sync_api import Error, Page, sync_playwright

FLAGS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
PATIENCE_SECONDS = 60


def chromium() -> str | None:
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def picture(page: Page, path: object, **options: object) -> None:
    """A screenshot for people to look at. A busy machine's renderer can't always make one at once."""
    for patience in (1, 3, None):
        try:
            page.screenshot(path=str(path), **options)
            return
        except Error as failure:
            if patience is None or "capture screenshot" not in str(failure):
                raise
            time.sleep(patience)


class Display:
    """The page, seen through what it tells tests (`window.parley`)."""

    def __init__(self, page: Page):
        self.page = page
        self.complaints: list[str] = []
        page.on("console", lambda message: self.complain(message.type, message.text, message.location.get("url", "")))
        page.on("pageerror", lambda error: self.complaints.append(f"exception: {error}"))

    def complain(self, kind: str, text: str, place: str) -> None:
        # MapLibre and the software renderer talk of performance; errors are what counts.
        if kind == "error":
            self.complaints.append(f"{text} at {place}")

    def counts(self) -> dict:
        return self.page.evaluate("window.parley ? parley.counts() : null") or {}

    def wait(self, what: str, condition, seconds: float = PATIENCE_SECONDS):
        """Wait until `condition` is true of the counts; fails with what was last seen."""
        end = time.monotonic() + seconds
        counts: dict = {}
        while time.monotonic() < end:
            counts = self.counts()
            try:
                if counts and condition(counts):
                    return counts
            except KeyError:
                pass
            time.sleep(0.1)
        raise AssertionError(f"{what}: not within {seconds:.0f} s; last seen {counts}")

    def until(self, what: str, expression: str, seconds: float = PATIENCE_SECONDS):
        """Wait until a JavaScript expression is true."""
        end = time.monotonic() + seconds
        value = None
        while time.monotonic() < end:
            value = self.page.evaluate(expression)
            if value:
                return value
            time.sleep(0.1)
        raise AssertionError(f"{what}: not within {seconds:.0f} s; {expression} is {value!r}")

    def text(self, selector: str) -> str:
        return self.page.inner_text(selector)

    def seek(self, unix_seconds: float) -> None:
        """Seek by the time line, as a person does: a click at the place of that time."""
        place = self.page.evaluate(
            """(time) => {
                const line = document.getElementById('timeline'), box = line.getBoundingClientRect();
                const low = Number(line.getAttribute('aria-valuemin')), high = Number(line.getAttribute('aria-valuemax'));
                return [box.left + (time - low) / (high - low) * box.width, box.top + box.height / 2];
            }""",
            unix_seconds,
        )
        self.page.mouse.click(*place)

    def pixels(self, colour: tuple[int, int, int], tolerance: int = 12) -> int:
        """How many pixels of the canvas over the map have nearly this colour."""
        return self.page.evaluate(
            """([red, green, blue, tolerance]) => {
                const canvas = document.getElementById('overlay');
                const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                let count = 0;
                for (let i = 0; i < data.length; i += 4) {
                    if (data[i + 3] > 200 && Math.abs(data[i] - red) <= tolerance && Math.abs(data[i + 1] - green) <= tolerance
                        && Math.abs(data[i + 2] - blue) <= tolerance) count++;
                }
                return count;
            }""",
            [*colour, tolerance],
        )


@contextmanager
def display(address: str, size: tuple[int, int] = (1440, 900), **settings):
    """A page of the station at `address`, with the officer's settings given."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        try:
            context = browser.new_context(viewport={"width": size[0], "height": size[1]})
            if settings:
                context.add_init_script(
                    "if (!localStorage.getItem('parley.settings'))"
                    f" localStorage.setItem('parley.settings', {json.dumps(json.dumps(settings))})"
                )
            page = context.new_page()
            page.set_default_timeout(PATIENCE_SECONDS * 1000)
            shown = Display(page)
            page.goto(address)
            yield shown
        finally:
            browser.close()
