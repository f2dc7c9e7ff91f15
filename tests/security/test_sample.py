"""A few attacks, requests and comparisons of `make security`: `make test` notices when they stop holding."""

from __future__ import annotations

import pytest

from tests.fuzz import run as fuzz
from tests.security import attacks, hostile_requests, reuse, run, send_requests

pytestmark = pytest.mark.server


def test_there_are_as_many_as_promised() -> None:
    found = attacks.load({})
    assert len({attack.code + repr(attack.limits) for attack in found}) > 20000
    assert len(hostile_requests.all_requests()) >= 300


def test_attacks_do_not_hold(capsys: pytest.CaptureFixture[str]) -> None:
    # Prime, so that it walks through the lists that attacks are made of.
    assert run.main(["--every", "797", "--show"]) == 0, capsys.readouterr().out


def test_hostile_requests_do_not_hold(capsys: pytest.CaptureFixture[str]) -> None:
    assert send_requests.main(["--every", "29", "--show"]) == 0, capsys.readouterr().out


def test_a_used_executor_answers_as_a_fresh_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert reuse.main(["--every", "97"]) == 0, capsys.readouterr().out


def test_fuzzing_frames_finds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz.main(["--minutes", "0.05", "--target", "frames", "--seed", "1"]) == 0, capsys.readouterr().out
