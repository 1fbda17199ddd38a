"""Checks arguments before they are passed to the native module."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, Callable, TypeVar

from ._errors import InvalidInputError
from ._generated.inputs import NewNamedSecret, NewRolePermission
from ._types import AuditDetail, NewValue, RolePermission

if TYPE_CHECKING:
    from ._native import Secret

_Text = TypeVar("_Text", bound=str)
_Record = TypeVar("_Record")
_Result = TypeVar("_Result")

# Raised by the native module for an argument of the wrong type.
WRONG_TYPE = (TypeError, OverflowError, UnicodeEncodeError)
_HALF_A_PAIR = "half a surrogate pair, which is not valid Unicode"
_LONGEST_SHOWN = 100
_FIELD = re.compile(r"failed to extract field \w+\.(\w+)")
_ARGUMENT = re.compile(r"while processing '(\w+)'")


def checked(what: str, call: Callable[[], _Result]) -> _Result:
    """Runs a call of the native module; converts its error for a wrong type to ours."""
    try:
        return call()
    except WRONG_TYPE as error:
        refusal = refused(what, error)
    # Outside the handler, so that the original error is not chained: it may contain the argument.
    raise refusal


def refused(what: str, error: Exception) -> InvalidInputError:
    """The error for an argument of the wrong type. It has the argument's name, not its value."""
    notes = " ".join(getattr(error, "__notes__", ()))
    names = _ARGUMENT.findall(notes)
    cause: BaseException | None = error
    while cause is not None and (field := _FIELD.fullmatch(str(cause))):
        names.append(field[1])
        cause = cause.__cause__
    reason = _HALF_A_PAIR if isinstance(cause, UnicodeEncodeError) else str(cause)
    return InvalidInputError(": ".join([what, *names[-1:], reason]))


def secret_text(name: object, value: object, comment: object = "") -> None:
    """Fails unless all are Unicode text; the error names the secret."""
    if not isinstance(name, str):
        raise InvalidInputError(f"a secret's name is a str, not {_kind(name)}")
    if not is_unicode(name):
        raise InvalidInputError(f"the name {_shown(name)!r} contains {_HALF_A_PAIR}")
    for what, text in (("value", value), ("comment", comment)):
        if not isinstance(text, str):
            raise InvalidInputError(
                f"the {what} of {_shown(name)} is {_kind(text)}. {_advice(text)}"
            )
        if not is_unicode(text):
            raise InvalidInputError(f"the {what} of {_shown(name)} contains {_HALF_A_PAIR}")


