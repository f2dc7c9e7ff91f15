"""What is fuzzed: each target makes a case and tries it. Raising is finding."""

from __future__ import annotations

import functools
import json
import string
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.errors import CompileError, Outcome
from engine.executor import protocol
from engine.request import Diagnostic, HttpRequest, Request, Result
from tests.fuzz import calls, grammar, http_requests, lint
from tests.fuzz.cases import FoundError, engine, execute, scripts
from tests.security.canaries import LEAKS

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

ALPHABET = string.printable + "\0\x80\xff\xe9"


@dataclass(frozen=True)
class Target:
    """How a case is made, and how it is tried."""

    # Any: whatever the target makes is what it tries.
    make: Callable[[random.Random], Any]
    attempt: Callable[[Any], None]
    # Why it cannot be tried on this machine; nothing where it can.
    lacks: Callable[[], str] = str
    # Ends what trying began.
    stop: Callable[[], object] = bool


def compile_only(code: str) -> None:
    """Lex, parse, check, optimise and emit; PHP may refuse, and nobody else."""
    made = engine()
    try:
        made.compile(code, "/app/main.php", is_entry=True)
    except CompileError:
        return
    except RecursionError:
        # The border makes this `depth_limit`.
        return
    finally:
        made.units.clear()


def _function_call(source: random.Random) -> str:
    """A call of a function that reads a language of its own, with what that language may be made of."""
    kind, pieces = source.choice(LANGUAGES)
    text = "".join(source.choice(pieces) for _ in range(source.randrange(1, 30)))
    quoted = "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return f"<?php try {{ @var_dump({kind.replace('@', quoted)}); }} catch (\\Throwable $e) {{ echo get_class($e); }}"


