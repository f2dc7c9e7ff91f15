"""Teaches pytest to collect `.phpt` files: each is a test on every interpreter there is, in a warm engine process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.php import phpt
from tests.php.interpreters import EngineDiedError, EngineProcess, find_interpreters, order_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from engine.executor.launch import Interpreter

ENGINES = pytest.StashKey[dict[str, EngineProcess]]()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Make a test file of every `.phpt`."""
    return PhptFile.from_parent(parent, path=file_path) if file_path.suffix == ".phpt" else None


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the engine processes."""
    for engine in config.stash.get(ENGINES, {}).values():
        engine.close()


class PhptFile(pytest.File):
    """One `.phpt` file: an item for each interpreter."""

    def collect(self) -> Iterator[pytest.Item]:
        test = phpt.parse(self.path)
        for interpreter in find_interpreters():
            yield PhptItem.from_parent(self, name=interpreter.kind, test=test, interpreter=interpreter)


class PhptItem(pytest.Item):
    """One `.phpt` file on one interpreter."""

    def __init__(self, *, test: phpt.Phpt, interpreter: Interpreter, **rest: object) -> None:
        super().__init__(**rest)  # type: ignore[arg-type] # pytest's own arguments, passed on as they came
        self.test = test
        self.interpreter = interpreter

    def runtest(self) -> None:
        if self.test.reason_to_skip:
            pytest.skip(self.test.reason_to_skip)
        engines = self.config.stash.setdefault(ENGINES, {})
        engine = engines.setdefault(self.interpreter.kind, EngineProcess(self.interpreter))
        files = phpt.companions(self.test)
        output = engine.execute(order_for(self.test, files))["outputs"][0].encode("latin-1")
        if not phpt.is_expected(self.test, output):
            raise UnexpectedOutputError(self.test, output)

    # Any: pytest types the exception's own representation so.
    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:  # noqa: ARG002
        if isinstance(excinfo.value, UnexpectedOutputError | EngineDiedError):
            return f"{self.test.title}\n{excinfo.value}"
        return str(excinfo.getrepr())

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, f"{self.path.name}[{self.interpreter.kind}]"


class UnexpectedOutputError(Exception):
    """The script printed something else; the message is the difference."""

    def __init__(self, test: phpt.Phpt, output: bytes) -> None:
        super().__init__(phpt.difference(test, output))
