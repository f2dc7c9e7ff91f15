"""Calls of every function of the library with what its parameters take, and with sizes, bombs and endless things among it."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING, Any

from engine.request import Request
from tests.conformance.sweep import ASK, HEAD, ODD, values_for
from tests.fuzz.cases import engine

if TYPE_CHECKING:
    import random

# They wait, end the script or hand it to another.
_LEFT_OUT = frozenset({"sleep", "usleep", "time_nanosleep", "time_sleep_until", "exit", "die"})
HOSTILE = (
    "PHP_INT_MAX", "PHP_INT_MIN", "1 << 31", "-1 << 31", "1 << 32", "1 << 40", "1e300", "-1e300", "5e-324", "NAN", "-INF", "70000", "'9223372036854775808'", "str_repeat('9', 400)", "'1e999'",
    "str_repeat('a', 100000)", 'str_repeat("\\0", 3000)', 'str_repeat("\\xff", 3000)', "str_repeat('(', 2000)", "str_repeat('%1$s', 300)", "str_repeat('é', 999)", '"\\u{d7ff}\\xed\\xa0\\x80"', "'../../etc/passwd'",
    "'/proc/self/mem'", "'php://filter/read=string.rot13|convert.base64-decode/resource=data:,abc'", "'data:text/plain;base64,####'", "'__class__'", "'{0.__class__}'", "'%(x)s'", "'%n%s%p'", "'..'", "'-'",
    "$GLOBALS", "$self", "$deep", "$wide", "range(0, 3000)", "array_fill(-5, 9, [])", "[PHP_INT_MAX => 1]", "[[[]], [[]]]", "['__class__' => 1, '' => 2]", "[&$r0]", "[null, null]", "[NAN, INF]",
    "endless()", "new Endless", "fn(&...$a) => $a", "fn(): never => throw new Exception('t')", "fn(...$a) => [$a, 'x']", "fn(...$a) => PHP_INT_MAX", "function () { yield 1; }", "'call_user_func'", "'array_map'", "'Endless::next'",
    "[new Endless, 'key']", "new Endless(...)", "new Stringy", "E::A", "new DateTime('9999-12-31')", "(new DateTime('@0'))->setDate(PHP_INT_MAX >> 40, 1, 1)", "gmp_pow(3, 9999)", "gmp_init(-1)", "new SplFixedArray(9)",
    "closed()", "memory(str_repeat('ab\n', 999))", "fopen('php://output', 'w')", "opendir('/app')", "stream_context_create()", "new WeakMap", "new ReflectionClass('E')", "new Fiber('strlen')", "$this_is_unset",
)  # fmt: skip
_START = f"""<?php
{HEAD}
enum E: string {{ case A = 'a'; }}
class Endless implements IteratorAggregate, Countable, ArrayAccess, JsonSerializable {{
    function getIterator(): Iterator {{ return endless(); }}
    function count(): int {{ return PHP_INT_MAX; }}
    function jsonSerialize(): mixed {{ return new self; }}
    function offsetGet($o): mixed {{ return $this; }} function offsetSet($o, $v): void {{}} function offsetExists($o): bool {{ return true; }} function offsetUnset($o): void {{}}
    function __call($n, $a) {{ return $this; }} static function __callStatic($n, $a) {{ return -1; }} function __invoke(...$a) {{ return $a; }} function __get($n) {{ return $this; }}
}}
class Stringy {{ function __toString(): string {{ return str_repeat('s', 5000); }} }}
function endless() {{ while (true) {{ yield 1; }} }}
$self = [1]; $self['s'] = &$self; $deep = []; for ($i = 0; $i < 3000; $i++) {{ $deep = [$deep]; }} $wide = array_fill(0, 300, 'w'); $r0 = 1;
"""


@functools.cache
def functions() -> list[dict[str, Any]]:
    """Every function of the library, with its parameters."""
    # Any: what a script's JSON says of a function.
    asked = engine().execute(Request(code=f"<?php {ASK}"))
    found: list[dict[str, Any]] = json.loads(asked.output)
    return [function for function in found if function["name"] not in _LEFT_OUT]


def make(source: random.Random) -> str:
    """Eight calls of a function, each with one to all of its arguments hostile."""
    function = source.choice(functions())
    calls = []
    for _ in range(8):
        values = _arguments(source, [{**p, "extension": function["extension"]} for p in function["parameters"]])
        before = []
        for place, parameter in enumerate(function["parameters"]):
            if parameter["ref"] and place < len(values):
                before.append(f"$p{place} = {values[place]};")
                values[place] = f"$p{place}"
        call = f"{' '.join(before)} $x = @{function['name']}({', '.join(values)}); echo gettype($x);"
        calls.append(f"try {{ {call} @print_r($x); }} catch (\\Throwable $e) {{ echo get_class($e); }}\n")
    return _START + "".join(calls)


def _arguments(source: random.Random, parameters: list[dict[str, Any]]) -> list[str]:
    needed = sum(not one["optional"] for one in parameters)
    plain = [one for one in parameters if not one["variadic"]]
    values = []
    share = source.choice((0.15, 0.4, 1.0))
    for parameter in plain[: source.randint(needed, len(plain))]:
        usual = values_for(parameter)
        values.append(source.choice(HOSTILE if source.random() < share else (*usual, source.choice(ODD))))
    if len(values) == len(plain) and len(plain) < len(parameters):
        values += [source.choice(HOSTILE) for _ in range(source.randrange(4))]
    return values
