"""The page of an extract, opened as a file without a network: what it says when all is well, and when one byte is not."""

import hashlib
import json
import os
import random
import re
import tempfile
import time
import unittest
from pathlib import Path

from browser import FLAGS, chromium, picture
from playwright.sync_api import Page, sync_playwright

import extract_sample
from station import executable

RED = "rgb(179, 38, 30)"
VERDICT = "(document.querySelector('h1') ?? {}).textContent ?? ''"
CHANGES = 40


@unittest.skipUnless(chromium() and executable(), "no Chromium, or no built parley")
class ExtractPage(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = tempfile.TemporaryDirectory()
        cls.extract = extract_sample.make(Path(cls.folder.name))
        cls.bytes = (cls.extract / "index.html").read_bytes()
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        cls.context = cls.browser.new_context(viewport={"width": 1100, "height": 900}, offline=True)

    @classmethod
    def tearDownClass(cls) -> None:
        cls.browser.close()
        cls.playwright.stop()
        cls.folder.cleanup()

    def open(self, content: bytes) -> Page:
        file = Path(self.folder.name) / "page.html"
        file.write_bytes(content)
        page = self.context.new_page()
        self.addCleanup(page.close)
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)
        page.goto(f"file://{file}")
        return page

    def settled(self, page: Page, seconds: float) -> str:
        """What the page says once it has made up its mind, or after so long."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            verdict = page.evaluate(VERDICT)
            if verdict and not verdict.startswith("NOT VERIFIED"):
                return verdict
            time.sleep(0.02)
        return page.evaluate(VERDICT)

    def picture(self, page: Page, name: str) -> None:
        if folder := os.environ.get("PARLEY_PICTURES"):
            picture(page, f"{folder}/{name}.png")

    def test_verifies_itself_offline_and_says_so_in_both_languages(self) -> None:
        page = self.open(self.bytes)
        self.assertEqual(self.settled(page, 30), "VERIFIED · ПРОВЕРЕНО")
        self.assertEqual(page.evaluate("document.body.className"), "good")
        text = page.inner_text("main")
        for words in [
            "in your browser and without a network", "в вашем браузере, без сети", "44 are shown below", "показано ниже: 44",
            "20 are withheld", "own-track/1 × 20", "Released by · Выпустили: Spencer (spokesperson), Ingram (investigator)",
            "It did not check that what the entries say is true", "supported · подтверждается", "contradicted · опровергается",
            "not checkable · проверке не подлежит", "Всё спокойно", "</script><img src=x onerror=alert(1)>",
        ]:
            self.assertIn(words, text)
        self.assertNotIn("DLH9", page.content())
        self.assertNotIn("4ca777", page.content())
        self.assertEqual(page.locator("img").count(), 0)
        self.assertEqual([url for url in self.asked if not url.startswith("file:")], [])
        self.assertEqual(len(self.asked), 1)
        self.assertEqual(self.complaints, [])
        self.assertFalse(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
        self.picture(page, "extract-verified")

    def test_carries_claim_reviews(self) -> None:
        found = re.search(rb'<script type="application/ld\+json">(.*?)</script>', self.bytes, re.S)
        reviews = json.loads(found[1])
        self.assertEqual([review["@type"] for review in reviews], ["ClaimReview"] * 3)
        self.assertEqual(reviews[0]["@context"], "https://schema.org")
        self.assertEqual(reviews[0]["claimReviewed"], "They were within ten miles.")
        self.assertEqual(reviews[0]["itemReviewed"]["author"]["name"], "the first ministry")
        self.assertEqual(reviews[0]["itemReviewed"]["appearance"], "a briefing </script><b>&amp;")
        self.assertEqual([review["reviewRating"].get("ratingValue") for review in reviews], [5, 1, None])

    def test_one_changed_byte_anywhere_is_red(self) -> None:
        started = time.monotonic()
        self.settled(self.open(self.bytes), 30)
        patience = 3 * (time.monotonic() - started) + 0.5
        source = random.Random(20151103)
        data = self.bytes.index(b'<script id="data"')
        code = self.bytes.index(b"<script>", data)
        regions = [(data, code)] * 4 + [(code, len(self.bytes))] * 3 + [(0, data)] * 3
        for number in range(CHANGES):
            low, high = regions[number % len(regions)]
            place = source.randrange(low, high)
            changed = bytearray(self.bytes)
            # Letters of a tag in the other case are the same page.
            changed[place] ^= 1 << source.choice([0, 1, 2, 3, 4, 6])
            with self.subTest(place=place, was=self.bytes[place - 20:place + 20], now=chr(changed[place])):
                page = self.open(bytes(changed))
                verdict = self.settled(page, patience)
                self.assertTrue(verdict.startswith(("NOT VERIFIED", "DO NOT RELY")) or verdict == "", verdict)
                self.assertNotEqual(page.evaluate("(document.body ?? {}).className"), "good")
                self.assertEqual(page.evaluate("getComputedStyle(document.body).backgroundColor"), RED)
                if number == 0:
                    self.picture(page, "extract-red")
                page.close()

    def test_what_is_forged_with_its_hash_is_red_as_well(self) -> None:
        """Whoever hashes the page anew still has no signature; and nobody has released it who is only named."""

        for old, new in [(b'"query":"from:2015', b'"query":"from:2016'), (b"Spencer (spokesperson)", b"Walters (spokesperson)")]:
            text = self.bytes.replace(old, new)
            self.assertNotEqual(text, self.bytes)
            digest = re.search(rb'name="parley-sha256" content="([0-9a-f]{64})"', text)[1]
            whole = text.removeprefix(b"<!DOCTYPE html>").replace(digest, b"", 1) + b"</body></html>"
            page = self.open(text.replace(digest, hashlib.sha256(whole).hexdigest().encode(), 1))
            self.assertTrue(self.settled(page, 10).startswith("DO NOT RELY"))
            self.assertIn("have released this", page.inner_text("main"))


if __name__ == "__main__":
    unittest.main()
