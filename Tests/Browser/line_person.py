"""What a watch officer does with the line on a page: typing, sending, reading, reading back."""

import os

from browser import Display, picture
from parties import PASSWORD, Party
from station import ROOT

SCREENSHOTS = ROOT / ("docs/images" if os.environ.get("PARLEY_KEEP_SCREENSHOT") else ".build/browser")


class Person:
    """A watch officer at a browser."""

    def __init__(self, browser, party: Party, style: str = "dark"):
        self.party = party
        self.context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="ru-RU" if party.language == "ru" else "en-GB")
        self.context.add_init_script(
            "if (!localStorage.getItem('parley.settings')) localStorage.setItem('parley.settings',"
            f" JSON.stringify({{language: '{party.language}', style: '{style}'}}))")
        request = self.context.request
        token = request.get(f"{party.address}/api/session").json()["csrf"]
        answer = request.post(f"{party.address}/api/session", data={"name": party.officer, "password": PASSWORD}, headers={"X-Parley-Token": token})
        assert answer.ok, answer.text()
        self.page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        self.shown = Display(self.page)
        self.page.goto(party.address)
        self.page.wait_for_selector("#line-button:not([hidden])")

    def open(self) -> None:
        if self.page.locator("#line").is_hidden():
            self.page.keyboard.press("k")
        self.page.wait_for_selector("#line-room:not([hidden])")

    def card(self, identifier: str):
        return self.page.locator(f".line-card[data-id='{identifier}']")

    def newest(self, side: str) -> str:
        """The identifier of the newest message of a side."""
        return self.page.locator(f".line-card[data-side='{side}']").last.get_attribute("data-id")

    def compose(self, words: str) -> None:
        """Typed as words, understood, and left ready to be sent."""
        self.open()
        self.page.fill("#line-find", words)
        self.page.wait_for_selector("#line-offers li:has-text('%s')" % ("as understood" if self.party.language == "en" else "как понято"))
        self.page.keyboard.press("Enter")
        self.page.wait_for_selector("#line-send:not([disabled])")

    def send(self) -> str:
        before = self.page.locator(".line-card[data-side='ours']").count()
        self.page.keyboard.press("Control+Enter")
        try:
            self.page.wait_for_function(
                "(n) => document.querySelectorAll(\".line-card[data-side='ours']\").length > n", arg=before)
        except Exception as failure:
            shown = [self.page.inner_text(f"#{name}") for name in ("line-preview", "line-problem", "line-notices")]
            focus = self.page.evaluate("document.activeElement?.outerHTML")
            raise AssertionError(f"{self.party.name}: nothing was sent; {shown}, at {focus}") from failure
        return self.newest("ours")

    def wait(self, identifier: str, text: str) -> None:
        try:
            self.page.wait_for_function(
                "([id, text]) => document.querySelector(`.line-card[data-id='${id}']`)?.innerText.includes(text)", arg=[identifier, text])
        except Exception as failure:
            raise AssertionError(f"{self.party.name}: “{text}” not in {self.card(identifier).inner_text()!r}") from failure

    def reached(self, identifier: str, stage: str) -> None:
        """A time of the message stands on the screen."""
        self.card(identifier).locator(f".line-times li[data-key='{stage}']").wait_for()

    def press(self, identifier: str, name: str) -> None:
        self.card(identifier).locator(f"[data-name='{name}']").click()

    def read_back(self, identifier: str, words: str, outcome: str) -> None:
        card = self.card(identifier)
        if card.locator(".line-readback").count() == 0:
            self.press(identifier, "readback")
        card.locator(".line-readback input").fill(words)
        card.locator(f".line-verdict[data-outcome='{outcome}']").wait_for()

    def picture(self, name: str) -> None:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        picture(self.page, SCREENSHOTS / f"{name}.png")
