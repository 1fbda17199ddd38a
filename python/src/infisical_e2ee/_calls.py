"""Converts a method to a call: blocking for ``Client``, a coroutine for ``AsyncClient``.

A method is written once, as a function that prepares a :class:`Call`. Nothing is sent before the
call is awaited.
"""

from __future__ import annotations

import asyncio
import functools
import inspect
from typing import TYPE_CHECKING, Any, Callable, TypeVar

from ._arguments import WRONG_TYPE, refused

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Concatenate, ParamSpec

    from ._native import Call
    from ._native import Client as NativeClient

    Arguments = ParamSpec("Arguments")

Result = TypeVar("Result")


class Resource:
    """One group of a client's methods."""

    __slots__ = ("_native",)

    def __init__(self, native: NativeClient) -> None:
        """Called by a client only."""
        self._native = native


def blocking(
    prepare: Callable[Concatenate[Any, Arguments], Call[Result]],
) -> Callable[Concatenate[Any, Arguments], Result]:
    """The blocking method. Other threads continue to run, and Ctrl-C interrupts it."""

    def call(resource: Resource, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        return _prepared(prepare, resource, *args, **kwargs).wait()

    return _described(call, prepare)


def _prepared(prepare: Callable[..., Result], *args: object, **kwargs: object) -> Result:
    """Raises the package's error for an argument of the wrong type.

    A missing or unknown argument stays a ``TypeError``: its traceback ends in this frame.
    """
    try:
        return prepare(*args, **kwargs)
    except WRONG_TYPE as error:
        if error.__traceback__ is None or error.__traceback__.tb_next is None:
            raise
        refusal = refused(prepare.__qualname__, error)
    # Outside the handler, so that the original error is not chained: it may contain the argument.
    raise refusal


def awaiting(
    method: Callable[Concatenate[Any, Arguments], Result],
) -> Callable[Concatenate[Any, Arguments], Coroutine[Any, Any, Result]]:
    """The coroutine twin of a blocking method. Cancelling its task cancels the request."""
    prepare: Callable[..., Call[Result]] = inspect.unwrap(method)

    async def call(
        resource: Resource, /, *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> Result:
        wake = asyncio.get_running_loop().call_soon_threadsafe
        on_progress: Any = kwargs.get("on_progress")
        if on_progress is not None:
            kwargs["on_progress"] = functools.partial(wake, on_progress)
        running: Call[Result] = _prepared(prepare, resource, *args, **kwargs)
        ended = asyncio.Event()
        running.start(functools.partial(wake, ended.set))
        try:
            await ended.wait()
            return running.result()
        finally:
            running.cancel()

    return _described(call, prepare)


_Method = TypeVar("_Method", bound=Callable[..., object])


def _described(call: _Method, prepare: Callable[..., object]) -> _Method:
    """Documents the result of a method: ``Secret`` instead of ``Call[Secret]``."""
    functools.update_wrapper(call, prepare)
    signature = inspect.signature(prepare)
    result = str(signature.return_annotation)[len("Call[") : -len("]")]
    call.__signature__ = signature.replace(return_annotation=result)  # type: ignore[attr-defined]
    return call
