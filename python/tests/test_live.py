"""The selection of scenarios by `tests/run.py live`, and its report."""

from __future__ import annotations

import json
from pathlib import Path

import live
import pytest

SCENARIOS = Path(live.__file__).parent / "scenarios"
ERAS = ("may23", "feb24", "jun24", "modern")


def write(folder: Path, name: str, **fields: object) -> None:
    scenario = {"name": name, "targets": ["live"], "steps": [{"op": "x"}]} | fields
    (folder / f"{name}.json").write_text(json.dumps(scenario))


def told(era: str) -> dict[str, str]:
    return {"ERA": era, "CODE_CMD": "code", "FIXTURES": "fixtures.json"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "fragments").mkdir()
    mailed = {"once": True, "steps": [{"include": "sign-up"}]}
    (tmp_path / "fragments" / "user.json").write_text(json.dumps(mailed))
    sign_up = [{"op": "fixture.code", "args": {}}]
    (tmp_path / "fragments" / "sign-up.json").write_text(json.dumps(sign_up))
    write(tmp_path, "all")
    write(tmp_path, "old", eras=["may23"])
    write(tmp_path, "new", eras=["jun24", "modern"])
    write(tmp_path, "local", targets=["devserver"])
    write(tmp_path, "recorded", targets=["replay"])
    write(tmp_path, "mailed", steps=[{"include": "user"}])
    write(tmp_path, "prepared", steps=[{"op": "x", "args": {"project": "$fixtures.sealed.id"}}])
    return tmp_path


@pytest.mark.parametrize(
    ("era", "names"),
    [
        ("may23", ["all", "mailed", "old", "prepared"]),
        ("feb24", ["all", "mailed", "prepared"]),
        ("jun24", ["all", "mailed", "new", "prepared"]),
        ("modern", ["new"]),
    ],
)
def test_choose_takes_only_scenarios_of_the_era(folder: Path, era: str, names: list[str]) -> None:
    chosen, left_out = live.choose(folder, told(era))
    assert [file.stem for file in chosen] == names
    every = ["all", "local", "mailed", "new", "old", "prepared", "recorded"]
    assert sorted([*names, *left_out]) == every


def test_choose_gives_the_reason_of_each_scenario_left_out(folder: Path) -> None:
    _, left_out = live.choose(folder, {"ERA": "feb24"})
    assert left_out == {
        "local": "needs the local server",
        "recorded": "needs recorded answers",
        "mailed": "needs a mailed code: set INFISICAL_E2EE_TEST_CODE_CMD",
        "prepared": "needs encrypted projects of early 2024: set INFISICAL_E2EE_TEST_FIXTURES",
        "new": "only for jun24, modern",
        "old": "only for may23",
    }
    _, left_out = live.choose(folder, told("modern"))
    assert left_out["all"] == "only for may23, feb24, jun24"


@pytest.mark.parametrize(
    ("status", "config", "era"),
    [
        ({"message": "Ok"}, None, "may23"),
        ({"redisConfigured": False}, {"allowSignUp": True}, "feb24"),
        ({"redisConfigured": False}, {"instanceId": "1"}, "jun24"),
        ({"redisConfigured": True}, {"instanceId": "1", "fipsEnabled": None}, "modern"),
    ],
)
def test_era_of_detects_era_from_status_and_settings(
    status: dict[str, object], config: dict[str, object] | None, era: str
) -> None:
    assert live.era_of(status, config) == era


def test_target_with_wrong_era_variable_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "era_at", lambda _url: "jun24")
    variables = {"INFISICAL_E2EE_TEST_URL": "http://localhost/"}
    assert live.target(variables) == {"URL": "http://localhost", "ERA": "jun24"}
    with pytest.raises(SystemExit, match="is of the era jun24"):
        live.target(variables | {"INFISICAL_E2EE_TEST_ERA": "feb24"})
    with pytest.raises(SystemExit, match="INFISICAL_E2EE_TEST_URL"):
        live.target({})


def test_report_counts_what_passed_failed_and_does_not_apply() -> None:
    printed = "ok      a\nFAILED  b\n1 passed, 1 failed\n"
    report = live.report(printed, {"c": "only for may23", "d": "only for may23"})
    assert "not applicable (2): only for may23\n        c\n        d\n" in report
    assert report.endswith("\npassed 1, failed 1, not applicable 2\n")


@pytest.mark.parametrize("era", ERAS)
def test_choose_of_real_scenarios_takes_only_those_of_the_era(era: str) -> None:
    chosen, left_out = live.choose(SCENARIOS, told(era))
    assert chosen
    for file in chosen:
        scenario = json.loads(file.read_text())
        assert "live" in scenario["targets"]
        assert era in scenario.get("eras", ERAS[:3])
    assert len(chosen) + len(left_out) == len(list(SCENARIOS.glob("*.json")))
