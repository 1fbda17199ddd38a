"""What stands for the native client where its answers must be arranged, or its arguments seen."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any


class FakeCall:
    """A call that gives its result at once, or is under way for ever."""

    def __init__(self, result: object = None, *, ends: bool = True) -> None:
        self._result = result
        self._ends = ends
        self.started = False
        self.cancelled = False

    def wait(self) -> object:
        assert self._ends, "nobody waits for ever"
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
    """Remembers what is called, and gives the calls it was made with, in order."""

    def __init__(self, *calls: FakeCall) -> None:
        self._calls = list(calls)
        self.asked: list[tuple[Any, ...]] = []
        """The name of each method called, with its arguments."""

    def __getattr__(self, name: str) -> Callable[..., FakeCall]:
        def method(*arguments: Any) -> FakeCall:
            self.asked.append((name, *arguments))
            return self._calls.pop(0)

        return method
