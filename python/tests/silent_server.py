"""A server that accepts requests and never responds."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class SilentServer:
    url: str
    asked: threading.Event = field(default_factory=threading.Event)
    """Set after a request has arrived."""

    hung_up: threading.Event = field(default_factory=threading.Event)
    """Set after a client has closed its connection."""


@contextmanager
def silent_server() -> Iterator[SilentServer]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = SilentServer(f"http://127.0.0.1:{listener.getsockname()[1]}")
        threading.Thread(target=_serve, args=(listener, server), daemon=True).start()
        yield server


def _serve(listener: socket.socket, server: SilentServer) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=_receive, args=(connection, server), daemon=True).start()


def _receive(connection: socket.socket, server: SilentServer) -> None:
    with connection:
        try:
            while connection.recv(65536):
                server.asked.set()
        except OSError:
            pass  # A reset also closes the connection.
        server.hung_up.set()
