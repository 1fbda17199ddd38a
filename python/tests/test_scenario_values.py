"""The comparison of scenario results: it accepts expected ones and refuses others."""

from __future__ import annotations

from typing import Any

import pytest
from scenario_values import Mismatch, expand, for_era, match, to_json

from infisical_e2ee import Approval, BulkItem, BulkResult, ConflictError, TokenAuth

MATCHING: list[tuple[Any, Any]] = [
    ({"a": 1}, {"a": 1, "b": 2}),
    ({"a": None}, {}),
    ([{"a": 1}], [{"a": 1, "b": 2}]),
    ({"$length": 3}, "äöü"),
    ({"$contains": {"a": 1}}, [{"a": 2}, {"a": 1}]),
    ({"$any": True}, ""),
    (None, None),
]
DIFFERING: list[tuple[Any, Any]] = [
    ({"a": 1}, {"a": 2}),
    ({"a": 1}, {}),
    ({"a": None}, {"a": 0}),
    ([1], [1, 1]),
    (1, True),
    ("1", 1),
    ({"$length": 3}, "ab"),
    ({"$length": 3}, None),
    ({"$contains": {"a": 1}}, [{"a": 2}]),
    ({"$any": True}, None),
    ({"$unknown": 1}, 1),
    ({"$contains": {"$unknown": 1}}, [1]),
    ({"$any": True, "a": 1}, {"a": 1}),
]


@pytest.mark.parametrize(("wanted", "actual"), MATCHING)
def test_match_accepts_expected_results(wanted: Any, actual: Any) -> None:
    match(wanted, actual, "result")


@pytest.mark.parametrize(("wanted", "actual"), DIFFERING)
def test_match_refuses_other_results(wanted: Any, actual: Any) -> None:
    with pytest.raises(Mismatch):
        match(wanted, actual, "result")


def test_expand_replaces_variables() -> None:
    variables = {"a": {"b": ["x", 7]}, "n": "name"}
    given = ["$a.b.1", "${n}-${a.b.0}", "$$n", "US$", {"$repeat": ["ab", 2]}, {"k": "$n"}]
    assert expand(given, variables) == [7, "name-x", "$n", "US$", "abab", {"k": "name"}]
    for unknown in ("$b", "${a.c}", "$a.b.2"):
        with pytest.raises(Mismatch):
            expand(unknown, variables)


def test_for_era_selects_the_expectation_of_the_era() -> None:
    assert for_era({"may23": 1, "default": 2}, "may23") == 1
    assert for_era({"may23": 1, "default": 2}, "jun24") == 2
    assert for_era({"may23": 1, "name": 2}, "jun24") == {"may23": 1, "name": 2}


def test_to_json_accepts_floats_for_durations_only() -> None:
    assert to_json(TokenAuth(60.0, 0.5, 7, ("10.0.0.0/8",))) == {
        "access_token_ttl": 60,
        "access_token_max_ttl": 0.5,
        "access_token_max_uses": 7,
        "access_token_trusted_ips": ["10.0.0.0/8"],
    }
    whole: Any = 60
    with pytest.raises(Mismatch, match="access_token_ttl"):
        to_json(TokenAuth(whole, 600.0, None, ()))
    uses: Any = 7.0
    with pytest.raises(Mismatch):
        match({"access_token_max_uses": 7}, to_json(TokenAuth(60.0, 60.0, uses, ())), "result")


def test_to_json_of_bulk_result_is_a_list() -> None:
    refused = ConflictError("a policy asks for approval")
    items = [
        BulkItem("A", "delete", "done", None),
        BulkItem("B", "create", "proposed", refused, Approval("1", "open")),
    ]
    assert to_json(BulkResult(items, refused)) == [
        {"name": "A", "action": "delete", "status": "done", "error": None, "approval": None},
        {
            "name": "B",
            "action": "create",
            "status": "proposed",
            "error": "conflict",
            "approval": {"id": "1", "status": "open"},
        },
    ]
