"""yield, yield from: Generator objects around Python's own generators.

The body of a PHP generator is a Python generator that yields (key, value), the key AUTO where the script gave none, or
(key, value, True) for what `yield from` passes on, whose keys do not count.
"""

from __future__ import annotations

from typing import Any, Iterator, Tuple

from engine.errors import PhpThrown
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.context import ctx
from engine.runtime.exceptions import throw_error
from engine.runtime.lifetimes import give_number, register
from engine.runtime.objects import PhpObject
from engine.runtime.references import Ref

AUTO = object()


class Generator(PhpObject):
    """A Generator object."""

    is_uncloneable = True

    def setup(self, body: Any, info: Any) -> Generator:
        """Fill a new object in; nothing of `body` has run yet."""
        self._body = body
        self._info = info
        self._key: Any = None
        self._value: Any = None
        self._auto = -1
        self._started = False
        self._finished = False
        self._running = False
        self._returned = False
        self._result: Any = None
        self._advanced = False
        # The generator whose yields `yield from` passes on; others may move it too.
        self._inner: Any = None
        return self

    def _synced(self) -> bool:
        """Whether there is something left after `sync`."""
        self.sync()
        return not self._finished

    def sync(self) -> None:
        """Take over where the generator that this one delegates to was moved by others."""
        inner = self._inner
        if inner is None:
            return
        inner.sync()
        if not inner._finished:
            self._key, self._value = inner._key, inner._value
            return
        self._inner = None
        if inner._returned:
            self._value = inner._last
        else:
            self._resume(self._body.send, None)

    @property
    def must_finish(self) -> bool:
        """Whether its end may run code: it stands between its start and its end, and has a `finally`."""
        return self._started and not self._finished and bool(self._info.has_finally)

    def _resume(self, action: Any, argument: Any) -> None:
        """Run the body to its next yield."""
        if self._running:
            raise throw_error("Error", "Cannot resume an already running generator")
        self._running = True
        try:
            pair = action(argument)
        except StopIteration as stop:
            self._finish()
            self._returned = True
            self._result = stop.value
            return
        except BaseException:
            self._finish()
            raise
        finally:
            self._running = False
        key = pair[0]
        if key is AUTO:
            self._auto += 1
            key = self._auto
        elif type(key) is int and key > self._auto and len(pair) == 2:
            self._auto = key
        self._key = key
        self._value = pair[1]
        self._inner = pair[2] if len(pair) == 3 and pair[2] is not True else None

    def _finish(self) -> None:
        self._finished = True
        self._inner = None
        # What those that share it with others still show; it holds no object longer than PHP does.
        self._last = None if isinstance(self._value, (PhpObject, PhpArray)) and ctx.counts_handles else self._value
        if ctx.counts_handles:
            ctx.destructibles.pop(self.oid, None)
        else:
            ctx.unfinished_generators.pop(id(self), None)
        self._key = self._value = None

    def start(self) -> None:
        """Run to the first yield, if nothing has run yet."""
        if not self._started:
            self._started = True
            if ctx.counts_handles:
                register(self)
            else:
                ctx.unfinished_generators[id(self)] = self
            self._resume(self._body.send, None)

    def move(self) -> None:
        """`next()`."""
        if not self._started:
            self.start()
            self._advanced = True
            if not self._finished:
                self._resume(self._body.send, None)
            return
        self.sync()
        if not self._finished:
            self._advanced = True
            self._resume(self._body.send, None)

    def send_value(self, value: Any) -> Any:
        """`send($value)`."""
        self.start()
        self.sync()
        if self._finished:
            return None
        self._advanced = True
        self._resume(self._body.send, value)
        return self.current_value()

    def throw_in(self, thrown: Any) -> Any:
        """`throw($exception)`."""
        self.start()
        if self._finished:
            raise PhpThrown(thrown)
        self._advanced = True
        self._resume(self._body.throw, PhpThrown(thrown))
        return self.current_value()

    @property
    def is_finished(self) -> bool:
        """Whether it was left for good."""
        return self._finished

    def rewind_to_start(self) -> None:
        """`rewind()`."""
        self.start()
        if self._advanced:
            raise throw_error("Exception", "Cannot rewind a generator that was already run")

    def current_value(self) -> Any:
        """The value at the current yield."""
        if self._inner is not None:
            self.sync()
        value = self._value
        return value.get() if type(value) is Ref else value

    def return_value(self) -> Any:
        """`getReturn()`."""
        self.start()
        if not self._returned:
            text = "Cannot get return value of a generator that hasn't returned"
            raise throw_error("Exception", text)
        return self._result

    def iterate_native(self) -> Iterator[Tuple[Any, Any]]:
        """For foreach: (key, value) to the end."""
        self._begin_walk()
        send = self._body.send
        while not self._finished:
            if self._inner is not None and not self._synced():
                return
            value = self._value
            yield self._key, (share_value(value.get()) if type(value) is Ref else value)
            if not self._finished:
                self._advanced = True
                self._resume(send, None)

    def iterate_values(self) -> Iterator[Any]:
        """`iterate_native` without the keys."""
        self._begin_walk()
        send = self._body.send
        while not self._finished:
            if self._inner is not None and not self._synced():
                return
            value = self._value
            yield share_value(value.get()) if type(value) is Ref else value
            if not self._finished:
                self._advanced = True
                self._resume(send, None)

    def _begin_walk(self) -> None:
        if not self._started:
            self.start()
        elif self._finished:
            raise throw_error("Exception", "Cannot traverse an already closed generator")
        elif self._advanced:
            raise throw_error("Exception", "Cannot rewind a generator that was already run")

    def iterate_references(self) -> Iterator[Tuple[Any, Ref]]:
        """For foreach by reference: (key, Ref) to the end."""
        if not self._info.returns_ref:
            raise throw_error(
                "Exception", "You can only iterate a generator by-reference if it declared that it yields by-reference"
            )
        for key, value in self.iterate_native():
            held = self._value
            yield key, held if type(held) is Ref else Ref(value)

    def destroy_native(self) -> None:
        """Close the body, running its `finally` blocks."""
        if self._finished or self._running:
            # What is running stands on the stack of a suspended fiber, which ends it.
            return
        self._finish()
        if self._started:
            self._close()

    def _close(self) -> None:
        while True:
            try:
                self._body.close()
            except RuntimeError:
                # It yields instead of ending.
                self._body.throw(throw_error("Error", "Cannot yield from finally in a force-closed generator"))
            else:
                return


