# Generated; do not edit.
from collections.abc import Callable
from datetime import datetime
from types import GenericAlias
from typing import Any, Generic, NoReturn, TypeVar, final

from ._generated.inputs import (
    AuditLogFilter,
    ClientOptions,
    Destination,
    FirstAccount,
    GetOptions,
    ListOptions,
    Location,
    NewNamedSecret,
    NewRole,
    NewServiceToken,
    Place,
    Recovery,
    RoleChange,
    SecretExtras,
    SecretImportChange,
    ServiceAccountGrant,
    SignUp,
    TokenAuthSettings,
    UniversalAuthSettings,
)
from ._trust_storage import TrustStorage
from ._types import (
    AccessTokenInfo,
    ApiKeyInfo,
    Approval,
    AuditActor,
    AuditChange,
    AuditLogPage,
    BlindIndexReport,
    BulkResult,
    Capabilities,
    ClientSecretInfo,
    CreatedLease,
    DeniedPermission,
    DuplicateResult,
    DynamicSecret,
    Environment,
    Fingerprint,
    Folder,
    Group,
    GroupMember,
    Identity,
    IdentityProject,
    IncidentContact,
    KeyRotation,
    KmsKey,
    Lease,
    Member,
    MoveResult,
    NewAccount,
    NewValue,
    OpenedKey,
    Organization,
    OrganizationMember,
    Project,
    ProjectGroup,
    ProjectIdentity,
    RemovedMember,
    Role,
    SecretChange,
    SecretHistory,
    SecretImport,
    SecretList,
    SecretType,
    ServiceAccount,
    ServiceAccountKey,
    ServiceAccountPermission,
    ServiceTokenInfo,
    Session,
    Snapshot,
    SnapshotContents,
    Tag,
    TokenAuth,
    UniversalAuth,
    User,
)

__all__ = [
    "AuditedSecret",
    "Call",
    "Client",
    "CreatedAccessToken",
    "CreatedApiKey",
    "CreatedClientSecret",
    "CreatedServiceAccount",
    "CreatedServiceToken",
    "EmergencyKit",
    "Invitation",
    "LeaseCredential",
    "NamedSecret",
    "Secret",
    "SecretMetadata",
    "SecretVersion",
    "error_codes",
    "format_secrets",
    "parse_secrets",
    "verify_webhook",
]

_T = TypeVar("_T", covariant=True)

def error_codes() -> list[str]: ...
def format_secrets(secrets: list[NewNamedSecret], format: str) -> str: ...
def parse_secrets(text: str, format: str) -> list[NamedSecret]: ...
def verify_webhook(
    payload: bytes, signature: str, secret: str, tolerance: float | None, now: int | None
) -> None: ...

@final
class Call(Generic[_T]):
    def wait(self) -> _T: ...
    def start(self, wake: Callable[[], object]) -> None: ...
    def result(self) -> _T: ...
    def cancel(self) -> None: ...
    def __class_getitem__(cls, key: Any) -> GenericAlias: ...

@final
class CreatedApiKey:
    """A new API key.

    Its text is shown here once and kept nowhere.
    """
    @property
    def key(self) -> str:
        """The key, ``ak.<id>.<secret>``."""
    @property
    def info(self) -> ApiKeyInfo:
        """The API key's id, name and times."""
    def __copy__(self) -> CreatedApiKey: ...
    def __deepcopy__(self, _memo: Any) -> CreatedApiKey: ...
    def __reduce__(self) -> NoReturn: ...

@final
class CreatedAccessToken:
    """A new access token of a machine identity.

    Its text is shown here once and kept nowhere.
    """
    @property
    def access_token(self) -> str:
        """The token, for the credential ``identity_token``."""
    @property
    def expires_in(self) -> float:
        """Seconds the token lasts; 0 if it does not expire."""
    def __copy__(self) -> CreatedAccessToken: ...
    def __deepcopy__(self, _memo: Any) -> CreatedAccessToken: ...
    def __reduce__(self) -> NoReturn: ...

