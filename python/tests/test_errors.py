"""The exceptions: their codes, text, and pickling."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path

import pytest

import infisical_e2ee
from infisical_e2ee import InfisicalError, NotFoundError, OperationTimeoutError, RateLimitedError
from infisical_e2ee._errors import from_native
from infisical_e2ee._native import error_codes


def test_error_codes_have_the_classes_in_errors_json(repository: Path) -> None:
    table = json.loads((repository / "tests" / "errors.json").read_text())
    agreed = {entry["code"]: entry["class"] for entry in table["codes"]}
    here = {error.code: error.__name__ for error in InfisicalError.__subclasses__()}
    assert here == agreed
    assert set(error_codes()) == here.keys()
    for name in here.values():
        assert name in infisical_e2ee.__all__


@pytest.mark.parametrize("code", error_codes())
def test_native_error_has_the_class_of_its_code_and_can_be_pickled(code: str) -> None:
    error = from_native(code, "what happened", 429, "r-1", True, 1.5)
    assert type(error) is not InfisicalError
    assert (error.code, error.message) == (code, "what happened")
    assert (error.status, error.request_id) == (429, "r-1")
    assert (error.retryable, error.retry_after) == (True, 1.5)
    for copied in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(copied) is type(error)
        assert vars(copied) == vars(error)
        assert str(copied) == str(error) == "what happened (HTTP 429, request r-1)"


def test_error_text_has_status_and_request_id_if_known() -> None:
    assert str(NotFoundError("no secret A")) == "no secret A"
    assert str(NotFoundError("no secret A", status=404)) == "no secret A (HTTP 404)"
    assert repr(NotFoundError("no secret A", status=404)) == "NotFoundError('no secret A')"


def test_timeout_and_connection_errors_are_builtin_subclasses() -> None:
    assert issubclass(OperationTimeoutError, TimeoutError)
    assert issubclass(infisical_e2ee.ConnectionFailedError, ConnectionError)
    assert not issubclass(RateLimitedError, OSError)


def test_unreachable_server_raises_connection_error() -> None:
    with pytest.raises(ConnectionError) as caught:
        infisical_e2ee.Client(base_url="http://127.0.0.1:1").account.start_sign_up("a@example.test")
    assert isinstance(caught.value, infisical_e2ee.ConnectionFailedError)
    assert caught.value.retryable
