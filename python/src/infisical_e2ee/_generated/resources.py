"""The resources of a client. Generated; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._audit_logs import AsyncAuditLogs, AuditLogs
from .account import Account, AsyncAccount
from .api_keys import ApiKeys, AsyncApiKeys
from .dynamic_secrets import AsyncDynamicSecrets, DynamicSecrets
from .environments import AsyncEnvironments, Environments
from .folders import AsyncFolders, Folders
from .groups import AsyncGroups, Groups
from .identities import AsyncIdentities, Identities
from .kms import AsyncKms, Kms
from .members import AsyncMembers, Members
from .organizations import AsyncOrganizations, Organizations
from .projects import AsyncProjects, Projects
from .roles import AsyncRoles, Roles
from .secret_imports import AsyncSecretImports, SecretImports
from .secrets import AsyncSecrets, Secrets
from .service_accounts import AsyncServiceAccounts, ServiceAccounts
from .service_tokens import AsyncServiceTokens, ServiceTokens
from .snapshots import AsyncSnapshots, Snapshots
from .tags import AsyncTags, Tags
from .trust import AsyncTrust, Trust

if TYPE_CHECKING:
    from .._native import Client as NativeClient

__all__ = [
    "Account",
    "ApiKeys",
    "AsyncAccount",
    "AsyncApiKeys",
    "AsyncAuditLogs",
    "AsyncDynamicSecrets",
    "AsyncEnvironments",
    "AsyncFolders",
    "AsyncGroups",
    "AsyncIdentities",
    "AsyncKms",
    "AsyncMembers",
    "AsyncOrganizations",
    "AsyncProjects",
    "AsyncRoles",
    "AsyncSecretImports",
    "AsyncSecrets",
    "AsyncServiceAccounts",
    "AsyncServiceTokens",
    "AsyncSnapshots",
    "AsyncTags",
    "AsyncTrust",
    "AuditLogs",
    "DynamicSecrets",
    "Environments",
    "Folders",
    "Groups",
    "Identities",
    "Kms",
    "Members",
    "Organizations",
    "Projects",
    "Roles",
    "SecretImports",
    "Secrets",
    "ServiceAccounts",
    "ServiceTokens",
    "Snapshots",
    "Tags",
    "Trust",
]


class Resources:
    """The resources of a client."""

    __slots__ = ()

    _native: NativeClient

    @property
    def audit_logs(self) -> AuditLogs:
        """The audit log of projects: who did what."""
        return AuditLogs(self._native)

    @property
    def account(self) -> Account:
        """Sign-up, and the account of the user behind the credential."""
        return Account(self._native)

    @property
    def api_keys(self) -> ApiKeys:
        """API keys of the user, with which a program acts as the user."""
        return ApiKeys(self._native)

    @property
    def dynamic_secrets(self) -> DynamicSecrets:
        """Dynamic secrets, on servers since June 2024."""
        return DynamicSecrets(self._native)

    @property
    def environments(self) -> Environments:
        """Environments of a project."""
        return Environments(self._native)

    @property
    def folders(self) -> Folders:
        """Folders of secrets, on servers since 2024."""
        return Folders(self._native)

    @property
    def groups(self) -> Groups:
        """Groups of users, on servers since autumn 2024."""
        return Groups(self._native)

    @property
    def identities(self) -> Identities:
        """Machine identities, on servers of 2024 and later."""
        return Identities(self._native)

    @property
    def kms(self) -> Kms:
        """Keys that the server holds, on servers since October 2024."""
        return Kms(self._native)

    @property
    def members(self) -> Members:
        """Members of projects."""
        return Members(self._native)

    @property
    def organizations(self) -> Organizations:
        """Organizations the user belongs to."""
        return Organizations(self._native)

    @property
    def projects(self) -> Projects:
        """Projects and their keys."""
        return Projects(self._native)

    @property
    def roles(self) -> Roles:
        """Roles that a project defines, on servers since autumn 2024."""
        return Roles(self._native)

    @property
    def secret_imports(self) -> SecretImports:
        """Imports of the secrets of one folder into another, on servers since 2024."""
        return SecretImports(self._native)

    @property
    def secrets(self) -> Secrets:
        """Secrets by name."""
        return Secrets(self._native)

    @property
    def service_accounts(self) -> ServiceAccounts:
        """Service accounts, on servers of May 2023."""
        return ServiceAccounts(self._native)

    @property
    def service_tokens(self) -> ServiceTokens:
        """Service tokens, which give a program access to one project."""
        return ServiceTokens(self._native)

    @property
    def snapshots(self) -> Snapshots:
        """Snapshots: what the secrets of a project or folder were at one time."""
        return Snapshots(self._native)

    @property
    def tags(self) -> Tags:
        """Tags of a project."""
        return Tags(self._native)

    @property
    def trust(self) -> Trust:
        """The client's trust store."""
        return Trust(self._native)


