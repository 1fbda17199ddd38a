"""Arguments that are easily mistaken, checked before the native module reads them."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, TypeVar

from ._errors import InvalidInputError

if TYPE_CHECKING:
    from collections.abc import Iterable

_Text = TypeVar("_Text", bound=str)
_Record = TypeVar("_Record")


def name_list(what: str, given: Iterable[_Text]) -> list[_Text]:
    """A text is an iterable of texts too, and never what is meant."""
    if isinstance(given, str):
        raise InvalidInputError(f"{what}: give a list of names, not one text")
    return list(given)


def optional_name_list(what: str, given: Iterable[_Text] | None) -> list[_Text] | None:
    """As :func:`name_list`, for what may be left out."""
    return None if given is None else name_list(what, given)


def record_list(
    what: str, kind: type[_Record], given: Iterable[_Record | Mapping[str, Any]]
) -> list[_Record]:
    """Records, some perhaps as mappings. One mapping is iterable too, and never what is meant."""
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
        f"{what}: each is a {kind.__name__}, or a mapping with its fields and nothing else"
    )


def whole_seconds(what: str, given: float | None) -> None:
    """Servers count a credential's time in whole seconds: a fraction would be lost unnoticed."""
    if isinstance(given, float) and not given.is_integer():
        raise InvalidInputError(f"{what}: give a whole number of seconds")


def rfc3339(what: str, given: datetime | str | None) -> str | None:
    """A time as RFC 3339 text. A text is read by the native module."""
    if not isinstance(given, datetime):
        return given
    return aware(what, given).astimezone(timezone.utc).isoformat()


def aware(what: str, given: datetime) -> datetime:
    """A time without a time zone could be any of two dozen."""
    if given.utcoffset() is None:
        raise InvalidInputError(
            f"{what}: the time has no time zone. Give one that has, such as "
            "datetime.now(timezone.utc)"
        )
    return given