def make_generator(body: Any, info: Any) -> Generator:
    """A Generator object around a body that has not started."""
    found = ctx.classes.get("generator")
    if found is None:
        found = ctx.classes["generator"] = ctx.library.find_class("generator")
    made: Generator = found.python_type()
    give_number(made)
    return made.setup(body, info)


def close_generators() -> None:
    """Close what the script left unfinished, the oldest first: no `finally` of it may run in a later execution."""
    while ctx.unfinished_generators:
        next(iter(ctx.unfinished_generators.values())).destroy_native()
    for found in list(ctx.destructibles.values()):
        target = found()
        if isinstance(target, Generator):
            target.destroy_native()


def delegate(value: Any) -> Any:
    """`yield from value`, as a Python generator; its result is that of the expression."""
    if type(value) is PhpArray:
        for key, item in value.items():
            yield key, item, True
        return None
    if isinstance(value, Generator):
        return (yield from _delegate_generator(value))
    if isinstance(value, PhpObject) and "traversable" in value.ancestors:
        from engine.runtime.iteration import iterate

        for key, item in iterate(value):
            yield key, item, True
        return None
    raise throw_error("Error", 'Can use "yield from" only with arrays and Traversables')


def _delegate_generator(inner: Generator) -> Any:
    from engine.runtime.support.statements import caught_for_good

    if inner._finished and not inner._returned:
        raise throw_error(
            "Error", "Generator passed to yield from was aborted without proper return and is unable to continue"
        )
    if inner._running:
        raise throw_error("Error", "Impossible to yield from the Generator being currently run")
    inner.start()
    while not inner._finished:
        try:
            sent = yield inner._key, inner._value, inner
        except PhpThrown as thrown:
            caught_for_good(thrown)
            inner.throw_in(thrown.object)
        else:
            if not inner._finished:
                inner._advanced = True
                inner._resume(inner._body.send, sent)
    if not inner._returned:
        raise throw_error("ClosedGeneratorException", "Generator yielded from aborted, no return value available")
    return inner._result
