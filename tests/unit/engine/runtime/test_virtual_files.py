"""The tree of files a script sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.request import Request
from engine.runtime import virtual_files as tree
from engine.runtime.context import ctx
from engine.runtime.virtual_files import FileError, virtual_files

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _fresh_context() -> Iterator[None]:
    ctx.begin(Request(code="<?php", files={"lib/a.php": "A", "data.txt": "hello"}))
    yield
    ctx.begin(Request(code=""))


def test_own_files_are_found_below_the_folder() -> None:
    files = virtual_files()
    assert files.find("/app/data.txt").data == b"hello"  # type: ignore[union-attr]
    assert files.find("lib/a.php").data == b"A"  # type: ignore[union-attr]
    assert files.find("/app/main.php").data == b"<?php"  # type: ignore[union-attr]
    assert files.names_in("/app") == ["data.txt", "lib", "main.php"]
    assert files.find("/app/lib").is_folder  # type: ignore[union-attr]


def test_own_files_are_read_only() -> None:
    files = virtual_files()
    for refused in (lambda: files.create("/app/new"), lambda: files.remove("/app/data.txt")):
        with pytest.raises(FileError) as caught:
            refused()
        assert caught.value.reason == tree.DENIED


def test_dots_do_not_lead_out_of_the_tree() -> None:
    files = virtual_files()
    assert files.find("/app/../../../etc/passwd") is None
    assert files.find("../../proc/self/environ") is None
    assert files.resolve("/tmp/../../x") == "/x"


def test_written_files_go_with_the_execution() -> None:
    virtual_files().create("/tmp/x")
    assert virtual_files().find("/tmp/x") is not None
    ctx.begin(Request(code=""))
    assert virtual_files().find("/tmp/x") is None


def test_the_number_of_files_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "WRITTEN_FILES_MAX", 3)
    files = virtual_files()
    files.create("/tmp/a")
    files.create("/tmp/b")
    with pytest.raises(FileError) as caught:
        files.create("/tmp/c")
    assert caught.value.reason == tree.NO_SPACE


def test_the_bytes_written_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "WRITTEN_BYTES_MAX", 10)
    files = virtual_files()
    files.reserve(8)
    with pytest.raises(FileError):
        files.reserve(8)
    files.reserve(-8)
    files.reserve(10)


def test_a_folder_moves_with_what_is_in_it() -> None:
    files = virtual_files()
    files.make_folder("/tmp/a/b", 0o777, recursive=True)
    files.create("/tmp/a/b/c")
    files.rename("/tmp/a", "/tmp/z")
    assert files.find("/tmp/z/b/c") is not None
    assert files.find("/tmp/a") is None
    with pytest.raises(FileError) as caught:
        files.remove_folder("/tmp/z")
    assert caught.value.reason == tree.NOT_EMPTY
