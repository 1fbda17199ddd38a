"""Arguments that are easily mistaken, checked before the native module reads them."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING, TypeVar

from ._errors import InvalidInputError

if TYPE_CHECKING:
    from collections.abc import Iterable

_Text = TypeVar("_Text", bound=str)


def name_list(what: str, given: Iterable[_Text]) -> list[_Text]:
    """A text is an iterable of texts too, and never what is meant."""
    if isinstance(given, str):
        raise InvalidInputError(f"{what}: give a list of names, not one text")
    return list(given)


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
