"""What the tests of a hostile peer begin with: a station, and a false one in the place of its peer."""

import re
import socket
import ssl
import time
import unittest
from pathlib import Path

from hostile import HostilePeer
from stations import Pair, until


class HostileCase(unittest.TestCase):
    def setUp(self) -> None:
        self.pair = Pair()
        self.addCleanup(self.pair.close)
        self.west = self.pair.west
        self.pair.settle()
        self.pair.east.stop()
        self.peer = HostilePeer(self.pair.east, "WEST")
        self.addCleanup(self.peer.close)
        until("WEST hears the false EAST", lambda: self.state().get("link") == "connected", 30)

    def state(self, scope: str | None = None) -> dict:
        return self.west.channel("EAST", scope or self.pair.scope)

    def unharmed(self) -> None:
        """The station answers at once, and its own picture is of this second."""
        began = time.monotonic()
        self.assertEqual(self.west.ask("GET", "/health")[0], 200)
        self.assertLess(time.monotonic() - began, 1.5)
        self.assertLessEqual(self.west.metric("parley_seconds_behind"), 2)
        self.assertIsNone(self.west.process.poll())

    def memory_megabytes(self) -> float:
        text = Path(f"/proc/{self.west.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", text)[1]) / 1024

    def shake_hands(self, certificate: tuple | None) -> bytes:
        """What a station gives to whoever shows this certificate."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        if certificate:
            context.load_cert_chain(*certificate)
        taken = b""
        try:
            with socket.create_connection(("127.0.0.1", self.west.peer_port), 5) as plain:
                with context.wrap_socket(plain) as secret:
                    secret.sendall(b"GET /first-contact HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
                    while piece := secret.recv(4096):
                        taken += piece
        except OSError:
            pass
        return taken

    def own_certificate(self) -> tuple:
        keys = self.pair.east.directory / "keys"
        return keys / "tls.pem", keys / "tls.key"
