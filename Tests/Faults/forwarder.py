"""A poor line between two stations: TCP connections whose bytes come late, in fits and starts, or not at all.

It does what a network does to TCP that loses packets: a lost piece, and all behind it, comes after the sender has waited for its
retransmission, and longer each time it is lost again (RFC 6298: doubling from about a second).
"""

import random
import selectors
import socket
import threading
import time

PIECE_BYTES = 16 << 10
RETRANSMISSION_SECONDS = 1.0
MOST_WAITING_BYTES = 1 << 20


class Forwarder:
    """Listens on an address and passes everything on to another."""

    def __init__(self, listen: tuple[str, int], target: tuple[str, int], seed: int = 1):
        self.target = target
        self.latency_seconds, self.loss, self.is_cut = 0.0, 0.0, False
        self.choice = random.Random(seed)
        self.connections = 0
        self.resets = threading.Event()
        self.server = socket.create_server(listen)
        self.port = self.server.getsockname()[1]
        self.sockets: set[socket.socket] = set()
        threading.Thread(target=self.accept, daemon=True).start()

    def spoil(self, latency_seconds: float = 0.0, loss: float = 0.0, is_cut: bool = False) -> None:
        self.latency_seconds, self.loss, self.is_cut = latency_seconds, loss, is_cut

    def reset(self) -> None:
        """Breaks all connections off, as a router does that has forgotten them."""
        for one in list(self.sockets):
            try:
                one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def close(self) -> None:
        self.server.close()
        self.reset()

    def accept(self) -> None:
        while True:
            try:
                client, _ = self.server.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    def serve(self, client: socket.socket) -> None:
        self.connections += 1
        try:
            server = socket.create_connection(self.target, 10)
        except OSError:
            client.close()
            return
        self.sockets |= {client, server}
        ends = [threading.Thread(target=self.pipe, args=pair, daemon=True) for pair in ((client, server), (server, client))]
        for end in ends:
            end.start()
        for end in ends:
            end.join()
        self.sockets -= {client, server}
        client.close()
        server.close()

    def delay(self) -> float:
        """How late a piece comes."""
        late, wait = self.latency_seconds, RETRANSMISSION_SECONDS
        while self.loss and self.choice.random() < self.loss:
            late, wait = late + wait, wait * 2
        return late

    def pipe(self, source: socket.socket, sink: socket.socket) -> None:
        waiting: list[tuple[float, bytes]] = []
        last = 0.0
        open_ = True
        look = selectors.DefaultSelector()
        look.register(source, selectors.EVENT_READ)
        try:
            while open_ or waiting:
                room = sum(len(piece) for _, piece in waiting) < MOST_WAITING_BYTES
                if open_ and room and look.select(0.02):
                    piece = source.recv(PIECE_BYTES)
                    open_ = bool(piece)
                    # TCP keeps the order: what is behind a lost piece waits for it.
                    last = max(last, time.monotonic() + self.delay())
                    if piece:
                        waiting.append((last, piece))
                elif not room or not open_:
                    time.sleep(0.02)
                while waiting and waiting[0][0] <= time.monotonic() and not self.is_cut:
                    sink.sendall(waiting.pop(0)[1])
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            for end in (source, sink):
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass
