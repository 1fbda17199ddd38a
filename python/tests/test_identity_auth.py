"""The credentials of machine identities that log in without a client secret."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, cast

import pytest
from conftest import NOWHERE

from infisical_e2ee import (
    AwsIamAuth,
    AzureAuth,
    Client,
    GcpIamAuth,
    GcpIdTokenAuth,
    InvalidCredentialError,
    InvalidInputError,
    JwtAuth,
    KubernetesAuth,
    LdapAuth,
    OidcAuth,
    TlsCertAuth,
)

GOOD = [
    KubernetesAuth("64a0"),
    KubernetesAuth("64a0", token_file=Path("/run/token")),
    OidcAuth("64a0", "a.b.c"),
    OidcAuth("64a0", token_file="/run/token"),
    JwtAuth("64a0", "a.b.c"),
    JwtAuth("64a0", token_file="/run/token"),
    LdapAuth("64a0", "ada", "planted"),
    AzureAuth("64a0"),
    AzureAuth("64a0", resource="api://a", client_id="b"),
    GcpIdTokenAuth("64a0"),
    GcpIamAuth("64a0", "/run/key.json"),
    AwsIamAuth("64a0"),
]


@pytest.mark.parametrize("identity", GOOD, ids=repr)
def test_client_with_identity_is_built(identity: Any) -> None:
    Client(base_url=NOWHERE, identity=identity)


@pytest.mark.parametrize(
    ("identity", "error", "message"),
    [
        (KubernetesAuth(""), InvalidCredentialError, "identity id is empty"),
        (OidcAuth("64a0"), InvalidCredentialError, "the token .* or the file"),
        (OidcAuth("64a0", "a.b.c", "/run/token"), InvalidCredentialError, "not both"),
        (JwtAuth("64a0", "planted"), InvalidCredentialError, "the JWT is not a JWT"),
        (LdapAuth("64a0", "ada", ""), InvalidCredentialError, "the password is empty"),
        (TlsCertAuth("64a0", "planted", "planted"), InvalidCredentialError, "TLS certificate"),
        (GcpIamAuth("64a0", cast("Any", 5)), InvalidInputError, "key_file: give a path"),
        (
            KubernetesAuth("64a0", cast("Any", b"/run/token")),
            InvalidInputError,
            "token_file: give a path",
        ),
        ("64a0", InvalidInputError, "identity: give one of KubernetesAuth"),
        (None, InvalidInputError, "identity is None"),
    ],
)
def test_client_with_wrong_identity_is_refused(
    identity: Any, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message) as raised:
        Client(base_url=NOWHERE, identity=identity)
    assert "planted" not in str(raised.value)


def test_client_with_identity_and_another_credential_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="give one credential"):
        Client(base_url=NOWHERE, identity=AwsIamAuth("64a0"), token="st.a.b.c")


def test_repr_of_identity_shows_no_secret() -> None:
    shown = f"{OidcAuth('64a0', 'planted')} {JwtAuth('64a0', 'planted')}"
    shown += f"{LdapAuth('64a0', 'ada', 'planted')} {TlsCertAuth('64a0', 'pem', 'planted')}"
    assert "planted" not in shown
    assert len(re.findall("64a0", shown)) == 4
