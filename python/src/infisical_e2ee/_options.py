"""The options of both clients."""

from __future__ import annotations

import os
import platform
from functools import update_wrapper
from types import FunctionType
from typing import TYPE_CHECKING, Any, NoReturn, TypedDict, TypeVar

from . import _native
from ._arguments import checked, is_unicode, name_list
from ._errors import InvalidInputError
from ._generated.inputs import ClientOptions, Credential, Variable
from ._identity_auth import log_in_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typing_extensions import Unpack

    from ._identity_auth import IdentityAuth
    from ._trust_storage import TrustStorage

_Client = TypeVar("_Client", bound="BaseClient")

# Marks a credential that was not passed. `None` usually comes from an unset variable.
_ABSENT: Any = object()
_NOBODY = Credential(*[None] * len(Credential._fields))


class Options(TypedDict, total=False):
    """The options of a client other than the server and the credential."""

    project: str | None
    environment: str | None
    organization: str | None
    timeout: float
    deadline: float
    allow_http: bool
    certificate_authorities: str | bytes | None
    proxy: str | None
    max_response_bytes: int
    require_e2ee: bool | None
    send_password: bool
    trusted_sealers: Iterable[str]
    require_trusted_sealer: bool
    trust_store: str | os.PathLike[str] | TrustStorage | None


