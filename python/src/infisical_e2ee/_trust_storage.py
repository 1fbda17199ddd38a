"""Where a client keeps its trust store, if not in a file."""

from __future__ import annotations

import threading
import traceback
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from typing import Callable, Optional

    Answer = Callable[[Optional[bytes], Optional[str]], object]


class TrustStorage(Protocol):
    """Keeps the contents of a trust store, for the option ``trust_store`` of a client.

    The contents are encrypted and authenticated, so any place that keeps them will do. One client
    at a time may use a storage. Both methods are called on a thread of their own, also for
    :class:`AsyncClient`, and may block. What they raise becomes the text of the
    :class:`InvalidInputError` that the call of the client raises.
    """

    def load(self) -> bytes | None:
        """Returns the contents that were saved last; ``None`` if nothing was ever saved."""

    def save(self, contents: bytes) -> None:
        """Replaces the contents, all or nothing."""


def ask(storage: TrustStorage, contents: bytes | None, answer: Answer) -> None:
    """Loads, or saves contents, on another thread. The native module calls this function."""
    # A daemon: a storage that hangs does not hold up the exit of the process.
    thread = threading.Thread(
        target=_answer, args=(storage, contents, answer), name="trust-storage", daemon=True
    )
    thread.start()


def _answer(storage: TrustStorage, contents: bytes | None, answer: Answer) -> None:
    try:
        loaded = _done(storage, contents)
    except BaseException as error:
        reason = "".join(traceback.format_exception_only(type(error), error)).strip()
        # A lone surrogate, as in the name of a file, cannot be passed on.
        answer(None, reason.encode(errors="replace").decode())
    else:
        answer(loaded, None)


def _done(storage: TrustStorage, contents: bytes | None) -> bytes | None:
    if contents is not None:
        storage.save(contents)
        return None
    loaded = storage.load()
    if loaded is not None and not isinstance(loaded, bytes):
        raise TypeError(f"load() returned {type(loaded).__name__}, not bytes or None")
    return loaded
