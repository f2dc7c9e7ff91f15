"""The parameters of a statement: where they stand, what is bound to them, and how they reach the server."""

from __future__ import annotations

from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Tuple

from engine.builtin.declare import BadArgumentError
from engine.runtime.arrays import share_value
from engine.runtime.conversions import is_resource, to_bool, to_int, to_string
from engine.runtime.references import Ref
from engine.runtime.streams import Stream
from engine.stdlib.pdo import placeholders, values


class RefusedError(Exception):
    """PDO itself refuses: the placeholders and what is bound to them make no sense together."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class UndefinedError(RefusedError):
    """The driver refuses: there is no such parameter."""


class Bound(NamedTuple):
    """A parameter or column: its number from 0 (-1 where that is not known), and what it is bound to."""

    number: int
    name: Optional[str]
    value: Any
    type: int

    def present(self) -> Any:
        """The value it has now."""
        return self.value.get() if isinstance(self.value, Ref) else self.value


class Parameters:
    """The parameters of one statement. Where PDO emulates them, the server never sees any."""

    def __init__(self, sql: str, *, emulates: bool) -> None:
        self._sql = sql
        self._emulates = emulates
        self._places = placeholders.find(sql)
        self._bound: Dict[Any, Bound] = {}
        # Of each number: the name that a script knows it by, if any.
        self._names: Dict[int, Optional[str]] = {}
        kinds = {place.kind for place in self._places} - {placeholders.ESCAPED}
        if len(kinds) == 2:
            raise RefusedError("mixed named and positional parameters")
        self.numbered = sql if emulates or not self._places else self._numbered()

    def _text(self, place: placeholders.Placeholder) -> str:
        return self._sql[place.start : place.end]

    def _numbered(self) -> str:
        """The statement with `$1` and so on for placeholders; a name that comes twice has one number."""
        numbers: Dict[str, int] = {}
        replacements = []
        for place in self._places:
            if place.kind == placeholders.ESCAPED:
                replacements.append("?")
                continue
            text = self._text(place)
            if place.kind == placeholders.NAMED:
                number = numbers.setdefault(text, len(self._names))
                self._names[number] = text
            else:
                number = len(self._names)
                self._names[number] = None
            replacements.append(f"${number + 1}")
        return placeholders.rewrite(self._sql, self._places, replacements)

    def clear(self) -> None:
        """Forget what is bound."""
        self._bound = {}

    def bind(self, number: int, name: Optional[str], value: Any, kind: int) -> None:
        """Bind a parameter, given by its number from 0 or by its name; UndefinedError when there is none such."""
        if name is not None:
            if not name.startswith(":"):
                name = ":" + name
            if not self._emulates:
                number = next((index for index, known in self._names.items() if known == name), -1)
                if number < 0:
                    raise UndefinedError(name)
        elif not self._emulates and self._names:
            if number not in self._names:
                raise UndefinedError("parameter was not defined")
            name = self._names[number]
        elif not self._emulates:
            # The server says what it thinks of a parameter for a statement that has none.
            value, kind = None, values.PARAM_NULL
        if name is not None:
            self._bound.pop(number, None)
        self._bound[number if name is None else name] = Bound(number, name, value, kind)

    def listed(self) -> Tuple[List[Optional[str]], str]:
        """The values as the server gets them, and the format of each."""
        texts: Dict[int, Optional[str]] = {}
        formats: Dict[int, str] = {}
        for bound in self._bound.values():
            value = bound.present()
            kind = bound.type & values.PARAM_TYPE_MASK
            if kind == values.PARAM_LOB and is_resource(value):
                value = values.stream_text(value)
            texts[bound.number] = None if kind == values.PARAM_NULL else values.parameter_text(value)
            formats[bound.number] = "b" if kind == values.PARAM_LOB else "t"
        count = len(texts)
        return [texts.get(index) for index in range(count)], "".join(
            [formats.get(index, "t") for index in range(count)]
        )

    def expanded(self) -> str:
        """The statement with the values in it, for a server that never sees parameters."""
        places = [place for place in self._places if place.kind != placeholders.ESCAPED]
        count = len(self._bound)
        is_named = bool(places) and places[0].kind == placeholders.NAMED
        if count and len(places) != count:
            is_repeated = (
                is_named and len(places) > count and {self._text(place) for place in places} <= set(self._bound)
            )
            if not is_repeated:
                raise RefusedError("number of bound variables does not match number of tokens")
        replacements, at = [], 0
        for place in self._places:
            text = self._text(place)
            if place.kind == placeholders.ESCAPED:
                replacements.append("?")
            elif not count:
                replacements.append(text)
            else:
                bound = self._bound.get(text if is_named else at)
                at += 1
                if bound is None:
                    raise RefusedError("parameter was not defined")
                replacements.append(_literal(bound))
        return placeholders.rewrite(self._sql, self._places, replacements)

    def described(self) -> Iterator[str]:
        """The lines of debugDumpParams()."""
        yield f"Params:  {len(self._bound)}"
        for key, bound in self._bound.items():
            yield f"Key: Name: [{len(key)}] {key}" if isinstance(key, str) else f"Key: Position #{key}:"
            name = bound.name or ""
            yield f"paramno={bound.number}"
            yield f'name=[{len(name)}] "{name}"'
            yield "is_param=1"
            yield f"param_type={bound.type}"


def place_of(given: Any, parameter: str = "param") -> Tuple[int, Optional[str]]:
    """Number from 0, or name, of a parameter or column that a script names."""
    if isinstance(given, str):
        if not given:
            raise BadArgumentError(parameter, "must not be empty")
        return -1, given
    if given < 1:
        raise BadArgumentError(parameter, "must be greater than or equal to 1")
    return given - 1, None


def as_type(value: Any, kind: int) -> Any:
    """A value as it is bound: text becomes text at once, numbers and booleans each other."""
    kind &= values.PARAM_TYPE_MASK
    if kind == values.PARAM_STR and value is not None:
        return to_string(value)
    if kind == values.PARAM_INT and type(value) is bool:
        return to_int(value)
    if kind == values.PARAM_BOOL and type(value) is int:
        return to_bool(value)
    return share_value(value)


def _literal(bound: Bound) -> str:
    """A bound value as it stands in a statement that PDO writes itself."""
    value = bound.present()
    kind = bound.type & values.PARAM_TYPE_MASK
    if kind == values.PARAM_LOB and isinstance(value, Stream):
        value = values.stream_text(value)
    if value is None or kind == values.PARAM_NULL:
        return "NULL"
    if kind == values.PARAM_BOOL:
        return values.quoted("t" if to_bool(value) else "f")
    if kind == values.PARAM_INT:
        return str(to_int(value))
    if kind == values.PARAM_LOB:
        return f"'{values.escape_bytea(to_string(value))}'"
    return values.quoted(to_string(value))
