"""What a hostile peer does, and a disk that runs full, as the officer of the watch sees it."""

import json
import sys
import unittest

from browser import chromium
from station import ROOT, executable
from test_two_stations import displays

sys.path.insert(0, str(ROOT / "Tests" / "Faults"))


def missing() -> str | None:
    if not executable():
        return "no built parley"
    return None if chromium() else "no chromium"


MARKUP = "<img src=x onerror=\"document.title='owned'\">"


@unittest.skipIf(missing(), missing() or "")
class PeerFaultsTest(unittest.TestCase):
    def test_faults_are_named_and_markup_is_text(self) -> None:
        from hostile import HostilePeer, envelope
        from stations import Pair, until

        def require(west, _) -> None:
            place = west.directory / "station.json"
            place.write_text(json.dumps({**json.loads(place.read_text()), "minimumFreeMegabytes": 10_000_000}))

        with Pair(require) as pair:
            pair.settle()
            pair.east.stop()
            peer = HostilePeer(pair.east, "WEST")
            self.addCleanup(peer.close)
            with displays([pair.west]) as (display,):
                page = display.page
                display.until("the banner says that the disk is short", "document.querySelector('#banners')?.textContent.includes('DISK')")
                until("WEST hears the false EAST", lambda: pair.link(pair.west) == "connected", 60)
                peer.record(pair.scope).append(
                    envelope("track/1", {"track": MARKUP, "lat": 4330}), envelope(MARKUP, {}),
                    envelope("message/1", {
                        "message": "right", "elements": [], "text": MARKUP, "written": "2015-11-03T09:24:05.000Z",
                        "by": {"name": MARKUP, "role": "watch-officer"},
                    }))
                peer.show()
                display.until("the peer's fault is named", "document.querySelector('#parties [data-peer=EAST]')?.textContent.includes('Fault of EAST')")
                # Another head under the same size: the alarm can't be missed.
                record = peer.record(pair.scope)
                record.shown = len(record.entries) - 1
                peer.show()
                display.until("the alarm is shown", "document.querySelector('#parties [data-peer=EAST] .party-alarm')?.textContent.includes('took back')")
                self.assertNotEqual(page.title(), "owned")
                self.assertEqual(page.locator("img[src=x]").count(), 0)
                self.assertEqual(display.complaints, [])


if __name__ == "__main__":
    unittest.main()
