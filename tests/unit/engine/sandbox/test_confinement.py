"""Confinement on this machine, in processes of its own: all steps hold, and a hole in one is found."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from engine.executor import launch
from engine.sandbox import confine, self_test
from node.config import Settings
from tests.php.interpreters import find_interpreters

ROOT = Path(__file__).resolve().parents[4]

HOLE = """
import json, os, sys
from dataclasses import replace
from engine.executor.confinement import Confinement
from engine.sandbox import confine
def nothing(terms):
    pass
def lacking(terms):
    raise OSError(38, "Function not implemented")
def main(arguments):
    hole, _, is_lacking = arguments[0].partition("!")
    confine.STEPS = tuple(
        replace(step, apply=lacking if is_lacking else nothing) if step.name == hole else step for step in confine.STEPS
    )
    confined = Confinement(frozenset(arguments[1:]), os.getppid(), 1 << 40, 1 << 40)
    print(json.dumps([confined.confine_zygote(), confined.lacking]))
"""


@pytest.fixture(params=find_interpreters(), ids=lambda interpreter: interpreter.kind)
def interpreter(request: pytest.FixtureRequest) -> launch.Interpreter:
    found: launch.Interpreter = request.param
    return found


def tried(interpreter: launch.Interpreter, folder: Path, hole: str, *required: str) -> tuple[list[str], dict[str, str]]:
    """Faults and lacks where the step named `hole` does nothing, or with `!lacking` behind it cannot be taken."""
    (folder / "hole.py").write_text(HOLE)
    line = launch.command(interpreter, "hole", [hole, *required])
    line[line.index("-c") + 1] = f"import sys; sys.path.append({str(folder)!r}); " + line[line.index("-c") + 1]
    answer = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=120, check=True)
    faults, lacking = json.loads(answer.stdout)
    return faults, lacking


def test_nothing_gets_away(interpreter: launch.Interpreter, tmp_path: Path) -> None:
    faults, lacking = tried(interpreter, tmp_path, "", "rlimits", "seccomp", "descriptors", "no_new_privs", "privacy")
    assert faults == []
    assert set(lacking) <= set(confine.NAMES) - {"seccomp", "rlimits"}


@pytest.mark.parametrize("hole", ["seccomp", "rlimits"])
def test_a_hole_is_found(interpreter: launch.Interpreter, tmp_path: Path, hole: str) -> None:
    faults, _lacking = tried(interpreter, tmp_path, hole)
    assert any(fault.startswith("got away") for fault in faults)


def test_what_is_required_and_lacking_is_refused(interpreter: launch.Interpreter, tmp_path: Path) -> None:
    _faults, lacking = tried(interpreter, tmp_path, "")
    for name, reason in lacking.items():
        faults, _lacking = tried(interpreter, tmp_path, "", name)
        assert faults == [f"{name} is required: {reason}"]


@pytest.mark.parametrize("name", ["seccomp", "rlimits"])
def test_without_what_settings_ask_for_by_default_nothing_is_served(
    interpreter: launch.Interpreter, tmp_path: Path, name: str
) -> None:
    required = Settings.model_fields["required_confinement"].default.split(",")
    faults, lacking = tried(interpreter, tmp_path, f"{name}!lacking", *required)
    assert lacking[name] == "Function not implemented"
    assert faults == [f"{name} is required: Function not implemented"]


def test_every_mechanism_that_an_attempt_names_is_a_step() -> None:
    for attempt in self_test.ATTEMPTS:
        assert set(attempt.stopped_by) <= set(confine.NAMES), attempt.name
    assert {"seccomp", "landlock", "mounts", "rlimits", "namespaces", "identity", "descriptors"} <= {
        name for attempt in self_test.ATTEMPTS for name in attempt.stopped_by
    }


def test_seccomp_comes_last() -> None:
    assert confine.STEPS[-1].name == "seccomp"
    assert [step.stage for step in confine.STEPS] == sorted(
        (step.stage for step in confine.STEPS), key=lambda stage: stage is confine.Stage.EXECUTOR
    )
