"""A peer that speaks the protocol and means no good: it has the keys of a real party, and writes and serves whatever it likes."""

import base64
import hashlib
import http.server
import json
import os
import ssl
import threading
import time
import urllib.parse
from pathlib import Path

import ed25519
from published import entries
from stations import Station


def leaf(entry: bytes) -> bytes:
    return hashlib.sha256(b"\0" + entry).digest()


def node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\1" + left + right).digest()


def tree_root(hashes: list[bytes]) -> bytes:
    """The root of a Merkle tree (RFC 6962, section 2.1)."""
    if not hashes:
        return hashlib.sha256(b"").digest()
    stack: list[tuple[int, bytes]] = []
    for one in hashes:
        level = 0
        while stack and stack[-1][0] == level:
            one, level = node(stack.pop()[1], one), level + 1
        stack.append((level, one))
    root = stack.pop()[1]
    while stack:
        root = node(stack.pop()[1], root)
    return root


def envelope(kind: str, body: object, **more: object) -> bytes:
    """An entry, right but for what is in it."""
    at = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime())
    salt = base64.b64encode(os.urandom(16)).decode()
    return json.dumps({"type": kind, "at": at, "salt": salt, "body": body, **more}, separators=(",", ":")).encode()


class ForgedRecord:
    """A record that begins like a real one and goes on as its forger likes."""

    def __init__(self, place: Path, origin: str, seed: bytes):
        self.origin, self.seed = origin, seed
        self.entries = entries(place)
        self.hashes = [leaf(entry) for entry in self.entries]
        self.checkpoints: dict[tuple[int, bytes], bytes] = {}
        # Beyond this many entries nothing is shown: as if they had never been.
        self.shown: int | None = None

    def append(self, *more: bytes) -> None:
        self.entries += more
        self.hashes += [leaf(entry) for entry in more]

    @property
    def size(self) -> int:
        return len(self.entries) if self.shown is None else self.shown

    def key_id(self, kind: int = 1) -> bytes:
        public = ed25519.public_key(self.seed)
        return hashlib.sha256(self.origin.encode() + b"\n" + bytes([kind]) + public).digest()[:4]

    @property
    def key(self) -> str:
        blob = base64.b64encode(b"\1" + ed25519.public_key(self.seed)).decode()
        return f"{self.origin}+{self.key_id().hex()}+{blob}"

    def checkpoint(self, size: int | None = None) -> bytes:
        size = self.size if size is None else size
        root = tree_root(self.hashes[:size])
        known = self.checkpoints.get((size, root + self.seed))
        if known:
            return known
        text = f"{self.origin}\n{size}\n{base64.b64encode(root).decode()}\n"
        signature = base64.b64encode(self.key_id() + ed25519.sign(self.seed, text.encode())).decode()
        signed = f"{text}\n\N{EM DASH} {self.origin} {signature}\n".encode()
        self.checkpoints[size, root + self.seed] = signed
        return signed

    def resource(self, path: str) -> bytes | None:
        """A part of the record, as C2SP tlog-tiles has them."""
        if path == "checkpoint":
            return self.checkpoint()
        parts = path.split("/")
        if parts[0] != "tile":
            return None
        width = 256
        if parts[-2].endswith(".p"):
            width = int(parts.pop())
            parts[-1] = parts[-1][:-2]
        index = int("".join(part.lstrip("x") for part in parts[2:]))
        if parts[1] == "entries":
            some = self.entries[256 * index:256 * index + width]
            return b"".join(len(one).to_bytes(2, "big") + one for one in some) if len(some) == width else None
        span = 256 ** int(parts[1])
        hashes = [tree_root(self.hashes[span * (256 * index + place):][:span]) for place in range(width)]
        return b"".join(hashes) if span * (256 * index + width) <= len(self.hashes) else None


class HostilePeer:
    """Takes the place of a station that was stopped: its keys, its certificate, its port."""

    def __init__(self, station: Station, reader: str):
        self.station = station
        line = (station.directory / "keys" / "identity.key").read_text().strip()
        self.seed = base64.b64decode(line.split("+", 4)[4])[1:]
        self.records: dict[str, list[ForgedRecord]] = {}
        own = station.directory / "records" / "own" / "parley" / station.name / "to" / reader
        for scope in own.iterdir():
            self.records[scope.name] = [
                ForgedRecord(place, f"parley/{station.name}/to/{reader}/{scope.name}/{place.name}", self.seed)
                for place in sorted(scope.iterdir())
            ]
        # What the tail says instead of what it should; gets a function that writes bytes.
        self.tail = None
        self.changed = threading.Condition()
        self.generation = 0
        peer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: object) -> None:
                pass

            def do_GET(self) -> None:
                peer.answer(self)

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("content-length", 0)))
                self.respond(204, b"")

            def respond(self, status: int, body: bytes) -> None:
                self.send_response(status)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.load_cert_chain(station.directory / "keys" / "tls.pem", station.directory / "keys" / "tls.key")

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def get_request(self):
                client, address = super().get_request()
                client.settimeout(30)
                return context.wrap_socket(client, server_side=True, do_handshake_on_connect=False), address

            def handle_error(self, *_: object) -> None:
                pass

        self.server = Server(("127.0.0.1", station.peer_port), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def show(self) -> None:
        """Lets everybody who listens know that something is new, or asks them to come again."""
        with self.changed:
            self.generation += 1
            self.changed.notify_all()

    def record(self, scope: str) -> ForgedRecord:
        return self.records[scope][-1]

    def answer(self, request: http.server.BaseHTTPRequestHandler) -> None:
        url = urllib.parse.urlparse(request.path)
        query = urllib.parse.parse_qs(url.query)
        if url.path == "/records":
            offers = [{"origin": one.origin, "key": one.key} for one in self.records.get(query["scope"][0], [])]
            return request.respond(200, json.dumps(offers).encode())
        for records in self.records.values():
            for record in records:
                if url.path.startswith(f"/records/{record.origin}/"):
                    rest = url.path[len(f"/records/{record.origin}/"):]
                    if rest == "tail":
                        return self.stream(request, record, int(query["from"][0]))
                    body = record.resource(rest)
                    return request.respond(200 if body is not None else 404, body or b"")
        request.respond(404, b"")

    def stream(self, request: http.server.BaseHTTPRequestHandler, record: ForgedRecord, start: int) -> None:
        request.send_response(200)
        request.send_header("content-type", "text/event-stream")
        request.send_header("connection", "close")
        request.end_headers()
        request.close_connection = True
        generation = self.generation
        try:
            while True:
                if self.tail:
                    self.tail(record, start, request.wfile.write)
                    return
                if start < record.size:
                    request.wfile.write(events(record.entries[start:record.size], start))
                    start = record.size
                    request.wfile.write(event("checkpoint", record.checkpoint()))
                else:
                    request.wfile.write(b": heartbeat\n\n")
                with self.changed:
                    self.changed.wait_for(lambda: self.generation != generation, 0.9)
                    if self.generation != generation and record.size < start:
                        return
                    generation = self.generation
        except OSError:
            pass

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def event(name: str, data: bytes, identifier: int | None = None) -> bytes:
    place = b"" if identifier is None else b"id: %d\n" % identifier
    return b"event: %s\n%sdata: %s\n\n" % (name.encode(), place, base64.b64encode(data))


def events(some: list[bytes], start: int) -> bytes:
    return b"".join(event("entry", one, start + number) for number, one in enumerate(some))


