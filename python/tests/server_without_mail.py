"""A server without mail, which returns the link of an invitation to the inviting user."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

CODE = "0d6c2f7e4b1a"
LINK = f"https://infisical.example.test/signupinvite?token={CODE}&to=bob@example.test"


@contextmanager
def server_without_mail(behind: str) -> Iterator[str]:
    """Forwards requests to the server at ``behind``, and adds the link to invitations."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.forward()

        def do_POST(self) -> None:
            self.forward()

        def forward(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            headers = {
                name: value
                for name, value in self.headers.items()
                if name.lower() not in {"host", "connection", "content-length"}
            }
            request = urllib.request.Request(
                behind + self.path, body or None, headers, method=self.command
            )
            try:
                with urllib.request.urlopen(request) as answer:
                    self.answer(answer.status, answer.read())
            except urllib.error.HTTPError as error:
                with error:
                    self.answer(error.code, error.read())

        def answer(self, status: int, body: bytes) -> None:
            if self.path == "/api/v1/invite-org/signup":
                body = json.dumps({**json.loads(body), "completeInviteLink": LINK}).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
