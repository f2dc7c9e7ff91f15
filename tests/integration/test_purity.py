"""A stored response is never wrong: what looks pure and is not is never stored, and keys tell all inputs apart.

Each script is put together from pieces. One that holds a piece of the world may not be served twice; the answers of
those that hold none must be what a run of its own would print.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import servers
from tests.integration.serving import RunningNode, running_node

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.server

# Expressions that look at the world, some by a detour.
WORLD = (
    "time()", "microtime(true)", "hrtime(true)", "date('U.u')", "(new DateTime())->format('U.u')", "strtotime('now')",
    "rand()", "mt_rand()", "random_int(0, PHP_INT_MAX)", "bin2hex(random_bytes(8))", "uniqid()", "lcg_value()",
    "array_rand(range(0, 99))", "str_shuffle('abcdefghijklmnop')", "implode(shuffled())",
    "(new Random\\Randomizer())->getInt(0, PHP_INT_MAX)", "$_SERVER['REQUEST_TIME_FLOAT']", "call_user_func('mt_rand')",
    "('ti' . 'me')()", "implode(array_map(fn() => mt_rand(), [1]))", "eval('return mt_rand();')",
    "password_hash('x', PASSWORD_BCRYPT, ['cost' => 4])", "(include 'clock.php')",
    "getrusage()['ru_utime.tv_usec']", "spl_object_id(new Clock) . (new Clock)", "iterator_to_array(clock())[0]",
    "(function () { static $f = 'microtime'; return $f(true); })()", "gettimeofday(true)", "localtime()[0]",
)  # fmt: skip
# Expressions that are the same in every run of the same request.
PURE = (
    "strlen('abc')", "array_sum([1, 2, 3])", "md5('x')", "date('Y', 86400)", "json_encode(['a' => 1])", "counted()",
    "implode(',', range(1, 5))", "ini_get('precision')", "getenv('GIVEN')", "$argv[1]",
    "file_get_contents('php://stdin')",
    # The engine's process number and memory are the same for every script.
    "getmypid()", "memory_get_usage()",
    "(include 'pure.php')", "$GLOBALS['argc']", "PHP_VERSION", "preg_replace('/a/', 'b', 'aaa')", "__FILE__",
    "(function () { static $n = 0; return ++$n; })()", "ucfirst('x')", "serialize([true, null])",
)  # fmt: skip
PRELUDE = """<?php
function shuffled() { $a = range(0, 20); shuffle($a); return $a; }
function counted() { static $n = 0; return ++$n; }
class Clock { public function __toString(): string { return (string) hrtime(true); } }
function clock() { yield microtime(); }
"""
FILES = {"clock.php": "<?php return hrtime(true);", "pure.php": "<?php return 6 * 7;"}


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[RunningNode, RunningNode]]:
    """Two nodes that share a Redis: what one stores the other would serve."""
    with servers.running_redis() as redis:
        options = {
            "HOWDAH_ENGINE": "engine.pipeline:Engine",
            "HOWDAH_REDIS_URL": redis.url,
            "HOWDAH_REDIS_TIMEOUT_MS": "500",
        }
        one, other = (tmp_path_factory.mktemp(name) for name in ("one", "other"))
        with running_node(one, options) as first, running_node(other, options) as second:
            yield first, second


def run(node: RunningNode, code: str, **fields: Any) -> dict[str, Any]:
    request = {"files": FILES, "args": ["argument"], "env": {"GIVEN": "given"}, "stdin": "in"} | fields
    answer = node.execute(code, **request)
    assert answer.status == 200, answer.body
    found: dict[str, Any] = answer.json
    return found


LOOK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("expression", WORLD)
def test_what_looks_at_the_world_is_never_served_again(nodes: tuple[RunningNode, RunningNode], expression: str) -> None:
    answer = run(nodes[0], PRELUDE + f"var_dump({expression});")
    assert answer["status"] == "ok", answer["output"]
    assert answer["cache"] == "uncacheable"
    assert run(nodes[1], PRELUDE + f"var_dump({expression});")["cache"] == "uncacheable"


@LOOK
@given(st.lists(st.sampled_from(PURE), min_size=1, max_size=4), st.sampled_from(WORLD), st.integers(0, 4))
def test_one_look_among_pure_things_is_enough(
    nodes: tuple[RunningNode, RunningNode], pieces: list[str], world: str, place: int
) -> None:
    body = [f"echo {piece}, ';';" for piece in pieces]
    body.insert(min(place, len(body)), f"$seen = {world};")
    assert run(nodes[0], PRELUDE + " ".join(body))["cache"] == "uncacheable"


@LOOK
@given(st.lists(st.sampled_from(PURE), min_size=1, max_size=5))
def test_what_is_served_again_is_what_a_run_would_print(
    nodes: tuple[RunningNode, RunningNode], pieces: list[str]
) -> None:
    code = PRELUDE + " ".join(f"var_dump({piece});" for piece in pieces)
    answers = [run(node, code) for node in (*nodes, *nodes)]
    assert answers[1]["cache"] == "hit"
    wanted = run(nodes[0], code, cache="bypass")
    assert {answer["output"] for answer in answers} == {wanted["output"]}


CHANGES: dict[str, Any] = {
    "args": ["other"], "env": {"GIVEN": "other"}, "stdin": "other", "ini": {"precision": 5},
    "filename": "/app/other.php",
    "files": {**FILES, "pure.php": "<?php return 'other';"}, "request": {"uri": "/?a=1"}, "limits": {"memory_mb": 64},
    "isolation": "process",
}  # fmt: skip


@pytest.mark.parametrize("changed", CHANGES)
def test_another_input_is_another_response(nodes: tuple[RunningNode, RunningNode], changed: str) -> None:
    code = (
        "<?php echo json_encode([$argv ?? 0, getenv('GIVEN'), file_get_contents('php://stdin'), ini_get('precision'),"
    )
    code += f" __FILE__, include 'pure.php', $_GET ?? 0, ini_get('memory_limit'), '{changed}']);"
    run(nodes[0], code)
    again = {changed: CHANGES[changed]}
    answer = run(nodes[1], code, **again)
    assert answer["cache"] == "miss"
    assert answer["output"] == run(nodes[1], code, cache="bypass", **again)["output"]


def test_a_script_that_says_how_long_is_believed_only_when_it_is_pure(nodes: tuple[RunningNode, RunningNode]) -> None:
    header = "<?php header('Cache-Control: max-age=60'); echo "
    assert [run(node, header + "1;")["cache"] for node in nodes] == ["miss", "hit"]
    assert [run(node, header + "mt_rand();")["cache"] for node in nodes] == ["uncacheable"] * 2
    assert [run(node, "<?php header('Cache-Control: no-store'); echo 1;")["cache"] for node in nodes] == [
        "uncacheable"
    ] * 2
    expired = "<?php header('Expires: Thu, 01 Jan 1970 00:00:00 GMT'); echo 2;"
    assert [run(node, expired)["cache"] for node in nodes] == ["uncacheable"] * 2
    assert [run(node, "<?php header('Pragma: no-cache'); echo 3;")["cache"] for node in nodes] == ["uncacheable"] * 2


def test_a_script_that_does_not_compile_is_compiled_once(nodes: tuple[RunningNode, RunningNode]) -> None:
    answers = [run(node, "<?php this is no PHP") for node in nodes]
    assert [(answer["cache"], answer["status"]) for answer in answers] == [
        ("miss", "compile_error"),
        ("hit", "compile_error"),
    ]
