"""What compiled scripts may touch: names and attributes of the emitted Python are held to a whitelist.

Every script of tests/php is compiled and run, and each text given to Python is walked.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from engine.compiler.runtime_names import NAMES
from engine.compiler.unit_compiler import UnitCompiler
from engine.pipeline import Engine
from engine.request import Limits, Request

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPTS = sorted(Path(__file__).parents[3].glob("php/**/*.phpt"))

# v_ and w_ PHP variables, t temporaries, x loop flags, k constants, b_ and o_ builtins, f_ functions, p compiled code,
# m_ methods, z_ the calling convention.
NAME = re.compile(r"(?:v_|w_|z_)\w+|[txk]\d+|[bo]_\w+|f_\d+_\w*|p\d+_\w*|m_\d+_\w*|main|thunk", re.ASCII)
ATTRIBUTE = re.compile(r"(?:p_|g_|r\d+_|m_|n_)\w+", re.ASCII)
ATTRIBUTES = frozenset(
    """__dict__ ancestors append by_ref by_ref_flags called captured classes constructor d deferred_place
    destroy_native ending entry fn from_strings functions get globals h holders in_release info items join l make name
    object php_class place scope share silence_depth static_variables statics takes_references this v""".split()
)


@pytest.fixture(scope="module")
def texts() -> Iterator[list[str]]:
    found: list[str] = []
    UnitCompiler.listener = staticmethod(found.append)
    engine = Engine()
    for path in SCRIPTS:
        source = path.read_text("latin-1").partition("--FILE--\n")[2].partition("\n--EXPECT")[0]
        engine.execute(Request(code=source, limits=Limits(wall_ms=2000, memory_mb=512)))
    yield found
    UnitCompiler.listener = None


def test_every_script_was_compiled(texts: list[str]) -> None:
    assert len(texts) > len(SCRIPTS)


def test_names_are_ours(texts: list[str]) -> None:
    strange = {
        node.id
        for text in texts
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Name) and node.id not in NAMES and not NAME.fullmatch(node.id)
    }
    assert not strange


def test_attributes_are_ours(texts: list[str]) -> None:
    strange = {
        node.attr
        for text in texts
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute) and node.attr not in ATTRIBUTES and not ATTRIBUTE.fullmatch(node.attr)
    }
    assert not strange


def test_text_holds_no_construct_that_imports_or_formats(texts: list[str]) -> None:
    forbidden = (
        ast.Import,
        ast.ImportFrom,
        ast.JoinedStr,
        ast.ClassDef,
        ast.Lambda,
        ast.Global,
        ast.Nonlocal,
        ast.With,
    )
    for text in texts:
        for node in ast.walk(ast.parse(text)):
            assert not isinstance(node, forbidden)


def test_python_builtins_are_out_of_reach() -> None:
    assert set(NAMES["__builtins__"]) == {"type", "int", "str", "float", "bool", "len", "isinstance"}
