"""Frames of HTTP/2 (RFC 9113) by hand, as nobody who means well would send them."""

import socket
import ssl
import struct

DATA, HEADERS, RESET, SETTINGS, PING, CONTINUATION = 0, 1, 3, 4, 6, 9
END_STREAM, END_HEADERS = 1, 4
CANCEL = struct.pack(">I", 8)
INITIAL_WINDOW_SIZE = 4


def frame(kind: int, flags: int, stream: int, payload: bytes = b"") -> bytes:
    return len(payload).to_bytes(3, "big") + bytes([kind, flags]) + stream.to_bytes(4, "big") + payload


def setting(identifier: int, value: int) -> bytes:
    return struct.pack(">HI", identifier, value)


def get(path: str) -> bytes:
    """The header block of a request, in HPACK (RFC 7541) without a table: GET, https, the path, some authority."""
    return b"\x82\x87" + b"\x04" + bytes([len(path)]) + path.encode() + b"\x01\x01x"


class Conversation:
    """A connection that begins like one of HTTP/2 and goes on as its maker likes."""

    def __init__(self, port: int, certificate: tuple, settings: bytes = b""):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        context.load_cert_chain(*certificate)
        context.set_alpn_protocols(["h2"])
        self.socket = context.wrap_socket(socket.create_connection(("127.0.0.1", port), 5))
        self.protocol = self.socket.selected_alpn_protocol()
        self.send(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(SETTINGS, 0, 0, settings))

    def send(self, data: bytes) -> bool:
        """Whether the other end still takes something."""
        try:
            self.socket.sendall(data)
            return True
        except OSError:
            return False

    def frames(self, seconds: float, enough=lambda _: False) -> list[tuple[int, int, int, bytes]]:
        """What comes within so many seconds, or until it is enough: kind, flags, stream, payload."""
        found: list[tuple[int, int, int, bytes]] = []
        self.socket.settimeout(seconds)
        rest = b""
        try:
            while not enough(found) and (piece := self.socket.recv(65_536)):
                rest += piece
                while len(rest) >= 9 and len(rest) >= 9 + (length := int.from_bytes(rest[:3], "big")):
                    found.append((rest[3], rest[4], int.from_bytes(rest[5:9], "big"), rest[9:9 + length]))
                    rest = rest[9 + length:]
        except OSError:
            pass
        return found

    def is_closed(self, seconds: float) -> bool:
        """Whether the other end hangs up within so many seconds."""
        self.socket.settimeout(seconds)
        try:
            while self.socket.recv(65_536):
                pass
        except TimeoutError:
            return False
        except OSError:
            pass
        return True

    def close(self) -> None:
        self.socket.close()
