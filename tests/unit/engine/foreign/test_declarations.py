"""What cffi reads is what is declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.foreign import declarations

if TYPE_CHECKING:
    from pathlib import Path


def test_the_written_module_is_fresh(tmp_path: Path) -> None:
    """`make foreign` was run after the last change."""
    again = tmp_path / "compiled.py"
    declarations.write(again)
    assert again.read_text() == declarations.WRITTEN.read_text()
