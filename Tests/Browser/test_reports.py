"""The reports as they come out of a printer: they open at once, nothing is cut off at the edge of the paper, and no card runs over."""

import os
import re
import tempfile
import unittest
from pathlib import Path

from browser import FLAGS, chromium
from playwright.sync_api import sync_playwright

import extract_sample
from station import ROOT, executable

EXAMPLE = ROOT / "Examples" / "november-2015"
A4_WIDTH = 673
"""Of a page of A4 between margins of 16 mm, the widest of any report, in CSS pixels."""
LONG = "https://example.org/" + "a-long-address-that-breaks-nowhere/" * 5


@unittest.skipUnless(chromium() and executable(), "no Chromium, or no built parley")
class Reports(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = folder = Path(cls.scratch.name)
        plan, agreement = EXAMPLE / "plan.yaml", EXAMPLE / "agreement.yaml"
        parley = extract_sample.parley
        (folder / "extract.html").write_bytes((extract_sample.make(folder) / "index.html").read_bytes())
        parley("exercise", "simulate", plan, "--agreement", agreement, "--output", folder / "records")
        keys = [word for key in (folder / "records/keys.txt").read_text().split() for word in ("--key", key)]
        parley("exercise", "debrief", plan, "--record", folder / "records", *keys, "--format", "html", "--output", folder / "debrief.html")
        for form in ["briefing", "kneeboard"]:
            parley("exercise", "show", plan, "--agreement", agreement, "--format", form, "--output", folder / f"{form}.html")
        parley("exercise", "rehearse", plan, "--runs", 100, "--risk", 0, "--format", "html", "--output", folder / "rehearsal.html")
        example = ROOT / "Examples" / "example.states.csv"
        parley("review", example, "--format", "html", "--output", folder / "review.html")
        claim = folder / "claim-long.yaml"
        claim.write_text(extract_sample.CLAIM.replace("a briefing", LONG).replace("id: why", "id: " + "why-" * 25))
        parley("claim", "check", claim, "--recording", example, "--format", "html", "-o", folder / "claim.html")
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path=chromium(), args=FLAGS)

    @classmethod
    def tearDownClass(cls) -> None:
        cls.browser.close()
        cls.playwright.stop()
        cls.scratch.cleanup()

    def reports(self):
        for name in ["claim", "debrief", "briefing", "kneeboard", "rehearsal", "review", "extract"]:
            page = self.browser.new_page(viewport={"width": A4_WIDTH, "height": 1000})
            page.goto(f"file://{self.folder}/{name}.html")
            yield name, page
            page.close()

    def test_open_in_under_a_second(self) -> None:
        for name, page in self.reports():
            # The best of three: what a busy machine adds is not the report's.
            opened = []
            for _ in range(3):
                opened.append(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
                page.reload()
            self.assertLess(min(opened), 1_000, name)

    def test_fit_on_paper(self) -> None:
        cut = {}
        for name, page in self.reports():
            page.emulate_media(media="print")
            page.wait_for_timeout(300)
            wide = page.evaluate(
                """() => Array.from(document.querySelectorAll('body *'))
                    .filter(e => !e.closest('svg') && e.getBoundingClientRect().right > innerWidth + 1)
                    .map(e => e.outerHTML.slice(0, 120))""")
            if wide:
                cut[name] = wide[:3]
        self.assertEqual(cut, {})

    def test_print_as_many_pages_as_meant(self) -> None:
        pages = {}
        for name, page in self.reports():
            page.wait_for_timeout(300)
            pdf = page.pdf(prefer_css_page_size=True)
            pages[name] = len(re.findall(rb"/Type\s*/Page\b", pdf))
            if folder := os.environ.get("PARLEY_PICTURES"):
                Path(folder, f"{name}.pdf").write_bytes(pdf)
        # A card each for two crews and a unit on the ground: what ran over would lie on another sheet.
        self.assertEqual(pages["kneeboard"], 3)
        self.assertLessEqual(pages["briefing"], 5)
        self.assertLessEqual(pages["claim"], 4)

    def test_verdict_is_printed_in_its_colour(self) -> None:
        for name, page in self.reports():
            if name == "extract":
                page.wait_for_function("document.body.className === 'good'")
                page.emulate_media(media="print")
                style = page.evaluate("getComputedStyle(document.querySelector('h1')).printColorAdjust")
                self.assertEqual(style, "exact")


if __name__ == "__main__":
    unittest.main()
