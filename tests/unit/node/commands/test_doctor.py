"""What `howdah doctor` makes of what it finds."""

from __future__ import annotations

import resource

import pytest

from node.commands import doctor

PROGRAM = "55d0c0a5e000-55d0c0a5f000 r--p 00000000 fe:00 12 /usr/bin/python3.11\n"
LIBRARY = "7f2a4c000000-7f2a4c001000 r--p 00000000 fe:00 13 /opt/python/lib/libpython3.11.so.1.0\n"


@pytest.mark.parametrize(
    ("built_with", "maps", "verdict"),
    [
        # Debian: the library is built, the program does without.
        ("'--enable-shared' '--prefix=/usr'", PROGRAM, "ok"),
        ("'--enable-shared' '--prefix=/opt/python'", PROGRAM + LIBRARY, "poor"),
        ("'--enable-shared' '--enable-optimizations'", PROGRAM + LIBRARY, "ok"),
    ],
)
def test_an_interpreter_that_is_a_library_built_without_optimisations_is_named(
    built_with: str, maps: str, verdict: str
) -> None:
    finding = doctor._python(built_with, maps)
    assert finding.verdict == verdict
    assert ("a third more" in finding.cost) == (verdict == "poor")


def test_the_interpreter_that_runs_is_named() -> None:
    [found, *_] = doctor.check_interpreters()
    assert found.name == "Python"
    assert "python" in found.found


@pytest.mark.parametrize(("most", "verdict"), [(524288, "ok"), (1024, "poor")])
def test_open_files_are_those_that_a_node_may_take(monkeypatch: pytest.MonkeyPatch, most: int, verdict: str) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _which: (1024, most))
    [found] = [finding for finding in doctor.check_limits() if finding.name == "open files"]
    assert (found.verdict, found.found) == (verdict, str(most))
