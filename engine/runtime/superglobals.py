"""$_GET and the rest, from the Request; $GLOBALS."""

from __future__ import annotations

from typing import Any

from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.references import Ref
from engine.runtime.request_data import make_superglobal
from engine.runtime.support.symbol_tables import SUPERGLOBALS, table_unset
from engine.runtime.support.variables import shared
from engine.runtime.values import MISSING


def superglobal(name: str) -> Ref:
    """The slot of a superglobal, to write to: filled on first use, null after an `unset`."""
    reference = _slot(name)
    if reference.v is MISSING:
        reference.v = None
    return reference


def superglobal_read(name: str) -> Ref:
    """As `superglobal`, to update: PHP complains where it was unset."""
    if _slot(name).v is MISSING:
        ctx.warning(f"Undefined global variable ${name}")
    return superglobal(name)


def superglobal_get(name: str) -> Any:
    """`$_GET`."""
    reference = _slot(name)
    if reference.v is MISSING:
        ctx.warning(f"Undefined global variable ${name}")
        return None
    return reference.get()


def superglobal_quiet(name: str) -> Any:
    """`$_GET` for isset, `??` and empty."""
    value = _slot(name).get()
    return None if value is MISSING else value


def _slot(name: str) -> Ref:
    # Nothing here starts a session.
    reference = ctx.globals.get(name)
    if reference is None:
        reference = ctx.globals[name] = Ref(MISSING if name == "_SESSION" else make_superglobal(name))
    return reference


def bind_superglobal(name: str, reference: Ref) -> Ref:
    """`$_GET = &$x`."""
    ctx.globals[name] = reference
    return reference


def unset_superglobal(name: str) -> None:
    """`unset($_GET)`."""
    ctx.globals[name] = Ref(MISSING)


def unset_global(name: str) -> None:
    """`unset($GLOBALS[name])`."""
    if name in SUPERGLOBALS:
        # Absent, it would be filled again.
        unset_superglobal(name)
    else:
        table_unset(ctx.globals, name)


def globals_array() -> PhpArray:
    """`$GLOBALS` as a value: a copy."""
    made = PhpArray()
    for name, reference in ctx.globals.items():
        if reference.v is MISSING:
            continue
        if reference.holders > 1:
            made.bind(name, reference)
        else:
            made.set(name, shared(reference.get()))
    return made


def globals_proxy() -> Any:
    """The array through which global variables are written."""
    return _Globals()


class _Globals(PhpArray):
    """An array whose elements are the global variables."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__()
        self.l = None
        self.r = {name: ref for name, ref in ctx.globals.items() if ref.v is not MISSING}

    def set(self, key: Any, value: Any) -> None:
        """`$GLOBALS[key] = value`."""
        reference = ctx.globals.get(str(key))
        if reference is None:
            ctx.globals[str(key)] = Ref(value)
        else:
            reference.set(value)

    def set_name(self, key: Any, value: Any) -> None:
        """As `set`."""
        self.set(key, value)

    def ref(self, key: Any) -> Ref:
        """`&$GLOBALS[key]`."""
        from engine.runtime.support.symbol_tables import table_ref

        return table_ref(ctx.globals, str(key))

    def bind(self, key: Any, reference: Ref) -> None:
        """`$GLOBALS[key] = &$x`."""
        ctx.globals[str(key)] = reference

    def unset(self, key: Any) -> None:
        """`unset($GLOBALS[key])`."""
        unset_global(str(key))
