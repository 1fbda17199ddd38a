"""The values of scenarios: replaces variables, converts results to JSON, compares them."""

from __future__ import annotations

import dataclasses
import re
from base64 import b64encode
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from infisical_e2ee import (
    AuditedSecret,
    BulkResult,
    CreatedAccessToken,
    CreatedApiKey,
    CreatedClientSecret,
    CreatedServiceAccount,
    CreatedServiceToken,
    EmergencyKit,
    InfisicalError,
    Invitation,
    LeaseCredential,
    Secret,
    SecretFailure,
    SecretList,
    SecretMetadata,
    SecretVersion,
)

ERAS = {
    *("may23", "feb24", "jun24", "oct24", "oct24-e2ee", "modern", "jul26", "jul26-e2ee"),
    *("hostile", "default"),
}
SECRET_FIELDS = (
    "id",
    "name",
    "value",
    "value_read",
    "comment",
    "type",
    "version",
    "project_id",
    "environment",
    "path",
    "tags",
    "metadata",
    "reminder_days",
    "reminder_note",
    "skip_multiline_encoding",
    "created_at",
    "updated_at",
    "end_to_end_encrypted",
)
CONFIDENTIAL = (
    AuditedSecret,
    CreatedAccessToken,
    CreatedApiKey,
    CreatedClientSecret,
    CreatedServiceAccount,
    CreatedServiceToken,
    EmergencyKit,
    Invitation,
    LeaseCredential,
    SecretMetadata,
    SecretVersion,
)
DURATIONS = {
    "access_token_ttl",
    "access_token_max_ttl",
    "default_ttl",
    "expires_in",
    "max_ttl",
}
PATH = r"[a-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*"
WHOLE = re.compile(rf"\$({PATH})")
PART = re.compile(rf"\$\{{({PATH})\}}")


class Mismatch(Exception):
    """A result that does not match, or an error in the scenario."""


def expand(value: Any, variables: dict[str, Any]) -> Any:
    """Fills in ``$name.path``, ``${name.path}`` and ``{"$repeat": [text, times]}``.

    Text after ``$$`` is taken as it is, after one ``$``.
    """
    if isinstance(value, str):
        if value.startswith("$$"):
            return value[1:]
        whole = WHOLE.fullmatch(value)
        if whole:
            return look_up(whole[1], variables)
        return PART.sub(lambda part: str(look_up(part[1], variables)), value)
    if isinstance(value, list):
        return [expand(item, variables) for item in value]
    if isinstance(value, dict):
        if value.keys() == {"$repeat"}:
            text, times = value["$repeat"]
            return str(text) * int(times)
        return {key: expand(item, variables) for key, item in value.items()}
    return value


def look_up(path: str, variables: dict[str, Any]) -> Any:
    found: Any = variables
    for step in path.split("."):
        try:
            found = found[int(step)] if isinstance(found, list) else found[step]
        except (KeyError, IndexError, TypeError, ValueError):
            raise Mismatch(f"no value ${path}") from None
    return found


def for_era(value: Any, era: str) -> Any:
    """The expectation for this era: the era's entry of a map by era, or otherwise all of it."""
    if isinstance(value, dict) and value and value.keys() <= ERAS:
        return value.get(era, value.get("default"))
    return value


def to_json(result: Any) -> Any:
    """The form in which a result is saved and compared."""
    if isinstance(result, Secret):
        return fields_to_json(result, SECRET_FIELDS)
    if isinstance(result, SecretList):
        failures = [to_json(failure) for failure in result.failures]
        secrets = [to_json(secret) for secret in result]
        return {"secrets": secrets, "failures": failures, "etag": result.etag}
    if isinstance(result, SecretFailure):
        return {"id": result.id, "field": result.field, "code": result.error.code}
    if isinstance(result, InfisicalError):
        return result.code
    if isinstance(result, CONFIDENTIAL):
        return fields_to_json(result, [name for name in dir(result) if not name.startswith("_")])
    if dataclasses.is_dataclass(result) and not isinstance(result, type):
        return fields_to_json(result, [field.name for field in dataclasses.fields(result)])
    if isinstance(result, bytes):
        return b64encode(result).decode()
    if isinstance(result, datetime):
        return result.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    if isinstance(result, (list, tuple, BulkResult)):
        return [to_json(item) for item in result]
    return result


def fields_to_json(result: Any, names: Iterable[str]) -> dict[str, Any]:
    fields = {name: to_json(getattr(result, name)) for name in names}
    for name in DURATIONS & fields.keys():
        fields[name] = seconds_to_json(name, fields[name])
    return fields


def seconds_to_json(name: str, seconds: Any) -> float:
    """Scenarios have durations as whole numbers; in Python they are floats."""
    if type(seconds) is not float:
        raise Mismatch(f"{name} is {seconds!r:.200}, which is no float")
    return int(seconds) if seconds.is_integer() else seconds


def match(wanted: Any, actual: Any, where: str) -> None:
    """Raises an error if the result does not match the expectation."""
    if isinstance(wanted, dict) and any(key.startswith("$") for key in wanted):
        match_special(wanted, actual, where)
    elif isinstance(wanted, dict):
        if not isinstance(actual, dict):
            raise Mismatch(f"{where} is no object")
        for key, item in wanted.items():
            match(item, actual.get(key), f"{where}.{key}")
    elif isinstance(wanted, list):
        if not isinstance(actual, list) or len(actual) != len(wanted):
            raise Mismatch(f"{where} is no list of {len(wanted)}")
        for index, (item, found) in enumerate(zip(wanted, actual)):
            match(item, found, f"{where}.{index}")
    elif type(wanted) is not type(actual) or wanted != actual:
        raise Mismatch(f"{where} is {actual!r:.200}, expected {wanted!r:.200}")


def match_special(wanted: dict[str, Any], actual: Any, where: str) -> None:
    if len(wanted) != 1:
        raise Mismatch(f"{where}: one matcher at a time")
    [(matcher, operand)] = wanted.items()
    if matcher == "$length":
        if not isinstance(actual, (str, list)) or len(actual) != operand:
            raise Mismatch(f"{where} is not of length {operand}")
    elif matcher == "$contains":
        if not isinstance(actual, list) or not any(matches(operand, item) for item in actual):
            raise Mismatch(f"{where} does not contain {operand!r:.200}")
    elif matcher == "$any" and operand is True:
        if actual is None:
            raise Mismatch(f"{where} is missing")
    else:
        raise Mismatch(f"{where}: unknown matcher {matcher}")


def matches(wanted: Any, actual: Any) -> bool:
    try:
        match(wanted, actual, "item")
    except Mismatch as mismatch:
        if "unknown matcher" in str(mismatch):
            raise
        return False
    return True