_NUMBERS = ["0", "1", "-1", "9", "99", "2147483648", "9223372036854775808", "1e9", ".", "+"]
LANGUAGES: list[tuple[str, list[str]]] = [
    ("unserialize(@)", [*_NUMBERS, "a:", "O:", "s:", "i:", "b:", "d:", "N;", "R:", "r:", "C:", "E:", "S:", "{", "}", ";", ":", '"', '8:"stdClass":', '11:"ArrayObject":', '16:"SplObjectStorage":', '8:"DateTime":', "x:", "m:", "INF", "NAN"]),
    ("preg_match(@, 'aab\\xc3\\xa4 12', $m)", ["/", "(", ")", "[", "]", "{", "}", "*", "+", "?", "|", "^", "$", "\\d", "\\w", "a", "b", "(?:", "(?=", "(?<n>", "(?R)", "(?1)", "\\1", "\\K", "(*F)", "(*COMMIT)", "/u", "/x", "/i", "/s", "\\x{1F600}", "\\p{L}", "{2,3}", "(?<=", "(?(1)", "\\Q", "[[:alpha:]]", "#", "\0"]),
    ("preg_replace(@, '$1\\0${9}', 'aab')", ["/", "(", ")", ".", "*", "a", "b", "+?", "|", "/e", "/U", "/g", "\\b"]),
    ("sprintf(@, 1, 'x', 2.5, [], null)", ["%", "d", "s", "f", "e", "x", "b", "c", "u", "o", "X", "G", "1$", "9$", "-", "+", "0", " ", "'*", ".", "*", "99", "5", "%%", "\0"]),
    ("vsprintf(@, [1, 'x', 2.5])", ["%", "d", "s", "1$", "4$", "-", ".", "*", "9"]),
    ("sscanf('12 ab 3.5', @)", ["%", "d", "s", "f", "[a-z]", "[^", "]", "c", "n", "i", "x", "1$", "*", "5", " "]),
    ("strtotime(@)", ["now", " ", "+1", "-3", "day", "week", "month", "ago", "first", "last", "of", "monday", "noon", "2024-02-30", "T", "12:61", "@", "1e5", "Europe/Berlin", "UTC", "+25:00", "W53", "next", "eighth", "year", ".", ",", "99999999999", "\0"]),
    ("date_create_from_format(@, '2024-02-03 10:11:12')", list("dDjlNSwzWFmMntLoYyaABgGhHisuveIOPpTZcrU!|?*+#;:/.,() \\")),
    ("date(@, 12345678901)", list("dDjlNSwzWFmMntLoYyaABgGhHisuveIOPpTZcrUX x\\")),
    ("new DateInterval(@)", ["P", "T", "1", "Y", "M", "D", "H", "S", "W", "99999999999", "-", "."]),
    ("json_decode(@, true)", ["[", "]", "{", "}", '"', ",", ":", "1", "-", ".", "e", "true", "null", "\\u", "d800", "\\", "a", " ", "\xff", "\0"]),
    ("pack(@, 1, 2, 'abc', 4.5)", [*list("aAhHcCsSnvlLNVqQJPfgGdeExXZ@"), "*", "3", "99"]),
    ("unpack(@, 'abcdefghijklmnop')", [*list("aAhHcCsSnvlLNVqQJPfgGdeExXZ@/"), "*", "3", "x", "99"]),
    ("parse_url(@)", ["http", ":", "//", "@", "?", "#", "/", "a", "[", "]", "%", "80", ":99999", "\0", "\xff"]),
    ("filter_var(@, FILTER_VALIDATE_URL)", ["http", ":", "//", "@", "?", "a", ".", "["]),
    ("filter_var(@, FILTER_VALIDATE_EMAIL)", ["a", "@", ".", '"', "-", "[1]", "\xe9", " "]),
    ("parse_ini_string(@, true, INI_SCANNER_TYPED)", ["[", "]", "=", "a", "b", "\n", ";", '"', "'", "on", "1", "${", "}", "|", "&", "!", "(", ")"]),
    ("html_entity_decode(@)", ["&", "#", "x", "1", ";", "amp", "lt", "999999999", "\0"]),
    ("strip_tags(@, '<a>')", ["<", ">", "a", "!", "--", "?", "php", '"', "'", "/", "\0"]),
    ("str_getcsv(@)", ['"', ",", "\n", "a", "\\", "\0"]),
    ("iconv(@, 'UTF-8//IGNORE', 'a\\x80\\xff')", ["UTF-", "8", "16", "ISO-", "2022-", "JP", "CP", "1252", "//", "TRANSLIT", "KOI8", "-R", "EUC", "GB", "18030"]),
    ("mb_convert_encoding('a\\x80\\xff\\xe3\\x81', 'UTF-8', @)", ["UTF-", "7", "8", "16", "EUC-", "JP", "SJIS", ",", "auto", "BIG5", "HZ", "ISO-2022-", "KR", "UCS-", "4LE"]),
    ("mb_ereg(@, 'aab')", ["a", "b", "(", ")", "*", "+", "?", "[", "]", "\\", "{1,2}", "|", "^", "(?<n>"]),
    ("bcadd(@, '2', 3)", [*_NUMBERS, "-", ".", "e", " ", "x"]),
    ("number_format(@, 3)", _NUMBERS),
    ("version_compare(@, '1.0rc1')", ["1", ".", "rc", "beta", "-", "+", "dev", "#", "pl"]),
    ("fnmatch(@, 'abc')", ["*", "?", "[", "]", "a", "-", "!", "\\", "^"]),
    ("intdiv(1, (int) @) + base_convert(@, 36, 7)", [*_NUMBERS, "z", "_"]),
    ("token_get_all('<?php ' . @)", ["$a", "{", "}", "'", '"', "<<<", "E", "\n", "?>", "/*", "#", "[", "fn", "=>", "\0", "0x", "1e"]),
    ("eval(@)", ["$a", "=", "1", ";", "{", "}", "(", ")", "'", '"', "fn", "=>", "[", "]", "class", "A", "return", " ", "yield", "$", "\\"]),
    ("(new ReflectionClass('ArrayObject'))->getMethod(@)", ["a", "count", "_", "\\", "\0"]),
    ("highlight_string(@, true)", ["<?php", " ", "$a", "'", '"', "/*", "?>", "<", "\n"]),
    ("gzuncompress(@)", ["x", "\x9c", "\0", "\x01", "\xff", "K"]),
    ("quoted_printable_decode(@) . convert_uudecode(@)", ["=", "3", "D", "\n", "#", "`", "a", "\xff"]),
    ("setlocale(LC_ALL, @) . ucwords(@) . nl2br(@) . addcslashes(@, @)", ["a", "..", "z", "\\", "\0", "_", "C", ".", "UTF-8"]),
]  # fmt: skip