def is_unicode(text: str) -> bool:
    """Whether UTF-8 can encode the text: it has no half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _shown(name: str) -> str:
    return name if len(name) <= _LONGEST_SHOWN else f"{name[:_LONGEST_SHOWN]}…"


def _advice(value: object) -> str:
    """How to convert the value to a str explicitly."""
    if value is None:
        return "Leave the secret out, or check where the value comes from"
    if isinstance(value, (bytes, bytearray)):
        return "Give a str, such as value.decode()"
    if isinstance(value, (int, float)):
        return "Give a str, such as str(value)"
    return "Give a str, such as json.dumps(value)"


_VALUES = "values: give a mapping of names to values, or a list of NewValue"
_SECRETS = "secrets: give a mapping of names to values, or secrets such as a SecretList"


def new_values(given: Mapping[str, str] | Iterable[NewValue]) -> list[NewValue]:
    """The new values, from a mapping or a list."""
    new = _listed(_VALUES, given, NewValue, _new_value)
    for item in new:
        secret_text(item.name, item.value, "" if item.comment is None else item.comment)
    return new


def named_secrets(given: Mapping[str, str] | Iterable[Secret]) -> list[NewNamedSecret]:
    """Names with values, from a mapping or from secrets."""
    named = _listed(_SECRETS, given, NewNamedSecret, _named_secret)
    for secret in named:
        secret_text(secret.name, secret.value)
    return named


def _listed(
    expected: str,
    given: Mapping[str, str] | Iterable[object],
    of_pair: Callable[[str, str], _Record],
    of_item: Callable[[Any], _Record],
) -> list[_Record]:
    """Converts a mapping, or a list of items, to a list of records."""
    if isinstance(given, Mapping):
        return [of_pair(name, value) for name, value in given.items()]
    if isinstance(given, str):
        raise InvalidInputError(f"{expected}, not one text")
    if not isinstance(given, Iterable):
        raise InvalidInputError(f"{expected}, not {_kind(given)}")
    return [of_item(item) for item in given]


def _new_value(given: object) -> NewValue:
    if isinstance(given, NewValue):
        return given
    if isinstance(given, tuple):
        with suppress(TypeError):
            return NewValue(*given)
    raise InvalidInputError(f"{_VALUES}, not of {_kind(given)}")


def _named_secret(given: Any) -> NewNamedSecret:
    # An AttributeError would contain the argument.
    if not hasattr(given, "name") or not hasattr(given, "value"):
        raise InvalidInputError(f"{_SECRETS}, not of {_kind(given)}")
    if getattr(given, "value_read", True) is False:
        raise InvalidInputError(f"the value of {_shown(given.name)} was not read")
    return NewNamedSecret(given.name, given.value)


def _kind(given: object) -> str:
    return "None" if given is None else type(given).__name__


def name_list(what: str, given: Iterable[_Text]) -> list[_Text]:
    """The list of names. A ``str`` is also iterable; passing one is always a mistake."""
    if isinstance(given, str):
        raise InvalidInputError(f"{what}: give a list of names, not one text")
    if not isinstance(given, Iterable):
        raise InvalidInputError(f"{what}: give a list of names, not {_kind(given)}")
    names = list(given)
    for at, name in enumerate(names):
        if isinstance(name, str) and not is_unicode(name):
            raise InvalidInputError(f"{what}[{at}]: {_HALF_A_PAIR}")
    return names


def optional_name_list(what: str, given: Iterable[_Text] | None) -> list[_Text] | None:
    """As :func:`name_list`, for an optional argument."""
    return None if given is None else name_list(what, given)


def record_list(
    what: str, kind: type[_Record], given: Iterable[_Record | Mapping[str, Any]]
) -> list[_Record]:
    """The list of records. A mapping is also iterable; passing one is always a mistake."""
    if isinstance(given, (str, Mapping)):
        raise InvalidInputError(f"{what}: give a list of {kind.__name__}, not one")
    return [_record(what, kind, item) for item in given]


def _record(what: str, kind: type[_Record], given: _Record | Mapping[str, Any]) -> _Record:
    if isinstance(given, kind):
        return given
    if isinstance(given, Mapping):
        with suppress(TypeError):
            return kind(**given)
    raise InvalidInputError(
        f"{what}: give each as a {kind.__name__}, or as a mapping with only its fields"
    )


def role_permissions(
    given: Iterable[RolePermission | Mapping[str, Any]],
) -> list[NewRolePermission]:
    """Permissions of a role, with their conditions as JSON text."""
    return [
        NewRolePermission(
            subject=permission.subject,
            actions=name_list("actions", permission.actions),
            conditions=_json_text(permission.conditions),
            inverted=permission.inverted,
        )
        for permission in record_list("permissions", RolePermission, given)
    ]


def _json_text(conditions: Mapping[str, Any] | None) -> str | None:
    if conditions is None:
        return None
    # A str or a list can also be converted to JSON, but would restrict less than intended.
    if isinstance(conditions, Mapping):
        with suppress(TypeError, ValueError, RecursionError):
            return json.dumps(dict(conditions), allow_nan=False)
    raise InvalidInputError("conditions: give a mapping that JSON can represent")


def audit_details(metadata: Mapping[str, str] | None) -> list[AuditDetail]:
    """The details that an event must have, from a mapping."""
    return [AuditDetail(name, value) for name, value in (metadata or {}).items()]


def whole_seconds(what: str, given: float | None) -> None:
    """Fails for a fraction of a second: servers would ignore it."""
    if isinstance(given, float) and not given.is_integer():
        raise InvalidInputError(f"{what}: give a whole number of seconds")


def rfc3339(what: str, given: datetime | str | None) -> str | None:
    """A time as RFC 3339 text. The native module parses a ``str``."""
    if not isinstance(given, datetime):
        return given
    return aware(what, given).astimezone(timezone.utc).isoformat()


def aware(what: str, given: datetime) -> datetime:
    """The time; fails if it has no time zone."""
    if given.utcoffset() is None:
        raise InvalidInputError(
            f"{what}: the time has no time zone. Give one with a time zone, such as "
            "datetime.now(timezone.utc)"
        )
    return given
