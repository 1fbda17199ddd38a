"""The client, blocking and for asyncio."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ._calls import awaiting, blocking
from ._generated.resources import AsyncResources, Resources
from ._options import BaseClient, named_init

if TYPE_CHECKING:
    from types import TracebackType

    from ._native import Call
    from ._types import Capabilities

_Client = TypeVar("_Client", bound="Client")
_AsyncClient = TypeVar("_AsyncClient", bound="AsyncClient")


@named_init
class Client(Resources, BaseClient):
    """A connection to one Infisical server with one credential.

    Threads may share it. Calls block their thread only, and end early on Ctrl-C. A client can be
    used in a forked child.

    :meth:`from_env` reads the server and the credential from environment variables.

    Example:
        >>> with Client(base_url=url, token=token) as client:
        ...     secret = client.secrets.get("DB_URL")
        >>> secret.value
        'postgres://user:pass@db/app'
    """

    __slots__ = ()

    @blocking
    def capabilities(self, *, timeout: float | None = None) -> Call[Capabilities]:
        """Returns what the server supports, and whether secrets are end-to-end encrypted.

        No credential is required.

        Raises:
            InvalidResponseError: There is no Infisical server at the URL.
        """
        return self._native.capabilities(timeout)

    def close(self) -> None:
        """Erases the credential, the log-in and every opened key from the library's memory.

        Running calls, in any thread or task, and later ones raise ``ClientClosedError``. A write
        that was already sent may have been applied.
        """
        self._native.close()

    def __enter__(self: _Client) -> _Client:
        """The client itself; the end of the block closes it."""
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Closes the client."""
        self.close()


@named_init
class AsyncClient(AsyncResources, BaseClient):
    """A :class:`Client` whose calls are coroutines on the running asyncio event loop.

    Network and cryptography run on other threads and never block the event loop. Cancelling a task
    cancels its request; a write that was already sent may have been applied.

    The event loop calls the function ``on_progress``, as with ``call_soon``: its exceptions go to
    the loop's exception handler and do not stop the call. Progress that was reported before a
    task was cancelled may still arrive afterwards.

    Example:
        >>> async def main():
        ...     async with AsyncClient(base_url=url, token=token) as client:
        ...         return await client.secrets.get("DB_URL")
        >>> asyncio.run(main()).value
        'postgres://user:pass@db/app'
    """

    __slots__ = ()

    capabilities = awaiting(Client.capabilities)

    async def close(self) -> None:
        """Erases the credential, the log-in and every opened key from the library's memory.

        Running calls, in any thread or task, and later ones raise ``ClientClosedError``. A write
        that was already sent may have been applied.
        """
        self._native.close()

    async def __aenter__(self: _AsyncClient) -> _AsyncClient:
        """The client itself; the end of the block closes it."""
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Closes the client."""
        await self.close()
