"""The client, blocking and for asyncio."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ._account import Account, AsyncAccount
from ._api_keys import ApiKeys, AsyncApiKeys
from ._audit_logs import AsyncAuditLogs, AuditLogs
from ._calls import awaiting, blocking
from ._environments import AsyncEnvironments, Environments
from ._folders import AsyncFolders, Folders
from ._groups import AsyncGroups, Groups
from ._identities import AsyncIdentities, Identities
from ._members import AsyncMembers, Members
from ._options import BaseClient, named_init
from ._organizations import AsyncOrganizations, Organizations
from ._projects import AsyncProjects, Projects
from ._roles import AsyncRoles, Roles
from ._secret_imports import AsyncSecretImports, SecretImports
from ._secrets import AsyncSecrets, Secrets
from ._service_accounts import AsyncServiceAccounts, ServiceAccounts
from ._service_tokens import AsyncServiceTokens, ServiceTokens
from ._snapshots import AsyncSnapshots, Snapshots
from ._tags import AsyncTags, Tags

if TYPE_CHECKING:
    from types import TracebackType

    from ._native import Call
    from ._types import Capabilities

_Client = TypeVar("_Client", bound="Client")
_AsyncClient = TypeVar("_AsyncClient", bound="AsyncClient")


@named_init
class Client(BaseClient):
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

    @property
    def account(self) -> Account:
        """Signing up, and the user behind the credential."""
        return Account(self._native)

    @property
    def organizations(self) -> Organizations:
        """Organizations the user belongs to."""
        return Organizations(self._native)

    @property
    def projects(self) -> Projects:
        """Projects and their keys."""
        return Projects(self._native)

    @property
    def secrets(self) -> Secrets:
        """Secrets by name."""
        return Secrets(self._native)

    @property
    def members(self) -> Members:
        """Members of a project."""
        return Members(self._native)

    @property
    def roles(self) -> Roles:
        """Roles that a project defines, on servers since autumn 2024."""
        return Roles(self._native)

    @property
    def groups(self) -> Groups:
        """Groups of users, on servers since autumn 2024."""
        return Groups(self._native)

    @property
    def identities(self) -> Identities:
        """Machine identities."""
        return Identities(self._native)

    @property
    def environments(self) -> Environments:
        """Environments of a project."""
        return Environments(self._native)

    @property
    def folders(self) -> Folders:
        """Folders, which secrets lie in since 2024."""
        return Folders(self._native)

    @property
    def tags(self) -> Tags:
        """Tags of a project."""
        return Tags(self._native)

    @property
    def secret_imports(self) -> SecretImports:
        """Imports of one folder's secrets into another."""
        return SecretImports(self._native)

    @property
    def api_keys(self) -> ApiKeys:
        """API keys of the user."""
        return ApiKeys(self._native)

    @property
    def audit_logs(self) -> AuditLogs:
        """The audit log of projects."""
        return AuditLogs(self._native)

    @property
    def service_accounts(self) -> ServiceAccounts:
        """Service accounts, on May 2023 servers."""
        return ServiceAccounts(self._native)

    @property
    def snapshots(self) -> Snapshots:
        """Snapshots of secrets, and rolling back to them."""
        return Snapshots(self._native)

    @property
    def service_tokens(self) -> ServiceTokens:
        """Service tokens, which open one project to a program."""
        return ServiceTokens(self._native)

    @blocking
    def capabilities(self, *, timeout: float | None = None) -> Call[Capabilities]:
        """What the server can do, and how this client's secrets pass. Needs no credential.

        Raises:
            InvalidResponseError: There is no Infisical server at the address.
        """
        return self._native.capabilities(timeout)

    def close(self) -> None:
        """Forgets the log-in and every opened key.

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
class AsyncClient(BaseClient):
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

    @property
    def account(self) -> AsyncAccount:
        """Signing up, and the user behind the credential."""
        return AsyncAccount(self._native)

    @property
    def organizations(self) -> AsyncOrganizations:
        """Organizations the user belongs to."""
        return AsyncOrganizations(self._native)

    @property
    def projects(self) -> AsyncProjects:
        """Projects and their keys."""
        return AsyncProjects(self._native)

    @property
    def secrets(self) -> AsyncSecrets:
        """Secrets by name."""
        return AsyncSecrets(self._native)

    @property
    def members(self) -> AsyncMembers:
        """Members of a project."""
        return AsyncMembers(self._native)

    @property
    def roles(self) -> AsyncRoles:
        """Roles that a project defines, on servers since autumn 2024."""
        return AsyncRoles(self._native)

    @property
    def groups(self) -> AsyncGroups:
        """Groups of users, on servers since autumn 2024."""
        return AsyncGroups(self._native)

    @property
    def identities(self) -> AsyncIdentities:
        """Machine identities."""
        return AsyncIdentities(self._native)

    @property
    def environments(self) -> AsyncEnvironments:
        """Environments of a project."""
        return AsyncEnvironments(self._native)

    @property
    def folders(self) -> AsyncFolders:
        """Folders, which secrets lie in since 2024."""
        return AsyncFolders(self._native)

    @property
    def tags(self) -> AsyncTags:
        """Tags of a project."""
        return AsyncTags(self._native)

    @property
    def secret_imports(self) -> AsyncSecretImports:
        """Imports of one folder's secrets into another."""
        return AsyncSecretImports(self._native)

    @property
    def api_keys(self) -> AsyncApiKeys:
        """API keys of the user."""
        return AsyncApiKeys(self._native)

    @property
    def audit_logs(self) -> AsyncAuditLogs:
        """The audit log of projects."""
        return AsyncAuditLogs(self._native)

    @property
    def service_accounts(self) -> AsyncServiceAccounts:
        """Service accounts, on May 2023 servers."""
        return AsyncServiceAccounts(self._native)

    @property
    def snapshots(self) -> AsyncSnapshots:
        """Snapshots of secrets, and rolling back to them."""
        return AsyncSnapshots(self._native)

    @property
    def service_tokens(self) -> AsyncServiceTokens:
        """Service tokens, which open one project to a program."""
        return AsyncServiceTokens(self._native)

    capabilities = awaiting(Client.capabilities)

    async def close(self) -> None:
        """Forgets the log-in and every opened key.

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