@final
class CreatedClientSecret:
    """A new client secret.

    Its text is shown here once and kept nowhere.
    """
    @property
    def client_secret(self) -> str:
        """The client secret, with which a program logs in together with the client id."""
    @property
    def info(self) -> ClientSecretInfo:
        """The client secret's id, description and limits."""
    def __copy__(self) -> CreatedClientSecret: ...
    def __deepcopy__(self, _memo: Any) -> CreatedClientSecret: ...
    def __reduce__(self) -> NoReturn: ...

@final
class EmergencyKit:
    """The emergency kit: what a person keeps, for example on paper, in case the password is
    lost."""
    @property
    def name(self) -> str:
        """Name of the person."""
    @property
    def email(self) -> str:
        """The e-mail address that the recovery code will be mailed to."""
    @property
    def backup_key(self) -> str:
        """The backup key, 32 hexadecimal characters.

        Together with a mailed code it replaces a lost password.
        """
    def __copy__(self) -> EmergencyKit: ...
    def __deepcopy__(self, _memo: Any) -> EmergencyKit: ...
    def __reduce__(self) -> NoReturn: ...

@final
class Invitation:
    """An invitation to an organization."""
    @property
    def email(self) -> str:
        """The invited e-mail address."""
    @property
    def organization_id(self) -> str:
        """Id of the organization."""
    @property
    def link(self) -> str | None:
        """The link to send to the invited person; ``None`` if the server mails it.

        Its holder can join.
        """
    @property
    def code(self) -> str | None:
        """The code in that link, for :meth:`Account.accept_invitation`."""
    def __copy__(self) -> Invitation: ...
    def __deepcopy__(self, _memo: Any) -> Invitation: ...
    def __reduce__(self) -> NoReturn: ...

@final
class AuditedSecret:
    """A version of a secret that an audit event refers to."""
    @property
    def version(self) -> int:
        """Number of the version, from 1."""
    @property
    def name(self) -> str:
        """The secret's name in this version."""
    @property
    def value(self) -> str:
        """The secret's value in this version."""
    def __copy__(self) -> AuditedSecret: ...
    def __deepcopy__(self, _memo: Any) -> AuditedSecret: ...
    def __reduce__(self) -> NoReturn: ...

@final
class CreatedServiceAccount:
    """A new service account with its keys, which are shown here once and kept nowhere."""
    @property
    def info(self) -> ServiceAccount:
        """The service account."""
    @property
    def access_key(self) -> str:
        """The access key, ``sa.<id>.<secret>``."""
    @property
    def public_key(self) -> str:
        """The public key of the account, as base64."""
    @property
    def private_key(self) -> str:
        """The private key of the account, as base64."""
    @property
    def granted_by(self) -> str:
        """The public key of the user who created the account, as base64.

        Only this user can give it access to projects. The account needs the key to open project
        keys, and servers do not send it.
        """
    def __copy__(self) -> CreatedServiceAccount: ...
    def __deepcopy__(self, _memo: Any) -> CreatedServiceAccount: ...
    def __reduce__(self) -> NoReturn: ...

@final
class CreatedServiceToken:
    """A new service token.

    Its text is shown here once and kept nowhere.
    """
    @property
    def token(self) -> str:
        """The token, ``st.<id>.<secret>.<key>``."""
    @property
    def info(self) -> ServiceTokenInfo:
        """The token's id, name, project and limits."""
    def __copy__(self) -> CreatedServiceToken: ...
    def __deepcopy__(self, _memo: Any) -> CreatedServiceToken: ...
    def __reduce__(self) -> NoReturn: ...

@final
class LeaseCredential:
    """A part of a credential that the server made."""
    @property
    def name(self) -> str:
        """Its name, which depends on the service: such as ``DB_PASSWORD``."""
    @property
    def value(self) -> str:
        """Its value."""
    def __copy__(self) -> LeaseCredential: ...
    def __deepcopy__(self, _memo: Any) -> LeaseCredential: ...
    def __reduce__(self) -> NoReturn: ...

@final
class SecretMetadata:
    """An entry of the metadata of a secret.

    Printing it does not show the value.
    """
    @property
    def key(self) -> str:
        """The key."""
    @property
    def value(self) -> str:
        """The value; it may be empty."""
    @property
    def encrypted(self) -> bool:
        """Whether the server stores the value encrypted, with a key that it has."""
    def __copy__(self) -> SecretMetadata: ...
    def __deepcopy__(self, _memo: Any) -> SecretMetadata: ...
    def __reduce__(self) -> NoReturn: ...

