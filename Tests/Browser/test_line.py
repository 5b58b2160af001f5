"""The line between two people: two stations, two browsers, two languages."""

import json
import re
import time
import unittest

from playwright.sync_api import sync_playwright

from browser import FLAGS, chromium, picture
from line_other_peer import writes_meanwhile
from line_person import SCREENSHOTS, Person
from parties import AGREEMENT, Parties, Party, until
from test_display import missing as missing_display
from traffic import LiveSource


def missing() -> str | None:
    if reason := missing_display():
        return reason
    if not AGREEMENT.is_file():
        return "there is no example agreement"
    return None


SLOW_WORDS = """() => {
    window.slowWords = 0;
    const quick = window.fetch;
    window.fetch = async (address, ...more) => {
        if (!String(address).includes('/api/line/render')) return quick(address, ...more);
        slowWords += 1;
        await new Promise((resolve) => setTimeout(resolve, 700));
        try { return await quick(address, ...more); } finally { slowWords -= 1; }
    };
}"""
"""Has the page wait for what a message says in both languages."""


@unittest.skipIf(missing(), missing() or "")
class LineTest(unittest.TestCase):
    """One dialogue from the first check to the last answer; each step rests on the one before."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.source = LiveSource()
        cls.addClassCleanup(cls.source.stopped.set)
        cls.parties = cls.enterClassContext(Parties([f"sbs://127.0.0.1:{cls.source.port}"]))
        playwright = cls.enterClassContext(sync_playwright())
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        cls.addClassCleanup(browser.close)
        cls.west = Person(browser, cls.parties.west)
        cls.east = Person(browser, cls.parties.east, style="day")

    def times(self, party: Party, side: str, identifier: str) -> dict:
        messages = party.line()["messages"]
        return next(message["times"] for message in messages if message["id"] == identifier and message["side"] == side)

    def test_a_watch(self) -> None:
        self.stations_check_the_line()
        self.traffic_information_from_a_conflict()
        self.a_wrong_read_back_and_a_restart()
        self.a_check_with_a_person_at_each_end()
        self.the_line_and_the_agreement_are_suspended()
        self.heard_on_a_frequency()
        writes_meanwhile(self, self.west, self.east)
        self.beside_an_exercise()
        self.the_journal()
        self.the_commands()
        for person in (self.west, self.east):
            # A station that has just come back does not know every aircraft yet that its page still looks at.
            expected = ("401", "502", "Failed to fetch", "ERR_", "409", "/api/tracks/", "/api/pairs/")
            complaints = [text for text in person.shown.complaints if not any(word in text for word in expected)]
            self.assertEqual(complaints, [], f"the page of {person.party.name} complained")

    def stations_check_the_line(self) -> None:
        for person in (self.west, self.east):
            person.open()
            person.page.wait_for_selector("#line-state[data-state='normal']")
        self.assertIn("readability 5", self.west.page.inner_text("#line-tested"))
        self.assertIn("разборчивость 5", self.east.page.inner_text("#line-tested"))

    def traffic_information_from_a_conflict(self) -> None:
        west, east = self.west, self.east
        west.page.keyboard.press("Escape")
        pair = west.shown.until("a conflict", "parley.conflicts()[0]?.id").split("|")
        west.page.evaluate("(pair) => parley.select(...pair)", pair)
        west.page.click("#panel-actions button:has-text('Tell the peer')")
        west.page.wait_for_selector("#line-send:not([disabled])")
        self.assertIn("TRAFFIC", west.page.inner_text("#line-preview"))
        self.assertIn("БОРТ", west.page.inner_text("#line-preview"))
        west.page.focus("#line-find")
        warning = west.send()
        east.wait(warning, "БОРТ")
        west.reached(warning, "shown")
        east.press(warning, "read")
        west.reached(warning, "read")
        east.press(warning, "RSP.ROGER")
        west.wait(warning, "acknowledged")
        ours, theirs = self.times(self.parties.west, "ours", warning), self.times(self.parties.east, "theirs", warning)
        self.assertEqual(ours, theirs, "the times differ between the two sides")
        self.assertLessEqual({"sent", "received", "shown", "read", "answered"}, set(ours))

    def a_wrong_read_back_and_a_restart(self) -> None:
        west, east = self.west, self.east
        west.compose("TURN RIGHT HEADING 270")
        self.assertIn("REQUEST YOU PASS TO CREW", west.page.inner_text("#line-preview"))
        request = west.send()
        east.wait(request, "ПРОШУ ПЕРЕДАТЬ ЭКИПАЖУ")
        # The station of the sender is cut off in the middle and comes back by itself.
        self.parties.west.kill()
        self.parties.west.start()
        east.read_back(request, "ВПРАВО КУРС 280", "differs")
        self.assertIn("270", east.card(request).locator(".line-verdict").inner_text())
        east.picture("line-east")
        east.press(request, "send-readback")
        west.wait(request, "The read-back differs")
        west.wait(request, "280")
        east.wait(request, "Повтор расходится с переданным")
        west.picture("line-west")
        west.press(request, "again")
        east.page.wait_for_selector(".line-card[data-kind='repetition'][data-side='theirs']")
        # ROGER says that it was heard, not that it will be done.
        east.press(request, "RSP.ROGER")
        west.wait(request, "received, not agreed to")
        east.read_back(request, "ВПРАВО КУРС 270", "matches")
        east.press(request, "send-readback")
        west.wait(request, "agreed")
        west.reached(request, "passedToCrew")
        east.wait(request, "согласовано")
        east.press(request, "complied")
        west.reached(request, "complied")
        self.assertEqual(self.times(self.parties.west, "ours", request), self.times(self.parties.east, "theirs", request))

    def a_check_with_a_person_at_each_end(self) -> None:
        west, east = self.west, self.east
        west.page.click("#line-actions button:has-text('Check the line')")
        east.page.click(".line-readability button:has-text('4')")
        west.page.wait_for_function("() => document.getElementById('line-tested').innerText.includes('readability 4')")
        self.assertIn("Петрова", west.page.inner_text("#line-tested"))

    def the_line_and_the_agreement_are_suspended(self) -> None:
        west, east = self.west, self.east
        east.page.click("#line-actions button:has-text('Приостановить')")
        east.page.fill("#line-reason-text", "приказ 7")
        east.page.keyboard.press("Enter")
        for person in (west, east):
            person.page.wait_for_selector("#line-state[data-state='suspended']")
        self.assertIn("Line suspended by EAST", west.page.inner_text("#line-notices"))
        self.parties.east.admin.ask("POST", f"/api/agreements/{self.parties.identifier}/suspend", {"reason": "приказ 7"})
        west.page.wait_for_function("() => document.getElementById('line-notices').innerText.includes('Agreement suspended by EAST')")
        # It goes on working: the agreement names messages as still owed.
        west.compose("SAY INTENTIONS")
        question = west.send()
        east.wait(question, "СООБЩИТЕ НАМЕРЕНИЯ")
        west.picture("line-suspended")
        east.page.click("#line-actions button:has-text('Восстановить')")
        self.parties.east.admin.ask("POST", f"/api/agreements/{self.parties.identifier}/resume", {})
        west.page.wait_for_selector("#line-state[data-state='normal']")
        east.press(question, "RSP.UNABLE")
        west.wait(question, "unable")

    def heard_on_a_frequency(self) -> None:
        west, east = self.west, self.east
        west.open()
        west.page.check("#line-heard")
        west.page.fill("#line-find", "ATTENTION ALL AIRCRAFT")
        west.page.fill("#line-find", "LEFT HEADING 180")
        west.page.fill("#line-find", "TURN LEFT HEADING 180")
        west.page.wait_for_selector("#line-offers li:has-text('as understood')")
        # The words come late; the officer has gone on to the next field by then, and stays there.
        west.page.evaluate(SLOW_WORDS)
        west.page.keyboard.press("Enter")
        west.page.fill("#line-channel", "132.015")
        west.page.wait_for_function("() => window.slowWords === 0 && document.querySelector('#line-preview p') !== null")
        self.assertEqual(west.page.evaluate("document.activeElement.id"), "line-channel")
        west.page.fill("#line-caller", "VIPER 11")
        west.page.fill("#line-time", time.strftime("%H:%M:%S", time.gmtime()))
        west.page.wait_for_selector("#line-send:not([disabled])")
        call = west.send()
        east.wait(call, "132.015")
        east.wait(call, "услышано, не передано")
        self.assertEqual(east.card(call).get_attribute("data-open"), "false")

    def beside_an_exercise(self) -> None:
        """Nothing of the line lies over the abort, nor the exercise over the newest message, in a wide window and in a narrow one."""
        page = self.west.page
        self.west.open()
        show = "(isShown) => { for (const one of document.querySelectorAll('#exercise, .exercise-abort')) one.hidden = !isShown; }"
        page.evaluate(show, True)
        for width in (1440, 1050, 900, 640):
            page.set_viewport_size({"width": width, "height": 900})
            covered = page.evaluate("""() => ['.exercise-abort', '#line-messages', '#line-find'].filter((name) => {
                const one = document.querySelector(name), box = one.getBoundingClientRect(), middle = box.top + box.height / 2;
                return [0.02, 0.5, 0.98].some((part) => !one.contains(document.elementFromPoint(box.left + part * box.width, middle)));
            })""")
            self.assertEqual(covered, [], f"covered at a width of {width}")
        page.set_viewport_size({"width": 1440, "height": 900})
        page.evaluate(show, False)

    def the_journal(self) -> None:
        west = self.west
        href = west.page.get_attribute("#line-log", "href")
        page = west.context.new_page()
        page.goto(self.parties.west.address + href)
        text = page.inner_text("body")
        for part in ("TRAFFIC", "БОРТ", "read-back matched / повтор совпал", "line suspended", "линия приостановлена"):
            self.assertIn(part, text)
        picture(page, SCREENSHOTS / "line-journal.png", full_page=True)
        page.close()

    def the_commands(self) -> None:
        """The same from the command line, each as a named officer."""
        def line(party: Party, command: str, *arguments: object) -> str:
            to = "east" if party is self.parties.west else "west"
            return party.command("line", command, "--data", party.data, "--as", party.officer, "--to", to, *arguments).strip()

        west, east = self.parties.west, self.parties.east
        sent = line(west, "send", "TI.TRAFFIC", "clock=11", "dist=5NM", "level=FL350")
        until("it arrives", lambda: sent in line(east, "read", "--language", "ru", "--keep"))
        read = line(east, "read", "--language", "ru")
        self.assertLess(read.index("БОРТ"), read.index("TRAFFIC 11"))
        self.assertNotIn(sent, line(east, "read"))
        line(east, "reply", "--message", sent, "RSP.ROGER")
        check = line(west, "check")
        until("the check is answered", lambda: "signed" in self.try_command(line, east, "check", "--answer", check, "--readability", 5))
        line(west, "enter", "--channel", "132.015", "--by", "VIPER 11", "--time", "09:24:05", "--say", "TURN LEFT HEADING 180")
        blank = west.command("line", "sheet")
        number = re.search(r"(\d+)  COORD\.DISTANCE", blank)[1]
        word = re.search(r"CHECK (\w+ \w+)", west.command("line", "sheet", "COORD.DISTANCE dist=3NM"))[1]
        late = line(west, "enter", "--channel", "telephone", "--by", "Петрова", "--time", "09:31", "--number", number, "--check", word, "dist=3NM")
        with self.assertRaisesRegex(AssertionError, "check word"):
            line(west, "enter", "--channel", "telephone", "--by", "Петрова", "--time", "09:31", "--number", number, "--check", word, "dist=5NM")
        with self.assertRaisesRegex(AssertionError, "between crews only"):
            line(west, "send", "ICP.FOLLOW")
        rows = [json.loads(row) for row in line(west, "log", "--format", "jsonl").splitlines()]
        messages = {row["message"]["id"]: row["message"] for row in rows if "message" in row}
        self.assertEqual(messages[sent]["closure"], "acknowledged")
        self.assertEqual(messages[sent]["reader"], "Петрова")
        self.assertTrue(messages[late]["late"])
        self.assertIn("received / получено станцией", line(east, "log"))

    @staticmethod
    def try_command(line, *arguments: object) -> str:
        try:
            return line(*arguments)
        except AssertionError as refusal:
            return str(refusal)


if __name__ == "__main__":
    unittest.main()
