"""What both clients are made from."""

from __future__ import annotations

import platform
from typing import NoReturn

from . import _native
from ._errors import InvalidInputError
from ._inputs import ClientOptions, Credential


class BaseClient:
    """The options, and what a client never shows."""

    __slots__ = ("_base_url", "_native")

    def __init__(
        self,
        *,
        base_url: str = "https://app.infisical.com",
        token: str | None = None,
        email: str | None = None,
        password: str | None = None,
        access_token: str | None = None,
        api_key: str | None = None,
        private_key: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        identity_token: str | None = None,
        service_account_key: str | None = None,
        granted_by: str | None = None,
        service_token_v3: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        organization: str | None = None,
        timeout: float = 30,
        deadline: float = 90,
        allow_http: bool = False,
        certificate_authorities: str | bytes | None = None,
        max_response_bytes: int = 64 << 20,
        require_e2ee: bool | None = None,
    ) -> None:
        """Checks the options. Sends nothing; the first call finds out which release it meets.

        Give one credential, or none to sign up:

        * ``token``: a program's Infisical Token;
        * ``email`` and ``password``: a user;
        * ``access_token`` or ``api_key``: a user, with ``password`` or ``private_key`` to decrypt;
        * ``client_id`` and ``client_secret``, or ``identity_token``: a machine identity;
        * ``service_account_key``, ``private_key`` and ``granted_by``: a service account (May 2023);
        * ``service_token_v3``: a service token v3 (autumn 2023).

        Args:
            base_url: The server. A trailing ``/api`` is accepted.
            token: An Infisical Token, ``st.<id>.<secret>.<key>``. Its key part stays here.
            email: A user's e-mail address.
            password: The user's password. It stays on this machine: the log-in proves it by SRP.
            access_token: An access token (JWT) that somebody else logged in for.
            api_key: An API key, ``ak.<id>.<secret>``.
            private_key: The user's private key as base64, beside an access token or API key; or
                the service account's.
            client_id: A machine identity's client id, for universal auth. The server decrypts what
                an identity reads.
            client_secret: The machine identity's client secret.
            identity_token: A machine identity's access token, such as
                :meth:`Identities.create_access_token` makes on servers since autumn 2024. Nothing
                renews it.
            service_account_key: A service account's access key, ``sa.<id>.<secret>`` (May 2023),
                with ``private_key`` and ``granted_by``.
            granted_by: Public key, as base64, of the user who let the account into projects.
            service_token_v3: A service token v3, the JSON document (autumn 2023). Known from public
                source alone.
            project: Id of the project of calls that name none. A service token brings its own.
            environment: Slug of the environment of calls that name none. A service token for one
                environment brings its own.
            organization: Id of the organization to act in, for users of several on June 2024
                servers.
            timeout: Seconds one HTTP request may take.
            deadline: Seconds one call may take with its log-in, retries and waits.
            allow_http: Allows ``http://`` to another machine. Secrets stay encrypted, but whoever
                listens can take the token and act with it.
            certificate_authorities: PEM certificates to trust beside the system's.
            max_response_bytes: The longest answer accepted.
            require_e2ee: Whether secrets may only pass end-to-end encrypted. By default true, but
                false for a machine identity, which cannot decrypt. If false, a user's secrets pass
                in plaintext, protected by TLS alone, where the user has no key of the project or it
                is the server's alone; a secret tells by ``end_to_end_encrypted``. If true, that is
                an ``UnsupportedByServerError``.

        Raises:
            InvalidInputError: Names the option that cannot be right.
            InvalidCredentialError: Says which part of the credential is malformed.
        """
        if isinstance(certificate_authorities, bytes):
            certificate_authorities = _text(certificate_authorities)
        options = ClientOptions(
            base_url=base_url,
            allow_http=allow_http,
            credential=Credential(
                token=token,
                email=email,
                access_token=access_token,
                api_key=api_key,
                client_id=client_id,
                client_secret=client_secret,
                identity_token=identity_token,
                service_account_key=service_account_key,
                service_token_v3=service_token_v3,
                password=password,
                private_key=private_key,
                granted_by=granted_by,
            ),
            project=project,
            environment=environment,
            organization=organization,
            timeout=timeout,
            deadline=deadline,
            certificate_authorities=certificate_authorities,
            max_response_bytes=max_response_bytes,
            require_e2ee=require_e2ee,
            user_agent_suffix=f"python/{platform.python_version()}",
        )
        self._native = _native.Client(options)
        self._base_url = base_url

    def __repr__(self) -> str:
        """The server, and nothing of the credential."""
        return f"<{type(self).__name__} of {self._base_url}>"

    def __reduce__(self) -> NoReturn:
        """Refuses: a copy would need the credential in clear."""
        name = type(self).__name__
        raise TypeError(f"a {name} cannot be pickled or copied: its credential would be in clear")


def _text(pem: bytes) -> str:
    try:
        return pem.decode()
    except UnicodeDecodeError:
        raise InvalidInputError("the certificate authorities are not PEM text") from None
