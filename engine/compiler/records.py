"""Array literals with string keys: on PyPy, all arrays of one literal share the layout of an object's attributes.

A dict takes six times the memory of its values, and each of its reads a call; an object's attribute is one load. On
tests/benchmarks/programs/sorting_callbacks.php that halves the time.
"""

from __future__ import annotations

import sys
import types
from typing import Any, Callable, Sequence

from engine.compiler.emit import quote
from engine.runtime.arrays import PhpArray

IS_WORTH_IT = sys.implementation.name == "pypy"
MAXIMUM_KEYS = 24


def record_maker(names: Sequence[str]) -> Callable[..., PhpArray]:
    """A function of the values that makes the array with these keys, which are distinct and no decimals."""
    module = types.ModuleType("howdah_records")
    # A class of its own: PyPy orders the attributes of a class's objects as the first of them got its own.
    module.__dict__.update(Record=type("Record", (), {}), from_record=PhpArray.from_record)
    parameters = ", ".join(f"a{number}" for number in range(len(names)))
    stores = "".join(f"    storage[{quote(name)}] = a{number}\n" for number, name in enumerate(names))
    text = f"def make({parameters}):\n    storage = Record().__dict__\n{stores}    return from_record(storage)\n"
    exec(compile(text, "<howdah record>", "exec"), module.__dict__)
    made: Any = module.__dict__["make"]
    return made  # type: ignore[no-any-return]