@final
class NamedSecret:
    """A name with its value."""
    @property
    def name(self) -> str:
        """The name."""
    @property
    def value(self) -> str:
        """The value."""
    def __copy__(self) -> NamedSecret: ...
    def __deepcopy__(self, _memo: Any) -> NamedSecret: ...
    def __reduce__(self) -> NoReturn: ...

@final
class Secret:
    """A decrypted secret.

    Printing it shows neither value nor comment.
    """
    @property
    def id(self) -> str:
        """The secret's id."""
    @property
    def name(self) -> str:
        """The secret's name, as decrypted."""
    @property
    def value(self) -> str:
        """The secret's value; empty if it was not read."""
    @property
    def value_read(self) -> bool:
        """Whether the value was read: ``False`` if the call had ``view_value`` = ``False``."""
    @property
    def comment(self) -> str:
        """The secret's comment; empty if it has none."""
    @property
    def type(self) -> SecretType:
        """Whether the secret is shared or personal."""
    @property
    def version(self) -> int:
        """Number of the version, from 1; from 0 if the secret was created together with others
        on a 2024 server."""
    @property
    def project_id(self) -> str:
        """Id of the secret's project."""
    @property
    def environment(self) -> str:
        """Slug of the secret's environment."""
    @property
    def path(self) -> str:
        """The secret's folder; ``/`` on servers without folders."""
    @property
    def tags(self) -> tuple[str, ...] | None:
        """Slugs of the secret's tags; ``None`` if the server does not send them.

        2024 servers send them only in lists, May 2023 servers not to service tokens and API keys.
        """
    @property
    def metadata(self) -> tuple[SecretMetadata, ...] | None:
        """The secret's metadata; ``None`` if the server does not send any.

        Today's servers do, for secrets that they decrypt.
        """
    @property
    def reminder_days(self) -> int | None:
        """After how many days the server reminds the members of the project to change the
        secret.

        ``None`` if it does not, or does not say so: today's servers tell reminders only in lists.
        """
    @property
    def reminder_note(self) -> str | None:
        """The note for the reminder."""
    @property
    def skip_multiline_encoding(self) -> bool | None:
        """Whether the server's own tools write a value of several lines as it is, if the server
        says so."""
    @property
    def created_at(self) -> datetime | None:
        """When the secret was created, if the server sends it."""
    @property
    def updated_at(self) -> datetime | None:
        """When the secret was last changed, if the server sends it."""
    @property
    def end_to_end_encrypted(self) -> bool:
        """Whether the client decrypted the secret, and the server is not known to have the
        project key.

        ``False`` if the server decrypted it; the server then knows its name, value and comment.
        Clients of users ask whether the server has a copy of the key. Service tokens and API keys
        cannot ask: ask for them with :meth:`Projects.is_key_shared_with_server` and a user's
        log-in.
        """
    def __copy__(self) -> Secret: ...
    def __deepcopy__(self, _memo: Any) -> Secret: ...
    def __reduce__(self) -> NoReturn: ...

@final
class SecretVersion:
    """An earlier version of a secret.

    Printing it shows neither value nor comment.
    """
    @property
    def id(self) -> str:
        """The version's id."""
    @property
    def secret_id(self) -> str:
        """The secret's id."""
    @property
    def version(self) -> int:
        """Number of the version, from 1; from 0 if the secret was created together with others."""
    @property
    def type(self) -> SecretType:
        """Whether the secret is shared or personal."""
    @property
    def environment(self) -> str:
        """Slug of the secret's environment."""
    @property
    def name(self) -> str:
        """The secret's name in this version."""
    @property
    def value(self) -> str:
        """The secret's value in this version."""
    @property
    def comment(self) -> str | None:
        """The secret's comment in this version, empty if it had none; ``None`` on May 2023
        servers, which do not keep it."""
    @property
    def created_at(self) -> datetime | None:
        """When the version was created, if the server sends it."""
    @property
    def deleted(self) -> bool | None:
        """Whether the secret was deleted later; ``None`` if the server does not send it.

        Only May 2023 servers do.
        """
    def __copy__(self) -> SecretVersion: ...
    def __deepcopy__(self, _memo: Any) -> SecretVersion: ...
    def __reduce__(self) -> NoReturn: ...