class AsyncResources:
    """The resources of an asynchronous client."""

    __slots__ = ()

    _native: NativeClient

    @property
    def audit_logs(self) -> AsyncAuditLogs:
        """The audit log of projects: who did what."""
        return AsyncAuditLogs(self._native)

    @property
    def account(self) -> AsyncAccount:
        """Sign-up, and the account of the user behind the credential."""
        return AsyncAccount(self._native)

    @property
    def api_keys(self) -> AsyncApiKeys:
        """API keys of the user, with which a program acts as the user."""
        return AsyncApiKeys(self._native)

    @property
    def dynamic_secrets(self) -> AsyncDynamicSecrets:
        """Dynamic secrets, on servers since June 2024."""
        return AsyncDynamicSecrets(self._native)

    @property
    def environments(self) -> AsyncEnvironments:
        """Environments of a project."""
        return AsyncEnvironments(self._native)

    @property
    def folders(self) -> AsyncFolders:
        """Folders of secrets, on servers since 2024."""
        return AsyncFolders(self._native)

    @property
    def groups(self) -> AsyncGroups:
        """Groups of users, on servers since autumn 2024."""
        return AsyncGroups(self._native)

    @property
    def identities(self) -> AsyncIdentities:
        """Machine identities, on servers of 2024 and later."""
        return AsyncIdentities(self._native)

    @property
    def kms(self) -> AsyncKms:
        """Keys that the server holds, on servers since October 2024."""
        return AsyncKms(self._native)

    @property
    def members(self) -> AsyncMembers:
        """Members of projects."""
        return AsyncMembers(self._native)

    @property
    def organizations(self) -> AsyncOrganizations:
        """Organizations the user belongs to."""
        return AsyncOrganizations(self._native)

    @property
    def projects(self) -> AsyncProjects:
        """Projects and their keys."""
        return AsyncProjects(self._native)

    @property
    def roles(self) -> AsyncRoles:
        """Roles that a project defines, on servers since autumn 2024."""
        return AsyncRoles(self._native)

    @property
    def secret_imports(self) -> AsyncSecretImports:
        """Imports of the secrets of one folder into another, on servers since 2024."""
        return AsyncSecretImports(self._native)

    @property
    def secrets(self) -> AsyncSecrets:
        """Secrets by name."""
        return AsyncSecrets(self._native)

    @property
    def service_accounts(self) -> AsyncServiceAccounts:
        """Service accounts, on servers of May 2023."""
        return AsyncServiceAccounts(self._native)

    @property
    def service_tokens(self) -> AsyncServiceTokens:
        """Service tokens, which give a program access to one project."""
        return AsyncServiceTokens(self._native)

    @property
    def snapshots(self) -> AsyncSnapshots:
        """Snapshots: what the secrets of a project or folder were at one time."""
        return AsyncSnapshots(self._native)

    @property
    def tags(self) -> AsyncTags:
        """Tags of a project."""
        return AsyncTags(self._native)

    @property
    def trust(self) -> AsyncTrust:
        """The client's trust store."""
        return AsyncTrust(self._native)
