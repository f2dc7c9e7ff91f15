"""Every benchmark program prints what real PHP printed, and keeps the form the harness cuts it by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.run import CUT, Program, load_programs, run_warm
from tests.php.interpreters import EngineProcess, find_interpreters

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAMS = load_programs()


@pytest.fixture(scope="module")
def engine() -> Iterator[EngineProcess]:
    # The first of them, PyPy where there is one: CPython would take minutes.
    process = EngineProcess(find_interpreters()[0])
    yield process
    process.close()


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_program_prints_what_php_printed(engine: EngineProcess, program: Program) -> None:
    assert run_warm(engine, program, 1)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_program_declares_above_its_cut(program: Program) -> None:
    above, _, below = program.source.partition(CUT)
    assert above.startswith("<?php\n// ")
    assert below
    assert not any(line.startswith(("function ", "class ", "interface ")) for line in below.splitlines())
