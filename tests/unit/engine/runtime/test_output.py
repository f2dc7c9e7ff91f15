"""What output buffers do that a script cannot see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.errors import LimitExceededError, Outcome, PhpThrown
from engine.request import Limits, Request
from engine.runtime.context import ctx

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _fresh_context() -> Iterator[None]:
    ctx.begin(Request(code="", limits=Limits(output_kb=1)))
    yield
    ctx.begin(Request(code=""))


def test_output_beyond_the_limit_ends_the_execution_and_keeps_what_fits() -> None:
    with pytest.raises(LimitExceededError) as caught:
        ctx.output.write("x" * 2000)
    assert caught.value.outcome is Outcome.OUTPUT_LIMIT
    assert len(ctx.output.result()) == 1024


def test_a_buffer_counts_against_the_limit_too() -> None:
    ctx.output.start(None, 0, 112, "default output handler")
    with pytest.raises(LimitExceededError):
        ctx.output.write("x" * 2000)
    assert ctx.output.buffers == []
    assert len(ctx.output.result()) == 1024


def test_an_exception_in_a_handler_comes_after_its_buffer_was_passed_on() -> None:
    def handler(_text: str, _mode: int) -> str:
        raise PhpThrown(None)  # type: ignore[arg-type]

    ctx.output.start(handler, 0, 112, "handler")
    ctx.output.write("kept")
    with pytest.raises(PhpThrown):
        ctx.output.pop("ob_end_flush")
    assert ctx.output.result() == "kept"
    assert ctx.output.buffers == []


def test_what_a_handler_prints_is_lost() -> None:
    def handler(text: str, _mode: int) -> str:
        ctx.output.write("lost")
        return text

    ctx.output.start(handler, 0, 112, "handler")
    ctx.output.write("a")
    ctx.output.flush_all()
    assert ctx.output.result() == "a"


def test_the_first_output_sends_the_headers() -> None:
    assert not ctx.output.headers_sent
    ctx.output.write("")
    assert not ctx.output.headers_sent
    ctx.output.write("x")
    assert ctx.output.headers_sent
