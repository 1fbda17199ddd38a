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

    Threads may share it. Calls block, let other threads run meanwhile, and end early on Ctrl-C. It
    may be used after a fork.

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
        """What the server can do, and how this client's secrets pass. Needs no credential.

        Raises:
            InvalidResponseError: There is no Infisical server at the address.
        """
        return self._native.capabilities(timeout)

    def close(self) -> None:
        """Forgets the credential, the log-in and every opened key.

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

    The network and the cryptography work on other threads; the event loop is never held up.
    Cancelling a task cancels its request; a write that was sent may have been applied.

    A function given as ``on_progress`` is called by the event loop, as by ``call_soon``: what it
    raises goes to the loop's exception handler and does not stop the call, and progress that was on
    its way when a task was cancelled is still told afterwards.

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
        """Forgets the credential, the log-in and every opened key.

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