@functools.cache
def methods() -> list[tuple[str, list[str]]]:
    """Every class of the library, with its methods."""
    code = (
        "<?php foreach (get_declared_classes() as $c) { $all[] = [$c, get_class_methods($c)]; } echo json_encode($all);"
    )
    found: list[tuple[str, list[str]]] = json.loads(execute(code).output)
    return [(name, [method for method in known if method not in _ENDLESS]) for name, known in found]


@functools.cache
def functions() -> list[str]:
    """Every function of the library that does not wait."""
    found: list[str] = json.loads(execute("<?php echo json_encode(get_defined_functions()['internal']);").output)
    return [name for name in found if "sleep" not in name]


# Waiting is what they are for.
_ENDLESS = ("suspend",)
_VALUES = [
    "null", "0", "1", "-1", "2", "7", "PHP_INT_MAX", "PHP_INT_MIN", "1.5", "1e308", "NAN", "true", "false", "''", "'a'", "'0'", "'x' . chr(0)", "'2024-01-02'", "'P1D'",
    "'UTC'", "'/a(b)/'", "'php://memory'", "'/app/x'", "'stdClass'", "'strlen'", "'A::m'", "[]", "[1, 2]", "[[1], 'k' => 2]", "[$o, 'a']", "new stdClass", "$o", "$o2",
    "new ArrayIterator([3, 1])", "new ArrayObject(['a' => 1])", "fn(...$a) => 1", "fn(...$a) => throw new Exception('t')", "(function () { yield 1; yield 2; })()", "new DateTime('@0')",
    "new DateTimeZone('UTC')", "new DateInterval('P1D')", "fopen('php://memory', 'w+')", "new class extends ArrayIterator {}", "range(0, 20)", "str_repeat('ab', 300)", "E::A", "new SplObjectStorage",
]  # fmt: skip
_FIELDS = ["i:0;", "i:1;", 's:1:"a";', "a:0:{}", "N;", "i:-1;", "d:NAN;", "b:1;", 'O:8:"stdClass":0:{}', "R:1;", "r:1;"]
_USES = [
    "@var_dump($o);", "@print_r($o, true);", "@var_export($o, true);", "@json_encode($o);", "$s = @serialize($o); @unserialize($s);", "$o2 = @clone $o;", "foreach ($o as $k => $v) { if (++$i > 9) break; }",
    "@count($o);", "@$o[0];", "@$o['a'] = 1;", "isset($o[1]);", "unset($o[0]);", "@$o->x;", "@$o->x = 1;", "@(string) $o;", "$o == $o2;", "$o <=> $o;", "@(array) $o;", "@get_object_vars($o);", "@(bool) $o;",
    "@debug_zval_refcount($o);", "echo new ReflectionObject($o);", "@settype($o, 'int');", "iterator_count($o);", "$o->__construct();", "$o = null;", "@array_walk($o, fn() => 1);", "@spl_object_id($o);",
]  # fmt: skip


def _method_calls(source: random.Random) -> str:
    """An object of some class, made as it should be or not at all, and calls of its methods with anything."""
    name, known = source.choice(methods())

    def arguments() -> str:
        return ", ".join(source.choice(_VALUES) for _ in range(source.choice((0, 1, 1, 2, 2, 3, 4))))

    way = source.randrange(6)
    serialized = f'O:{len(name)}:"{name}":'
    fields = "".join(source.choice(_FIELDS) for _ in range(2 * source.randrange(5)))
    made = (
        f"new \\{name}({arguments()})",
        f"new \\{name}({arguments()})",
        f"(new ReflectionClass('{name}'))->newInstanceWithoutConstructor()",
        f"@unserialize('{serialized}{len(fields)}:{{{fields}}}')",
        f"new class({arguments()}) extends \\{name} {{ function __construct() {{}} }}",
        f"@\\{name}::{source.choice(known)}({arguments()})" if known else "new stdClass",
    )[way]
    steps = [f"$o = {made};"]
    for _ in range(source.randrange(1, 7)):
        if source.random() < 0.3:
            steps.append(f"$r = @{source.choice(functions())}({arguments()});")
        elif known and source.random() < 0.7:
            steps.append(f"$r = @$o->{source.choice(known)}({arguments()});")
        else:
            steps.append(source.choice(_USES))
    steps.append("@var_dump($o, $r);")
    tried = "".join(f"try {{ {step} }} catch (\\Throwable $e) {{ echo get_class($e); }}\n" for step in steps)
    return f"<?php enum E {{ case A; }} $i = 0; $o = $o2 = $r = null;\n{tried}"