@final
class Client:
    def __new__(cls, options: ClientOptions, trust_storage: TrustStorage | None) -> Client: ...
    @property
    def base_url(self) -> str: ...
    def close(self) -> None: ...
    def start_sign_up(self, email: str, timeout: float | None) -> Call[None]: ...
    def complete_sign_up(self, sign_up: SignUp, timeout: float | None) -> Call[NewAccount]: ...
    def accept_invitation(
        self, email: str, organization: str, code: str, timeout: float | None
    ) -> Call[None]: ...
    def log_out(self, timeout: float | None) -> Call[None]: ...
    def who_am_i(self, timeout: float | None) -> Call[User]: ...
    def sign_up_administrator(
        self, account: FirstAccount, timeout: float | None
    ) -> Call[NewAccount]: ...
    def set_user_name(
        self, first_name: str, last_name: str | None, timeout: float | None
    ) -> Call[User]: ...
    def list_sessions(self, timeout: float | None) -> Call[list[Session]]: ...
    def end_sessions(self, timeout: float | None) -> Call[None]: ...
    def delete_account(self, timeout: float | None) -> Call[None]: ...
    def verify_mfa(self, code: str, timeout: float | None) -> Call[None]: ...
    def resend_mfa_code(self, timeout: float | None) -> Call[None]: ...
    def set_mfa(self, enabled: bool, timeout: float | None) -> Call[None]: ...
    def change_password(
        self, new_password: str, send_password: bool, timeout: float | None
    ) -> Call[None]: ...
    def create_backup_key(self, name: str | None, timeout: float | None) -> Call[EmergencyKit]: ...
    def start_recovery(self, email: str, timeout: float | None) -> Call[None]: ...
    def complete_recovery(self, recovery: Recovery, timeout: float | None) -> Call[None]: ...
    def list_api_keys(self, timeout: float | None) -> Call[list[ApiKeyInfo]]: ...
    def create_api_key(
        self, name: str, expires_in: float, timeout: float | None
    ) -> Call[CreatedApiKey]: ...
    def delete_api_key(self, id: str, timeout: float | None) -> Call[None]: ...
    def audit_log_page(
        self, filter: AuditLogFilter, cursor: str | None, limit: int | None, timeout: float | None
    ) -> Call[AuditLogPage]: ...
    def export_audit_log(self, filter: AuditLogFilter, timeout: float | None) -> Call[str]: ...
    def audit_log_changes(
        self, id: str, project: str | None, timeout: float | None
    ) -> Call[list[AuditChange]]: ...
    def audit_log_actors(
        self, project: str | None, timeout: float | None
    ) -> Call[list[AuditActor]]: ...
    def capabilities(self, timeout: float | None) -> Call[Capabilities]: ...
    def list_dynamic_secrets(
        self, location: Location, timeout: float | None
    ) -> Call[list[DynamicSecret]]: ...
    def get_dynamic_secret(
        self, name: str, location: Location, timeout: float | None
    ) -> Call[DynamicSecret]: ...
    def create_lease(
        self, name: str, ttl: float | None, location: Location, timeout: float | None
    ) -> Call[CreatedLease]: ...
    def list_leases(
        self, name: str, location: Location, timeout: float | None
    ) -> Call[list[Lease]]: ...
    def get_lease(self, id: str, location: Location, timeout: float | None) -> Call[Lease]: ...
    def renew_lease(
        self, id: str, ttl: float | None, location: Location, timeout: float | None
    ) -> Call[Lease]: ...
    def revoke_lease(
        self, id: str, force: bool, location: Location, timeout: float | None
    ) -> Call[None]: ...
    def list_environments(
        self, project: str | None, timeout: float | None
    ) -> Call[list[Environment]]: ...
    def create_environment(
        self, name: str, slug: str, project: str | None, timeout: float | None
    ) -> Call[Environment]: ...
    def update_environment(
        self,
        slug: str,
        new_name: str | None,
        new_slug: str | None,
        project: str | None,
        timeout: float | None,
    ) -> Call[Environment]: ...
    def delete_environment(
        self, slug: str, project: str | None, timeout: float | None
    ) -> Call[None]: ...
    def list_folders(self, location: Location, timeout: float | None) -> Call[list[Folder]]: ...
    def create_folder(
        self, name: str, description: str | None, location: Location, timeout: float | None
    ) -> Call[Folder]: ...
    def rename_folder(
        self, name: str, new_name: str, location: Location, timeout: float | None
    ) -> Call[Folder]: ...
    def set_folder_description(
        self, name: str, description: str, location: Location, timeout: float | None
    ) -> Call[Folder]: ...
    def delete_folder(self, name: str, location: Location, timeout: float | None) -> Call[None]: ...
    def list_groups(self, organization: str | None, timeout: float | None) -> Call[list[Group]]: ...
    def get_group(self, id: str, timeout: float | None) -> Call[Group]: ...
    def create_group(
        self,
        name: str,
        slug: str | None,
        role: str | None,
        organization: str | None,
        timeout: float | None,
    ) -> Call[Group]: ...
    def update_group(
        self,
        id: str,
        new_name: str | None,
        new_slug: str | None,
        role: str | None,
        timeout: float | None,
    ) -> Call[Group]: ...
    def delete_group(self, id: str, timeout: float | None) -> Call[None]: ...
    def list_group_members(self, id: str, timeout: float | None) -> Call[list[GroupMember]]: ...
    def add_group_member(
        self, id: str, username: str, timeout: float | None
    ) -> Call[GroupMember]: ...
    def remove_group_member(self, id: str, username: str, timeout: float | None) -> Call[None]: ...
    def list_project_groups(
        self, project: str | None, timeout: float | None
    ) -> Call[list[ProjectGroup]]: ...
    def add_group_to_project(
        self, id: str, role: str, project: str | None, timeout: float | None
    ) -> Call[None]: ...
    def set_group_role(
        self, id: str, role: str, project: str | None, timeout: float | None
    ) -> Call[None]: ...
    def remove_group_from_project(
        self, id: str, project: str | None, timeout: float | None
    ) -> Call[None]: ...
    def create_identity(
        self, name: str, organization: str | None, role: str | None, timeout: float | None
    ) -> Call[Identity]: ...
    def list_identities(
        self, organization: str | None, timeout: float | None
    ) -> Call[list[Identity]]: ...
    def delete_identity(self, id: str, timeout: float | None) -> Call[None]: ...
    def update_identity(
        self, id: str, new_name: str | None, role: str | None, timeout: float | None
    ) -> Call[Identity]: ...
    def list_identity_projects(
        self, id: str, timeout: float | None
    ) -> Call[list[IdentityProject]]: ...
    def attach_universal_auth(
        self, id: str, settings: UniversalAuthSettings, timeout: float | None
    ) -> Call[str]: ...
    def get_universal_auth(self, id: str, timeout: float | None) -> Call[UniversalAuth]: ...
    def update_universal_auth(
        self, id: str, settings: UniversalAuthSettings, timeout: float | None
    ) -> Call[UniversalAuth]: ...
    def detach_universal_auth(self, id: str, timeout: float | None) -> Call[None]: ...
    def create_client_secret(
        self,
        id: str,
        description: str | None,
        expires_in: float | None,
        max_uses: int | None,
        timeout: float | None,
    ) -> Call[CreatedClientSecret]: ...
    def list_client_secrets(
        self, id: str, timeout: float | None
    ) -> Call[list[ClientSecretInfo]]: ...
    def revoke_client_secret(
        self, id: str, client_secret_id: str, timeout: float | None
    ) -> Call[None]: ...
    def attach_token_auth(
        self, id: str, settings: TokenAuthSettings, timeout: float | None
    ) -> Call[TokenAuth]: ...
    def get_token_auth(self, id: str, timeout: float | None) -> Call[TokenAuth]: ...
    def update_token_auth(
        self, id: str, settings: TokenAuthSettings, timeout: float | None
    ) -> Call[TokenAuth]: ...
    def detach_token_auth(self, id: str, timeout: float | None) -> Call[None]: ...
    def create_access_token(
        self, id: str, name: str | None, timeout: float | None
    ) -> Call[CreatedAccessToken]: ...
    def list_access_tokens(self, id: str, timeout: float | None) -> Call[list[AccessTokenInfo]]: ...
    def rename_access_token(
        self, token_id: str, new_name: str, timeout: float | None
    ) -> Call[None]: ...
    def revoke_access_token(self, token_id: str, timeout: float | None) -> Call[None]: ...
    def add_identity_to_project(
        self, id: str, role: str, project: str | None, timeout: float | None
    ) -> Call[None]: ...
    def list_project_identities(
        self, project: str | None, timeout: float | None
    ) -> Call[list[ProjectIdentity]]: ...
    def set_identity_role(
        self, id: str, role: str, project: str | None, timeout: float | None
    ) -> Call[None]: ...
    def remove_identity_from_project(
        self, id: str, project: str | None, timeout: float | None
    ) -> Call[None]: ...
    def list_kms_keys(self, project: str | None, timeout: float | None) -> Call[list[KmsKey]]: ...
    def get_kms_key(self, id: str, timeout: float | None) -> Call[KmsKey]: ...
    def get_kms_key_by_name(
        self, name: str, project: str | None, timeout: float | None
    ) -> Call[KmsKey]: ...
    def create_kms_key(
        self,
        name: str,
        description: str | None,
        usage: str | None,
        algorithm: str | None,
        project: str | None,
        timeout: float | None,
    ) -> Call[KmsKey]: ...
    def update_kms_key(
        self, id: str, new_name: str | None, description: str | None, timeout: float | None
    ) -> Call[KmsKey]: ...
    def set_kms_key_enabled(
        self, id: str, enabled: bool, timeout: float | None
    ) -> Call[KmsKey]: ...
    def delete_kms_key(self, id: str, timeout: float | None) -> Call[None]: ...
    def kms_encrypt(self, id: str, plaintext: bytes, timeout: float | None) -> Call[bytes]: ...
    def kms_decrypt(self, id: str, ciphertext: bytes, timeout: float | None) -> Call[bytes]: ...
    def kms_sign(
        self, id: str, data: bytes, algorithm: str, digest: bool, timeout: float | None
    ) -> Call[bytes]: ...
    def kms_verify(
        self,
        id: str,
        data: bytes,
        signature: bytes,
        algorithm: str,
        digest: bool,
        timeout: float | None,
    ) -> Call[bool]: ...
    def kms_public_key(self, id: str, timeout: float | None) -> Call[bytes]: ...
    def kms_signing_algorithms(self, id: str, timeout: float | None) -> Call[list[str]]: ...
    def list_members(self, project: str | None, timeout: float | None) -> Call[list[Member]]: ...
    def invite_member(
        self, email: str, project: str | None, expect_fingerprint: str | None, timeout: float | None
    ) -> Call[Member]: ...
    def set_member_role(
        self, member_id: str, role: str, project: str | None, timeout: float | None
    ) -> Call[Member]: ...
    def deny_member_permissions(
        self,
        member_id: str,
        denied: list[DeniedPermission],
        project: str | None,
        timeout: float | None,
    ) -> Call[Member]: ...
    def remove_member(
        self, member_id: str, project: str | None, timeout: float | None
    ) -> Call[RemovedMember]: ...
    def share_key_with_member(
        self,
        member_id: str,
        project: str | None,
        expect_fingerprint: str | None,
        timeout: float | None,
    ) -> Call[Member]: ...
    def member_fingerprint(
        self, member_id: str | None, project: str | None, timeout: float | None
    ) -> Call[Fingerprint]: ...
    def list_organizations(self, timeout: float | None) -> Call[list[Organization]]: ...
    def create_organization(self, name: str, timeout: float | None) -> Call[Organization]: ...
    def rename_organization(
        self, id: str, name: str, timeout: float | None
    ) -> Call[Organization]: ...
    def list_organization_members(
        self, organization: str | None, timeout: float | None
    ) -> Call[list[OrganizationMember]]: ...
    def set_organization_role(
        self, member_id: str, role: str, organization: str | None, timeout: float | None
    ) -> Call[OrganizationMember]: ...
    def remove_organization_member(
        self, member_id: str, organization: str | None, timeout: float | None
    ) -> Call[RemovedMember]: ...
    def invite_to_organization(
        self, email: str, organization: str | None, timeout: float | None
    ) -> Call[Invitation]: ...
    def list_incident_contacts(
        self, organization: str | None, timeout: float | None
    ) -> Call[list[IncidentContact]]: ...
    def add_incident_contact(
        self, email: str, organization: str | None, timeout: float | None
    ) -> Call[IncidentContact]: ...
    def remove_incident_contact(
        self, email: str, organization: str | None, timeout: float | None
    ) -> Call[None]: ...
    def list_organization_projects(
        self, organization: str | None, timeout: float | None
    ) -> Call[list[Project]]: ...
    def create_project(
        self, name: str, product: str | None, organization: str | None, timeout: float | None
    ) -> Call[Project]: ...
    def list_projects(self, timeout: float | None) -> Call[list[Project]]: ...
    def get_project(self, id: str, timeout: float | None) -> Call[Project]: ...
    def get_project_by_slug(self, slug: str, timeout: float | None) -> Call[Project]: ...
    def open_project_key(self, id: str, timeout: float | None) -> Call[OpenedKey]: ...
    def rename_project(self, id: str, name: str, timeout: float | None) -> Call[Project]: ...
    def delete_project(self, id: str, timeout: float | None) -> Call[None]: ...
    def set_auto_capitalization(
        self, id: str, enabled: bool, timeout: float | None
    ) -> Call[Project]: ...
    def set_version_limit(self, id: str, limit: int, timeout: float | None) -> Call[Project]: ...
    def leave_project(self, id: str, timeout: float | None) -> Call[None]: ...
    def share_key_with_server(self, id: str, timeout: float | None) -> Call[None]: ...
    def stop_sharing_key_with_server(self, id: str, timeout: float | None) -> Call[None]: ...
    def upgrade_project(
        self, id: str, send_private_key: bool, timeout: float | None
    ) -> Call[None]: ...
    def is_key_shared_with_server(self, id: str, timeout: float | None) -> Call[bool]: ...
    def blind_index_status(self, id: str, timeout: float | None) -> Call[bool]: ...
    def enable_blind_indices(self, id: str, timeout: float | None) -> Call[BlindIndexReport]: ...
    def rotate_project_key(
        self,
        id: str,
        dry_run: bool,
        share_with_server: bool,
        expect_fingerprints: list[str] | None,
        on_progress: Callable[[int, int], object] | None,
        timeout: float | None,
    ) -> Call[KeyRotation]: ...
    def list_roles(self, project: str | None, timeout: float | None) -> Call[list[Role]]: ...
    def get_role(self, slug: str, project: str | None, timeout: float | None) -> Call[Role]: ...
    def create_role(
        self, role: NewRole, project: str | None, timeout: float | None
    ) -> Call[Role]: ...
    def update_role(
        self, slug: str, change: RoleChange, project: str | None, timeout: float | None
    ) -> Call[Role]: ...
    def delete_role(self, slug: str, project: str | None, timeout: float | None) -> Call[None]: ...
    def get_secret(
        self, name: str, place: Place, options: GetOptions, timeout: float | None
    ) -> Call[Secret]: ...
    def list_secrets(
        self, place: Place, options: ListOptions, timeout: float | None
    ) -> Call[SecretList]: ...
    def list_secrets_if_changed(
        self, etag: str, place: Place, options: ListOptions, timeout: float | None
    ) -> Call[SecretList | None]: ...
    def create_secret(
        self,
        name: str,
        value: str,
        comment: str | None,
        extras: SecretExtras,
        place: Place,
        timeout: float | None,
    ) -> Call[Secret]: ...
    def update_secret(
        self,
        name: str,
        value: str | None,
        comment: str | None,
        new_name: str | None,
        extras: SecretExtras,
        place: Place,
        timeout: float | None,
    ) -> Call[Secret]: ...
    def delete_secret(self, name: str, place: Place, timeout: float | None) -> Call[None]: ...
    def list_secret_versions(
        self, name: str, place: Place, timeout: float | None
    ) -> Call[SecretHistory]: ...
    def roll_back_secret(
        self, name: str, version: int, place: Place, timeout: float | None
    ) -> Call[Secret]: ...
    def set_many_secrets(
        self,
        values: list[NewValue],
        dry_run: bool,
        on_progress: Callable[[int, int], object] | None,
        location: Location,
        timeout: float | None,
    ) -> Call[BulkResult]: ...
    def delete_many_secrets(
        self,
        names: list[str],
        dry_run: bool,
        on_progress: Callable[[int, int], object] | None,
        location: Location,
        timeout: float | None,
    ) -> Call[BulkResult]: ...
    def propose_create_secret(
        self, name: str, value: str, comment: str | None, place: Place, timeout: float | None
    ) -> Call[SecretChange]: ...
    def propose_update_secret(
        self,
        name: str,
        value: str | None,
        comment: str | None,
        new_name: str | None,
        place: Place,
        timeout: float | None,
    ) -> Call[SecretChange]: ...
    def propose_delete_secret(
        self, name: str, place: Place, timeout: float | None
    ) -> Call[Approval | None]: ...
    def set_secret_tags(
        self, name: str, tags: list[str], location: Location, timeout: float | None
    ) -> Call[Secret]: ...
    def move_secrets(
        self, names: list[str], to: Destination, location: Location, timeout: float | None
    ) -> Call[MoveResult]: ...
    def duplicate_secrets(
        self, names: list[str], to: Destination, location: Location, timeout: float | None
    ) -> Call[DuplicateResult]: ...
    def list_secret_imports(
        self, location: Location, timeout: float | None
    ) -> Call[list[SecretImport]]: ...
    def create_secret_import(
        self, from_environment: str, from_path: str, location: Location, timeout: float | None
    ) -> Call[SecretImport]: ...
    def update_secret_import(
        self, id: str, change: SecretImportChange, location: Location, timeout: float | None
    ) -> Call[SecretImport]: ...
    def delete_secret_import(
        self, id: str, location: Location, timeout: float | None
    ) -> Call[None]: ...
    def create_service_account(
        self, name: str, organization: str | None, expires_in: float | None, timeout: float | None
    ) -> Call[CreatedServiceAccount]: ...
    def list_service_accounts(
        self, organization: str | None, timeout: float | None
    ) -> Call[list[ServiceAccount]]: ...
    def rename_service_account(
        self, id: str, new_name: str, timeout: float | None
    ) -> Call[ServiceAccount]: ...
    def delete_service_account(self, id: str, timeout: float | None) -> Call[None]: ...
    def list_service_account_permissions(
        self, id: str, timeout: float | None
    ) -> Call[list[ServiceAccountPermission]]: ...
    def grant_service_account(
        self, id: str, grant: ServiceAccountGrant, timeout: float | None
    ) -> Call[ServiceAccountPermission]: ...
    def revoke_service_account_permission(
        self, id: str, permission_id: str, timeout: float | None
    ) -> Call[None]: ...
    def list_service_account_keys(
        self, id: str, timeout: float | None
    ) -> Call[list[ServiceAccountKey]]: ...
    def create_service_token(
        self, token: NewServiceToken, timeout: float | None
    ) -> Call[CreatedServiceToken]: ...
    def describe_service_token(self, timeout: float | None) -> Call[ServiceTokenInfo]: ...
    def list_service_tokens(
        self, project: str | None, timeout: float | None
    ) -> Call[list[ServiceTokenInfo]]: ...
    def delete_service_token(self, id: str, timeout: float | None) -> Call[None]: ...
    def list_snapshots(self, location: Location, timeout: float | None) -> Call[list[Snapshot]]: ...
    def count_snapshots(self, location: Location, timeout: float | None) -> Call[int]: ...
    def get_snapshot(
        self, id: str, project: str | None, timeout: float | None
    ) -> Call[SnapshotContents]: ...
    def roll_back_snapshot(
        self, id: str, project: str | None, timeout: float | None
    ) -> Call[None]: ...
    def list_tags(self, project: str | None, timeout: float | None) -> Call[list[Tag]]: ...
    def create_tag(
        self, name: str, slug: str, color: str | None, project: str | None, timeout: float | None
    ) -> Call[Tag]: ...
    def update_tag(
        self,
        tag: str,
        new_slug: str | None,
        color: str | None,
        project: str | None,
        timeout: float | None,
    ) -> Call[Tag]: ...
    def delete_tag(self, tag: str, project: str | None, timeout: float | None) -> Call[None]: ...
    def forget_secrets(
        self, names: list[str] | None, location: Location, timeout: float | None
    ) -> Call[int]: ...
    def forget_project(self, id: str, timeout: float | None) -> Call[None]: ...
