"""Signing in at a node: the first operator, the bar, an expired session, a watch that is handed over; by keyboard, in both languages."""

import re
import sqlite3
import unittest

from browser import display, picture
from node import PASSWORDS, Node
from station import recording
from test_display import COUNTED, missing

REFUSED = re.compile(r"40[13] \(")


@unittest.skipIf(missing(), missing() or "")
class LoginTest(unittest.TestCase):
    def setUp(self) -> None:
        self.node = self.enterContext(Node(recording(), "--speed", 5))

    def sign_in(self, page, name: str, password: str | None = None) -> None:
        """As a person does who has no mouse."""
        page.wait_for_selector("#login-dialog[open]")
        page.fill("#login-name", name)
        page.keyboard.press("Tab")
        page.keyboard.type(password or PASSWORDS[name])
        page.keyboard.press("Enter")

    def add_officers(self) -> None:
        for name in ["Lt Ivanova", "Lt Petrov"]:
            self.node.run("operator", "add", name, "--role", "watch-officer", acting="Anna Admin", new_password=PASSWORDS[name])

    def test_first_operator_signs_in_and_out(self) -> None:
        with display(self.node.first_link, language="en") as shown:
            page = shown.page
            page.wait_for_selector("#first-dialog[open]")
            self.assertNotIn("first=", page.url, "the link does not stay in the history")
            page.keyboard.type("Anna Admin")
            page.keyboard.press("Tab")
            page.keyboard.type(PASSWORDS["Anna Admin"])
            page.keyboard.press("Tab")
            page.keyboard.type("something else altogether")
            page.keyboard.press("Enter")
            page.wait_for_selector("#first-dialog .problem:not([hidden])")
            page.fill("#first-again", PASSWORDS["Anna Admin"])
            page.keyboard.press("Enter")
            shown.wait("the picture", lambda c: c["link"] == "live" and c["aircraft"] > 0)
            self.assertEqual(shown.text("#operator-name"), "Anna Admin · administrator")
            page.click("#language")
            self.assertEqual(shown.text("#operator-name"), "Anna Admin · администратор")
            self.assertEqual(shown.text("#operator-sign-out"), "Выйти")
            page.click("#operator-sign-out")
            page.wait_for_selector("#login-dialog[open]")
            self.assertEqual(shown.text("#login-title"), "Вход")
            self.assertFalse(page.evaluate("Boolean(window.parley)"), "no picture without an operator")
            self.sign_in(page, "Anna Admin", "not the password")
            page.wait_for_selector("#login-dialog .problem:not([hidden])")
            self.sign_in(page, "Anna Admin")
            shown.wait("the picture again", lambda c: c["link"] == "live" and c["aircraft"] > 0)
            self.assertEqual([text for text in shown.complaints if not REFUSED.search(text)], [])

    def test_expired_session_shows_the_picture_and_asks_before_an_order(self) -> None:
        with display(self.node.first_link, language="en") as shown:
            page = shown.page
            page.wait_for_selector("#first-dialog[open]")
            for name, text in [("name", "Anna Admin"), ("password", PASSWORDS["Anna Admin"]), ("again", PASSWORDS["Anna Admin"])]:
                page.fill(f"#first-{name}", text)
            page.keyboard.press("Enter")
            shown.wait("the picture", lambda c: c["link"] == "live" and c["aircraft"] > 0)
            self.add_officers()

            # The session ran idle three hours ago, as the store has it.
            with sqlite3.connect(self.node.data / "station.sqlite", timeout=10) as store:
                store.execute("UPDATE session SET lastAct = lastAct - 10800")
            page.reload()
            page.wait_for_selector(".operator.expired")
            before = shown.wait("the picture goes on", lambda c: c["link"] == "live" and c["aircraft"] > 0)["updates"]
            shown.wait("news", lambda c: c["updates"] > before + 3)
            page.keyboard.press("Space")
            self.sign_in(page, "Lt Ivanova")
            shown.until("the order is repeated", "document.getElementById('replay').dataset.paused === 'true'")
            self.assertEqual(shown.text("#operator-name"), "Lt Ivanova · watch officer")

            page.keyboard.press("w")
            page.wait_for_selector("#shift-dialog[open]")
            page.keyboard.type(PASSWORDS["Lt Ivanova"])
            for text in ["Lt Petrov", PASSWORDS["Lt Petrov"], "all quiet"]:
                page.keyboard.press("Tab")
                page.keyboard.insert_text(text)
            picture(page, self.node.data.parent / "shift.png")
            page.click("#shift-dialog [type=submit]")
            shown.until(
                "the watch is handed over", "!document.getElementById('shift-dialog').open || document.querySelector('#shift-dialog .problem').textContent")
            self.assertEqual(page.evaluate("document.querySelector('#shift-dialog .problem').textContent"), "")
            shown.until("the relieving officer's page", "document.getElementById('operator-name').textContent.startsWith('Lt Petrov')")
            # An entered target carries the name of who signed in; nobody is asked for it.
            page.keyboard.press("t")
            page.wait_for_selector("#target-dialog[open]")
            self.assertFalse(page.is_visible("#target-by"))
            self.assertEqual([text for text in shown.complaints if not REFUSED.search(text)], [])

    def test_signing_in_again_after_the_session_ended_makes_no_second_stream(self) -> None:
        with display(self.node.first_link, language="en") as shown:
            page = shown.page
            page.wait_for_selector("#first-dialog[open]")
            for name, text in [("name", "Anna Admin"), ("password", PASSWORDS["Anna Admin"]), ("again", PASSWORDS["Anna Admin"])]:
                page.fill(f"#first-{name}", text)
            page.keyboard.press("Enter")
            shown.wait("the picture", lambda c: c["link"] == "live" and c["aircraft"] > 0)
            # Whether the session still holds is looked at every thirty seconds; here, sooner.
            page.context.add_init_script(f"{{ const slow = setInterval; window.setInterval = (act, time) => slow(act, time === 30000 ? 500 : time); {COUNTED} }}")
            page.reload()
            shown.wait("the picture again", lambda c: c["link"] == "live" and c["aircraft"] > 0)
            with sqlite3.connect(self.node.data / "station.sqlite", timeout=10) as store:
                store.execute("DELETE FROM session")
            page.wait_for_selector("#operator-sign-out", state="hidden")
            page.click("#operator-sign-in")
            self.sign_in(page, "Anna Admin")
            shown.until("one stream", "streams.size === 1 && parley.counts().link === 'live'")
            page.wait_for_timeout(1500)
            self.assertEqual(page.evaluate("streams.size"), 1)


if __name__ == "__main__":
    unittest.main()
