"""A fake native client, with prepared results, that records the arguments of calls."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any


class FakeCall:
    """A call that returns its result at once, or never ends."""

    def __init__(self, result: object = None, *, ends: bool = True) -> None:
        self._result = result
        self._ends = ends
        self.started = False
        self.cancelled = False

    def wait(self) -> object:
        assert self._ends, "this call never ends"
        return self._result

    def start(self, wake: Callable[[], object]) -> None:
        self.started = True
        if self._ends:
            thread = threading.Thread(target=wake)
            thread.start()
            thread.join()

    def result(self) -> object:
        return self._result

    def cancel(self) -> None:
        self.cancelled = True


class FakeNative:
    """Records method calls, and returns the prepared calls in order."""

    def __init__(self, *calls: FakeCall) -> None:
        self._calls = list(calls)
        self.asked: list[tuple[Any, ...]] = []
        """The name of each method called, with its arguments."""

    def __getattr__(self, name: str) -> Callable[..., FakeCall]:
        def method(*arguments: Any) -> FakeCall:
            self.asked.append((name, *arguments))
            return self._calls.pop(0)

        return method
