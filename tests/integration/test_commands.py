"""The other subcommands: what they print, and their exit codes."""

from __future__ import annotations

import subprocess

import pytest

from tests.integration.serving import command, environment

pytestmark = pytest.mark.server


def run(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments), env=environment(settings), capture_output=True, text=True, timeout=60, check=False
    )


def test_config_prints_every_setting_with_its_source() -> None:
    ended = run("config", HOWDAH_PORT="1234", HOWDAH_DATABASE_URL="postgres://me:secret@db/x")
    lines = {line.split()[0]: line for line in ended.stdout.splitlines()}
    assert ended.returncode == 0
    assert lines["port"].split() == ["port", "=", "1234", "#", "environment"]
    assert lines["backlog"].split() == ["backlog", "=", "16384", "#", "default"]
    assert "secret" not in ended.stdout


def test_config_names_a_wrong_value() -> None:
    ended = run("config", HOWDAH_WORKERS="none")
    assert ended.returncode == 2
    assert "HOWDAH_WORKERS (from the environment): expected a valid integer" in ended.stderr
    assert "'none'" in ended.stderr


def test_doctor_says_what_is_there_and_what_is_not() -> None:
    ended = run("doctor")
    names = {line.split()[1] for line in ended.stdout.splitlines() if line.split()[0] in ("ok", "poor", "missing")}
    assert {"settings", "Python", "PyPy", "packages", "libpcre2", "kernel", "landlock", "seccomp", "pidfd"} <= names
    assert ended.returncode == int("missing" in ended.stdout)


def test_doctor_reports_wrong_settings() -> None:
    ended = run("doctor", HOWDAH_PORT="x")
    assert ended.returncode == 1
    assert "missing settings" in " ".join(ended.stdout.split())


def test_help_names_every_subcommand() -> None:
    ended = run("--help")
    assert ended.returncode == 0
    for name in ("run", "serve", "up", "restart", "status", "down", "config", "doctor"):
        assert name in ended.stdout
