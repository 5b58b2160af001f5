"""A time-stamping authority (RFC 3161) for tests: its own certificate authority, made on the spot, and openssl behind HTTP."""

import http.server
import subprocess
import threading
import time
from pathlib import Path

SETTINGS = """\
[tsa]
default_tsa = it
[it]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
certs = {folder}/ca.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
"""


def openssl(*arguments: object, given: bytes | None = None) -> bytes:
    return subprocess.run(
        ["openssl", *map(str, arguments)], input=given, check=True, capture_output=True, timeout=60).stdout


class Authority:
    """Answers as `mode` says: stamp, garbage, refuse, other (a stamp over something else), error, slow, endless."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.mode = "stamp"
        new = ["req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        openssl(*new, "-x509", "-days", 2, "-subj", "/CN=Test CA", "-keyout", folder / "ca.key", "-out", folder / "ca.pem")
        openssl(*new, "-subj", "/CN=Test TSA", "-keyout", folder / "tsa.key", "-out", folder / "tsa.csr")
        (folder / "ext").write_text("extendedKeyUsage=critical,timeStamping\n")
        openssl("x509", "-req", "-in", folder / "tsa.csr", "-CA", folder / "ca.pem", "-CAkey", folder / "ca.key",
                "-CAcreateserial", "-days", 2, "-extfile", folder / "ext", "-out", folder / "tsa.pem")
        (folder / "serial").write_text("01\n")
        (folder / "tsa.cnf").write_text(SETTINGS.format(folder=folder))
        authority = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *arguments: object) -> None:
                pass

            def do_POST(self) -> None:
                query = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                authority.asked = self.headers.get("Content-Type")
                try:
                    authority.answer(self, query)
                except (BrokenPipeError, ConnectionResetError):
                    pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/tsa"

    def reply(self, query: bytes) -> bytes:
        file = self.folder / "query.tsq"
        file.write_bytes(query)
        out = self.folder / "reply.tsr"
        openssl("ts", "-reply", "-config", self.folder / "tsa.cnf", "-queryfile", file, "-out", out)
        return out.read_bytes()

    def answer(self, handler: http.server.BaseHTTPRequestHandler, query: bytes) -> None:
        body = b"no time stamp at all"
        status = 500 if self.mode == "error" else 200
        if self.mode == "stamp":
            body = self.reply(query)
        elif self.mode == "refuse":
            # What is no query is refused in the words of the standard.
            body = self.reply(b"\x30\x03\x02\x01\x01")
        elif self.mode == "other":
            body = self.reply(openssl("ts", "-query", "-data", self.folder / "tsa.pem", "-sha256", "-cert"))
        if self.mode in ("slow", "endless"):
            handler.send_response(200)
            handler.end_headers()
            for _ in range(600):
                handler.wfile.write(b"." * (100_000 if self.mode == "endless" else 1))
                handler.wfile.flush()
                time.sleep(0.1)
            return
        handler.send_response(status)
        handler.send_header("Content-Type", "application/timestamp-reply")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    def close(self) -> None:
        self.server.shutdown()
