"""Secrets as files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from . import _native
from ._arguments import checked, named_secrets
from ._types import SecretList

if TYPE_CHECKING:
    from ._native import Secret

SecretsFormat = Literal["dotenv", "docker", "shell", "compose", "json", "yaml"]
"""How names and values are written in a file.

The first four write ``NAME=value`` lines, whose readers differ in quotes, backslashes, ``$`` and
``#``: choose by the file's reader. ``"dotenv"`` is for python-dotenv and npm's dotenv, ``"docker"``
for ``docker run --env-file``, ``"shell"`` for ``.`` and ``source``, ``"compose"`` for Docker
Compose.
"""


def format_secrets(secrets: Mapping[str, str] | Iterable[Secret], format: SecretsFormat) -> str:
    r"""Writes names and values as the text of a file, in the order given.

    :func:`parse_secrets` returns exactly these. In ``NAME=value`` lines, values are quoted if the
    reader needs it; in YAML always, so that none is read as a number.

    Args:
        secrets: Names to values, or secrets, such as a :class:`SecretList`.
        format: One of :data:`SecretsFormat`.

    Raises:
        InvalidInputError: A name is empty or given twice, or the format cannot represent a name
            or value, because the reader would misread it. The error has the name and the reason.
        InfisicalError: The list is incomplete: as :meth:`SecretList.check_complete`.

    Example:
        >>> format_secrets({"PORT": "5432", "MOTTO": "$a # b"}, "dotenv")
        "PORT=5432\nMOTTO='$a # b'\n"
    """
    if isinstance(secrets, SecretList):
        secrets.check_complete()
    named = named_secrets(secrets)
    return checked("format_secrets", lambda: _native.format_secrets(named, format))


def parse_secrets(text: str, format: SecretsFormat) -> dict[str, str]:
    r"""Reads names and values of a file, in its order.

    Nothing is executed or expanded: a line in which a shell or Compose would expand ``$NAME``
    is refused. The ``dict`` is an ordinary one: its ``repr`` shows the values, and it can be
    pickled.

    Args:
        text: The file's text.
        format: One of :data:`SecretsFormat`. Where python-dotenv and npm's dotenv differ, dotenv is
            read like python-dotenv; JSON may also be the array of
            ``infisical export --format=json``.

    Raises:
        InvalidInputError: The text is not of that format, or has a name twice. The error has the
            number of the line, and nothing of its content.

    Example:
        >>> parse_secrets("PORT=5432 # the usual\n", "dotenv")
        {'PORT': '5432'}
    """
    named = checked("parse_secrets", lambda: _native.parse_secrets(text, format))
    return {secret.name: secret.value for secret in named}