class BaseClient:
    """The base class of both clients. Their text shows nothing of the credential."""

    __slots__ = ("_native",)

    def __init__(
        self,
        *,
        base_url: str,
        token: str = _ABSENT,
        email: str = _ABSENT,
        password: str = _ABSENT,
        key_password: str = _ABSENT,
        access_token: str = _ABSENT,
        api_key: str = _ABSENT,
        private_key: str = _ABSENT,
        client_id: str = _ABSENT,
        client_secret: str = _ABSENT,
        identity_token: str = _ABSENT,
        identity: IdentityAuth = _ABSENT,
        service_account_key: str = _ABSENT,
        granted_by: str | None = None,
        service_token_v3: str = _ABSENT,
        project: str | None = None,
        environment: str | None = None,
        organization: str | None = None,
        timeout: float = 30,
        deadline: float = 90,
        allow_http: bool = False,
        certificate_authorities: str | bytes | None = None,
        proxy: str | None = None,
        max_response_bytes: int = 64 << 20,
        require_e2ee: bool | None = None,
        send_password: bool = False,
        trusted_sealers: Iterable[str] = (),
        require_trusted_sealer: bool = False,
        trust_store: str | os.PathLike[str] | TrustStorage | None = None,
    ) -> None:
        """Checks the options. Sends nothing; the first call detects the server's release.

        Give one credential, or none to sign up. ``None`` is refused as a credential, because it
        usually comes from an unset variable. To read variables, use :meth:`from_env`.

        * ``token``: a program's Infisical Token;
        * ``email`` and ``password``: a user, with ``key_password`` or ``private_key`` to decrypt if
          ``password`` does not;
        * ``access_token`` or ``api_key``: a user, with ``password`` or ``private_key`` to decrypt;
        * ``client_id`` and ``client_secret``, ``identity`` or ``identity_token``: a machine
          identity;
        * ``service_account_key``, ``private_key`` and ``granted_by``: a service account (May 2023);
        * ``service_token_v3``: a service token v3 (autumn 2023).

        Args:
            base_url: The server, such as ``https://infisical.example.com``. A trailing ``/api`` is
                accepted.
            token: An Infisical Token, ``st.<id>.<secret>.<key>``. Its key part stays on this
                machine. One without it, ``st.<id>.<secret>``, is for a project whose key only the
                server has, and needs ``require_e2ee=False``.
            email: A user's e-mail address. Two concurrent log-ins, of any users, can permanently
                crash a May 2023 server: a process runs one at a time; do not let two processes
                log in at once.
            password: The user's password. On servers until autumn 2024 it stays on this machine:
                the log-in proves it by SRP. Today's servers demand the password, which is sent only
                with ``send_password``. With an access token or API key, the password that decrypts
                the private key.
            key_password: With ``email`` and ``password``, the password that decrypts the private
                key, if the log-in has another. It stays on this machine.
            access_token: A user's access token (JWT), from a log-in outside this client.
            api_key: An API key, ``ak.<id>.<secret>``.
            private_key: The user's private key as base64, instead of a password that decrypts it;
                or the service account's.
            client_id: A machine identity's client id, for universal auth. The server decrypts what
                an identity reads.
            client_secret: The machine identity's client secret.
            identity_token: A machine identity's access token, such as one of
                :meth:`Identities.create_access_token` on servers since autumn 2024. It is not
                renewed.
            identity: How a machine identity logs in without a client secret:
                :class:`KubernetesAuth`, :class:`OidcAuth`, :class:`JwtAuth`, :class:`LdapAuth`,
                :class:`AzureAuth`, :class:`GcpIdTokenAuth`, :class:`GcpIamAuth`,
                :class:`AwsIamAuth` or :class:`TlsCertAuth`. The client logs in at the first call
                and renews the access token before it expires.
            service_account_key: A service account's access key, ``sa.<id>.<secret>`` (May 2023),
                with ``private_key`` and ``granted_by``.
            granted_by: Public key, as base64, of the user who gave the account access to projects.
            service_token_v3: A service token v3, the JSON document (autumn 2023). Known from public
                source only.
            project: Id of the project for calls that pass none. A service token has one
                project, its default.
            environment: Slug of the environment for calls that pass none. A service token for one
                environment uses that one by default.
            organization: Id of the organization of the session. Users of several organizations need
                it on servers since June 2024.
            timeout: The maximum duration of one HTTP request, in seconds.
            deadline: The maximum duration of one call with log-in, retries and waits, in seconds.
                In a call that makes many requests, such as ``set_many`` or a long list, it restarts
                with each answer; the ``timeout`` of a call covers all its requests.
            allow_http: Allows ``http://`` to another machine. Secrets stay encrypted, but an
                eavesdropper can steal the token and use it.
            certificate_authorities: PEM certificates to trust in addition to the system's: those of
                a private CA, or a server's self-signed certificate.
            proxy: URL of the HTTP proxy, ``http://user:password@proxy.example.com:3128``, or
                ``"none"``. The default is taken from ``HTTPS_PROXY``, ``ALL_PROXY`` and
                ``NO_PROXY``.
            max_response_bytes: The maximum length of an answer in bytes, decompressed.
            require_e2ee: Whether to require end-to-end encryption. True by default, but false for a
                machine identity, which cannot decrypt. If false, a user also accesses projects
                whose key is not available to the user, or is held only by the server: their secrets
                are sent in plaintext, protected only by TLS, and ``end_to_end_encrypted`` of each
                is false. If true, a call that would need plaintext raises
                ``UnsupportedByServerError``. For a user, projects that are created on servers since
                June 2024 need false: these servers have their keys.
            send_password: Whether a log-in may send the password to the server. Today's servers log
                a user in no other way: if false, a log-in on them raises
                ``UnsupportedByServerError``. Earlier servers do not receive the password. If the
                password also decrypts the private key, the server can then decrypt everything that
                was sealed to the user. To keep the private key from the server, use an
                ``access_token`` with ``password`` beside it, a ``key_password`` that differs from
                ``password``, or a service token. ``server_learns_key_password`` of
                :meth:`capabilities` says whether the server learns it.
            trusted_sealers: Fingerprints of the public keys of colleagues who share projects with
                the user, each as 64 hexadecimal digits, in the short form or as twelve words: what
                ``members.fingerprint()`` returns for them. Ask their owners for them, not the
                server. A project key that anybody else sealed is used for writing only if it opens
                the secrets that the project has already; otherwise, an ``IntegrityViolationError``
                names the fingerprint.
            require_trusted_sealer: Whether project keys are used only if the user or one of
                ``trusted_sealers`` sealed them, for reading too.
            trust_store: The file of a trust store, or a :class:`TrustStorage` that keeps it
                elsewhere; none by default. In it the client keeps what it has seen: project keys,
                the highest version and a keyed digest of each secret, and the public keys that it
                sealed project keys to. An answer that contradicts it raises
                ``TamperingSuspectedError``: an earlier version, a value under another name, a list
                that lost a secret, a deletion that was not done, a member with another public key.
                The file is created if it does not exist, in a directory that must exist. It is
                encrypted and authenticated with a key that is derived from that of the user or
                service token, so each credential needs a file of its own. Several clients and
                processes may share it; another file that ends in ``.lock`` locks it. If members
                change secrets with other programs, their deletions and rollbacks look like
                tampering; accept them with :meth:`Trust.forget_secrets`.

        Raises:
            InvalidInputError: An option is invalid; the error names it.
            InvalidCredentialError: A part of the credential is malformed; the error names it.
        """
        if base_url is None:
            raise InvalidInputError("base_url is None. Give the URL of the server")
        log_in = _given("identity", identity)
        credential = Credential(
            token=_given("token", token),
            email=_given("email", email),
            access_token=_given("access_token", access_token),
            api_key=_given("api_key", api_key),
            client_id=_given("client_id", client_id),
            client_secret=_given("client_secret", client_secret),
            identity_token=_given("identity_token", identity_token),
            identity=None if log_in is None else log_in_of(log_in),
            service_account_key=_given("service_account_key", service_account_key),
            service_token_v3=_given("service_token_v3", service_token_v3),
            password=_given("password", password),
            key_password=_given("key_password", key_password),
            private_key=_given("private_key", private_key),
            granted_by=granted_by,
        )
        self._connect(
            base_url,
            None,
            credential,
            {
                "project": project,
                "environment": environment,
                "organization": organization,
                "timeout": timeout,
                "deadline": deadline,
                "allow_http": allow_http,
                "certificate_authorities": certificate_authorities,
                "proxy": proxy,
                "max_response_bytes": max_response_bytes,
                "require_e2ee": require_e2ee,
                "send_password": send_password,
                "trusted_sealers": trusted_sealers,
                "require_trusted_sealer": require_trusted_sealer,
                "trust_store": trust_store,
            },
        )

    @classmethod
    def from_env(cls: type[_Client], **options: Unpack[Options]) -> _Client:
        """Creates a client from environment variables. Sends nothing.

        The server and one credential are required:

        * ``INFISICAL_URL`` (or ``INFISICAL_API_URL``): the server;
        * ``INFISICAL_TOKEN``: a service token, a service token v3, or the access token of a
          machine identity or a user; detected by its format;
        * ``INFISICAL_CLIENT_ID`` and ``INFISICAL_CLIENT_SECRET`` (or
          ``INFISICAL_UNIVERSAL_AUTH_CLIENT_ID`` and ``..._SECRET``): a machine identity;
        * ``INFISICAL_AUTH_METHOD`` and ``INFISICAL_MACHINE_IDENTITY_ID``: a machine identity that
          logs in by ``kubernetes``, ``oidc-auth``, ``jwt-auth``, ``ldap-auth``, ``azure``,
          ``gcp-id-token``, ``gcp-iam``, ``aws-iam`` or ``tls-cert-auth``; the README lists the
          variables of each;
        * ``INFISICAL_EMAIL`` and ``INFISICAL_PASSWORD``: a user. If another password or the private
          key itself is needed to decrypt, also ``INFISICAL_KEY_PASSWORD`` or
          ``INFISICAL_PRIVATE_KEY``;
        * ``INFISICAL_SEND_PASSWORD``: ``true`` lets the log-in send the password, which today's
          servers demand; see ``send_password`` of :class:`Client`;
        * ``INFISICAL_API_KEY``: a user's API key. It, and a user's access token, need
          ``INFISICAL_PASSWORD`` or ``INFISICAL_PRIVATE_KEY`` to decrypt;
        * ``INFISICAL_PROJECT_ID`` and ``INFISICAL_ENVIRONMENT``: the defaults for calls;
        * ``INFISICAL_TRUST_STORE``: the file of a trust store.

        Args:
            **options: The options of :class:`Client` other than ``base_url`` and the credential.
                They override their variable.

        Raises:
            InvalidInputError: A variable is missing, empty, or conflicts with another of the same
                purpose; the error names it.
            InvalidCredentialError: A variable is malformed; the error names it.
        """
        for name in options:
            if name not in Options.__annotations__:
                known = ", ".join(Options.__annotations__)
                raise TypeError(f"from_env() has no option {name!r}. The options are: {known}")
        variables = [
            Variable(name, _unicode(name, value))
            for name, value in os.environ.items()
            if name.startswith("INFISICAL_")
        ]
        client = cls.__new__(cls)
        client._connect(None, variables, _NOBODY, options)
        return client

    def _connect(
        self,
        base_url: str | None,
        variables: list[Variable] | None,
        credential: Credential,
        options: Options,
    ) -> None:
        certificate_authorities = options.get("certificate_authorities")
        if isinstance(certificate_authorities, bytes):
            certificate_authorities = _text(certificate_authorities)
        trust_file, trust_storage = _trust_store(options.get("trust_store"))
        native_options = ClientOptions(
            base_url=base_url,
            variables=variables,
            allow_http=options.get("allow_http", False),
            credential=credential,
            project=options.get("project"),
            environment=options.get("environment"),
            organization=options.get("organization"),
            timeout=options.get("timeout"),
            deadline=options.get("deadline"),
            certificate_authorities=certificate_authorities,
            proxy=options.get("proxy"),
            max_response_bytes=options.get("max_response_bytes"),
            require_e2ee=options.get("require_e2ee"),
            send_password=options.get("send_password"),
            trusted_sealers=name_list("trusted_sealers", options.get("trusted_sealers", ())),
            require_trusted_sealer=options.get("require_trusted_sealer"),
            trust_store=trust_file,
            user_agent_suffix=f"python/{platform.python_version()}",
        )
        name = type(self).__name__
        self._native = checked(name, lambda: _native.Client(native_options, trust_storage))

    def __repr__(self) -> str:
        """Shows the server, and nothing of the credential."""
        return f"<{type(self).__name__} of {self._native.base_url}>"

    def __reduce__(self) -> NoReturn:
        """Refuses: a copy would contain the credential in plaintext."""
        name = type(self).__name__
        raise TypeError(
            f"a {name} cannot be pickled or copied: its credential would be in plaintext"
        )


