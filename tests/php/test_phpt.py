"""The `.phpt` reader judges as PHP's own run-tests.php does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.php import phpt

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path, text: str) -> Path:
    path = folder / "case.phpt"
    path.write_bytes(text.encode("latin-1"))
    return path


def judged(folder: Path, section: str, expected: str, printed: str) -> bool:
    path = written(folder, f"--TEST--\nt\n--FILE--\n<?php\n--{section}--\n{expected}")
    return phpt.is_expected(phpt.parse(path), printed.encode("latin-1"))


def test_sections_are_read_with_their_bytes(tmp_path: Path) -> None:
    test = phpt.parse(
        written(
            tmp_path,
            "--TEST--\nA title\n--INI--\nprecision=5\ndate.timezone = Asia/Tokyo\n--ARGS--\n-a 'b c'\n--ENV--\nX=1\n"
            "--STDIN--\nin\n--FILE--\n<?php echo \xff;\n--EXPECT--\nout",
        )
    )
    assert test.title == "A title"
    assert test.code == b"<?php echo \xff;\n"
    assert test.arguments == ["-a", "b c"]
    assert test.environment == {"X": "1"}
    assert test.stdin == b"in\n"
    assert test.ini["precision"] == "5"
    assert test.ini["date.timezone"] == "Asia/Tokyo"
    assert test.ini["error_reporting"] == "30719"
    assert test.script_path.name == "case.php"


def test_what_follows_done_is_no_part_of_the_script(tmp_path: Path) -> None:
    test = phpt.parse(written(tmp_path, "--TEST--\nt\n--FILE--\n<?php\n?>\n===DONE===\nnotes\n--EXPECT--\n===DONE==="))
    assert test.code == b"<?php\n?>\n===DONE===\n"


def test_fileeof_has_no_newline_at_its_end(tmp_path: Path) -> None:
    test = phpt.parse(written(tmp_path, "--TEST--\nt\n--FILEEOF--\n<?php // end\n--EXPECT--\n"))
    assert test.code == b"<?php // end"


def test_externals_are_read_from_beside_the_test(tmp_path: Path) -> None:
    (tmp_path / "script.inc").write_bytes(b"<?php 1;")
    (tmp_path / "out.txt").write_bytes(b"one")
    path = written(tmp_path, "--TEST--\nt\n--FILE_EXTERNAL--\nscript.inc\n--EXPECT_EXTERNAL--\nout.txt\n")
    test = phpt.parse(path)
    assert test.code == b"<?php 1;"
    assert phpt.is_expected(test, b"one\n")


@pytest.mark.parametrize(
    "text",
    [
        "no heading",
        "--TEST--\nt\n--FILE--\n<?php\n",
        "--TEST--\nt\n--EXPECT--\n",
        "--TEST--\nt\n--FILE--\n1\n--FILE--\n2\n--EXPECT--\n",
        "--TEST--\nt\n--FILE--\n1\n--NOSUCH--\n2\n--EXPECT--\n",
        "--TEST--\nt\n--FILE--\n1\n--EXPECT--\n1\n--EXPECTF--\n1\n",
    ],
)
def test_malformed_files_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(phpt.MalformedTestError):
        phpt.parse(written(tmp_path, text))


def test_surrounding_space_and_carriage_returns_do_not_matter(tmp_path: Path) -> None:
    assert judged(tmp_path, "EXPECT", "\na\r\nb\n", "a\nb\n\n")
    assert not judged(tmp_path, "EXPECT", "a b", "a  b")


@pytest.mark.parametrize(
    ("expected", "printed", "is_match"),
    [
        ("%d", "12", True),
        ("%d", "-12", False),
        ("%i", "-12", True),
        ("%f", "-1.5E+10", True),
        ("%x", "fF09", True),
        ("x%sy", "x any thing y", True),
        ("x%sy", "xy", False),
        ("x%Sy", "xy", True),
        ("x%sy", "x\ny", False),
        ("x%ay", "x\ny", True),
        ("x%Ay", "xy", True),
        ("x%wy", "x \t\ny", True),
        ("%c", "?", True),
        ("a%0b", "a\0b", True),
        ("%eusr", "/usr", True),
        ("a.b", "axb", False),
        ("%r[ab]+%r!", "abba!", True),
        ("%r(a|b)%r %d", "b 3", True),
        ("50%r off", "50%r off", True),
        ("100%", "100%", True),
        ("%%d", "%5", True),
        ("one", "one two", False),
    ],
)
def test_placeholders(tmp_path: Path, expected: str, printed: str, is_match: bool) -> None:  # noqa: FBT001
    assert judged(tmp_path, "EXPECTF", expected, printed) is is_match


def test_regular_expressions_must_match_all_of_the_output(tmp_path: Path) -> None:
    assert judged(tmp_path, "EXPECTREGEX", r"a+\d", "aaa5")
    assert not judged(tmp_path, "EXPECTREGEX", r"a+\d", "aaa5b")
    assert not judged(tmp_path, "EXPECTREGEX", r"(", "(")


def test_a_runaway_expression_is_a_mismatch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phpt, "MATCH_LIMIT_SECONDS", 0.2)
    assert not judged(tmp_path, "EXPECTREGEX", r"(a+)+b", "a" * 60)


def test_companions_are_what_the_script_names_and_what_lies_beside(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "used.inc").write_bytes(b"<?php include 'deep/second.php';")
    (tmp_path / "deep" / "second.php").write_bytes(b"second")
    (tmp_path / "deep" / "unused.php").write_bytes(b"unused")
    (tmp_path / "beside.txt").write_bytes(b"beside")
    (tmp_path / "other.phpt").write_bytes(b"")
    (tmp_path / "other.php").write_bytes(b"left by another test")
    test = phpt.parse(written(tmp_path, "--TEST--\nt\n--FILE--\n<?php require __DIR__ . '/used.inc';\n--EXPECT--\n"))
    assert sorted(phpt.companions(test)) == ["beside.txt", "deep/second.php", "used.inc"]
