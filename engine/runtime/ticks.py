"""`declare(ticks=n)`: the functions that run after every so many statements."""

from __future__ import annotations

from typing import Any, Callable, List

from engine.runtime.context import ctx


class TickFunction:
    """A registered function; one that is running is not run again by its own statements."""

    def __init__(self, callback: Any, run: Callable[[], Any]) -> None:
        self.callback = callback
        self.run = run
        self.is_running = False


class Ticks:
    """What an execution has registered, and how many statements were counted since it ran."""

    def __init__(self) -> None:
        self.functions: List[TickFunction] = []
        self.count = 0


def ticks() -> Ticks:
    """This execution's."""
    return ctx.state("ticks", Ticks)


def tick(every: int) -> None:
    """A statement that counts has run."""
    state = ticks()
    state.count += 1
    if state.count < every:
        return
    state.count = 0
    for function in list(state.functions):
        if not function.is_running:
            function.is_running = True
            try:
                function.run()
            finally:
                function.is_running = False