def named_init(kind: type[_Client]) -> type[_Client]:
    """Gives a client class its own ``__init__``, so that a ``TypeError`` names the class."""
    base = BaseClient.__init__
    init = FunctionType(base.__code__, base.__globals__, base.__name__, None, base.__closure__)
    update_wrapper(init, base)
    init.__kwdefaults__ = base.__kwdefaults__
    init.__qualname__ = f"{kind.__qualname__}.__init__"
    kind.__init__ = init  # type: ignore[method-assign]
    return kind


def _given(name: str, credential: Any) -> Any:
    if credential is None:
        raise InvalidInputError(
            f"{name} is None. Leave it out, or check the variable that it comes from"
        )
    return None if credential is _ABSENT else credential


def _unicode(name: str, value: str) -> str:
    """The value, if it is Unicode text: Python decodes other bytes to surrogates."""
    if not is_unicode(value):
        raise InvalidInputError(f"{name} is not Unicode text")
    return value


def _trust_store(
    given: str | os.PathLike[str] | TrustStorage | None,
) -> tuple[str | None, TrustStorage | None]:
    """The path of a trust store's file, or what keeps it elsewhere."""
    if given is None:
        return None, None
    if isinstance(given, (str, os.PathLike)):
        path = os.fspath(given)
        if isinstance(path, str):
            return _unicode("the path of the option trust_store", path), None
    elif all(callable(getattr(given, name, None)) for name in ("load", "save")):
        return None, given
    raise InvalidInputError(
        "trust_store: give the path of a file as str or os.PathLike[str], or an object with the "
        f"methods load and save, not {type(given).__name__}"
    )


def _text(pem: bytes) -> str:
    try:
        return pem.decode()
    except UnicodeDecodeError:
        raise InvalidInputError("the certificate authorities are not PEM text") from None