def _attempt_script(code: str) -> None:
    leak = LEAKS.search(execute(code).output.encode("latin-1"))
    if leak:
        raise FoundError(f"shows {leak[0]!r}")


def _make_frame(source: random.Random) -> tuple[str, bytes]:
    """A frame of ours, mostly damaged."""
    text = "".join(source.choice(ALPHABET) for _ in range(source.randrange(60)))
    if source.random() < 0.5:
        http = (
            HttpRequest(text[:3], text, [(text, text)] * source.randrange(3), text, text)
            if source.random() < 0.5
            else None
        )
        many = {text: text} if text else {}
        request = Request(code=text, args=[text] * source.randrange(4), files=many, env=many, ini=many, http=http)
        kind, body = "request", protocol.encode_request(request)
    else:
        errors = [
            Diagnostic(text[:9], text, text, source.randrange(1 << 33), text or None, text or None)
        ] * source.randrange(4)
        outcome = source.choice(list(Outcome))
        result = Result(
            outcome,
            text,
            source.randrange(-9, 300),
            errors,
            200,
            [(text, text)] * source.randrange(3),
            1.0,
            2.0,
            3.0,
            4096,
            is_volatile=True,
        )
        kind, body = "result", protocol.encode_result(result)
    for _ in range(source.choice((0, 1, 1, 2, 5))):
        at = source.randrange(len(body) + 1)
        change = source.randrange(4)
        if change == 0:
            body = body[:at]
        elif change == 1:
            body = body[:at] + source.randbytes(source.randrange(8)) + body[at:]
        elif change == 2:
            body = (
                body[:at] + struct.pack("<I", source.choice((0, 1, 0x7FFFFFFF, 0xFFFFFFFF, len(body)))) + body[at + 4 :]
            )
        elif at < len(body):
            body = body[:at] + bytes([body[at] ^ 1 << source.randrange(8)]) + body[at + 1 :]
    if source.random() < 0.3:
        kind = "stream"
        body = protocol.frame(source.randrange(8), source.randrange(9), 7, body)
        at = source.randrange(len(body) + 1)
        body = body[:at] + source.randbytes(source.randrange(3)) + body[at:]
    return kind, body


def _attempt_frame(case: tuple[str, bytes]) -> None:
    kind, body = case
    try:
        if kind == "request":
            protocol.decode_request(body)
        elif kind == "result":
            reply = protocol.decode_result(body, 1 << 20)
            json.dumps([reply.compile_ms, reply.run_ms, reply.cpu_ms, reply.memory_bytes, reply.exit_code])
        else:
            reader = protocol.FrameReader(1 << 16)
            for at in range(0, len(body), 7):
                reader.feed(body[at : at + 7])
    except protocol.ProtocolError:
        return


TARGETS: dict[str, Target] = {
    "grammar": Target(grammar.generate, compile_only),
    "damaged": Target(lambda source: grammar.damage(source, source.choice(scripts()), scripts()), compile_only),
    "executed": Target(grammar.generate, _attempt_script),
    "functions": Target(_function_call, _attempt_script),
    "calls": Target(calls.make, _attempt_script),
    "methods": Target(_method_calls, _attempt_script),
    "frames": Target(_make_frame, _attempt_frame),
    "lint": Target(lint.make, lint.attempt, lint.lacks),
    "http": Target(http_requests.make, http_requests.attempt, stop=http_requests.stop),
}
