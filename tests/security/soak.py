"""Runs many scripts mixed with canaries through one node: `python -m tests.security.soak --count 1000000`.

Each canary script plants state of its own and looks for that of all others: globals, statics, classes, constants, ini, handlers,
buffers, files, locale, random state. Nothing may be found, no reply may be lost, and memory has to stay flat.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from tests.integration.serving import JSON, RunningNode, running_node

BATCH = 64
SAMPLED = 20_000
# Long: a busy machine makes no script wrong.
WALL_MS = 30_000
SHED = "urn:howdah:problem:overloaded"
CANARY = """<?php
$seen = [];
foreach (['planted' => isset($GLOBALS['planted']), 'function' => function_exists('planted'), 'class' => class_exists('Planted', false),
    'constant' => defined('PLANTED'), 'ini' => ini_get('precision') !== '14', 'zone' => date_default_timezone_get() !== 'UTC',
    'handler' => set_error_handler(fn() => true) !== null, 'exception' => set_exception_handler(fn() => 1) !== null, 'buffer' => ob_get_level() > 0,
    'file' => file_exists('/tmp/planted'), 'folder' => getcwd() !== '/app', 'environment' => getenv('PLANTED') !== false, 'autoload' => spl_autoload_functions() !== [],
    'header' => headers_list() !== [] && str_contains(implode(headers_list()), 'X-Planted'), 'status' => http_response_code() === 418, 'locale' => setlocale(LC_NUMERIC, '0') !== 'C',
    'encoding' => mb_internal_encoding() !== 'UTF-8', 'error' => error_get_last() !== null, 'preg' => preg_last_error() !== 0, 'json' => json_last_error() !== 0,
    'included' => count(get_included_files()) !== 1, 'umask' => umask() !== 18, 'scale' => bcscale() !== 0, 'wrapper' => in_array('planted', stream_get_wrappers()),
    'alias' => class_exists('PlantedAlias', false), 'reporting' => error_reporting() !== E_ALL, 'number' => spl_object_id(new stdClass) > 9] as $name => $is) {
    if ($is) { $seen[] = $name; }
}
$planted = 1; if (true) { function planted() { static $n = 0; return ++$n; } class Planted { static $s = 0; } } define('PLANTED', 1); class_alias('Planted', 'PlantedAlias');
if (planted() !== 1 || Planted::$s++ !== 0) { $seen[] = 'static'; }
ini_set('precision', '5'); date_default_timezone_set('Asia/Tokyo'); ob_start(); file_put_contents('/tmp/planted', 'x'); file_put_contents('/tmp/i.php', '<?php'); include '/tmp/i.php'; chdir('/tmp'); putenv('PLANTED=1');
spl_autoload_register(fn() => 1); header('X-Planted: 1'); http_response_code(418); mb_internal_encoding('SJIS'); @json_decode('{'); @preg_match('/(?:\\D+|<\\d+>)*[!?]/', 'foobar foobar foobar'); umask(0); bcscale(7); error_reporting(0); setlocale(LC_ALL, 'C.UTF-8'); mt_srand(7);
ob_end_clean(); restore_error_handler(); restore_exception_handler(); set_error_handler(fn() => true); set_exception_handler(fn() => 1);
echo $seen === [] ? 'clean' : implode(',', $seen), ' %d';
"""
SCRIPTS = (
    "<?php $s = 0; for ($i = 0; $i < 100; $i++) { $s += $i * %d; } echo $s;",
    "<?php class A%d { public $x = [1, 2, 3]; } echo json_encode(new A%d), %d;",
    "<?php function f($n) { return $n < 2 ? $n : f($n - 1) + f($n - 2); } echo f(10), ' %d';",
    "<?php echo strrev(str_repeat('ab', 500)) === str_repeat('ba', 500) ? 'y' : 'n', %d; preg_match('/b+/', 'abbb', $m); echo $m[0];",
    "<?php try { throw new Exception('%d'); } catch (Exception $e) { echo $e->getMessage(); }",
    "<?php $a = range(1, 50); shuffle($a); sort($a); echo array_sum($a), ' %d'; foreach ((function() { yield 1; })() as $x) echo $x;",
)


def memory_mb(node: RunningNode) -> float:
    """What the node and all its processes have: proportional where the kernel tells, resident else."""
    total = 0
    todo = [node.process.pid]
    while todo:
        pid = todo.pop()
        try:
            todo += map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
            total += int(Path(f"/proc/{pid}/smaps_rollup").read_text().partition("\nPss:")[2].split()[0])
        except (OSError, IndexError, ValueError):
            continue
    return total / 1024


def batch(number: int) -> list[tuple[str, str | None]]:
    """Scripts of one batch, with what canaries print."""
    scripts: list[tuple[str, str | None]] = []
    for index in range(BATCH):
        at = number * BATCH + index
        if index % 8 == 0:
            scripts.append((CANARY.replace("%d", str(at % 7)), f"clean {at % 7}"))
        else:
            # Few different ones: most executions are of scripts that were compiled before.
            scripts.append((SCRIPTS[at % len(SCRIPTS)].replace("%d", str(at % 50)), None))
    return scripts


def soak(interpreter: str, count: int, minutes: float, plot: Path | None) -> int:
    """Run; how much was lost or leaked. What an overloaded machine had shed is run again: nothing was run of it."""
    settings = {
        "HOWDAH_EXECUTOR_PYTHON": interpreter,
        "HOWDAH_ENGINE": "engine.pipeline:Engine",
        "HOWDAH_QUEUE_TIMEOUT_MS": "60000",
        "HOWDAH_LIMIT_WALL_MS": str(WALL_MS),
    }
    expected: dict[str, str] = {}
    faults: list[str] = []
    done = shed = number = 0
    waiting: list[tuple[str, str | None]] = []
    memory: list[tuple[int, float]] = []
    with tempfile.TemporaryDirectory() as folder, running_node(Path(folder), settings) as node:
        connection = node.connect(120)
        started = time.monotonic()
        while done < count and time.monotonic() < started + minutes * 60:
            if not waiting:
                waiting = batch(number)
                number += 1
            scripts, waiting = waiting, []
            executions = [
                {"code": code, "cache": "bypass", "limits": {"wall_ms": WALL_MS}} for code, _printed in scripts
            ]
            connection.request("POST", "/api/execute/batch", json.dumps({"executions": executions}).encode(), JSON)
            response = connection.getresponse()
            results = json.loads(response.read())["results"]
            before = done
            for (code, printed), result in zip(scripts, results, strict=True):
                if result.get("type") == SHED:
                    waiting.append((code, printed))
                    continue
                done += 1
                output = result.get("output")
                wanted = printed if printed is not None else expected.setdefault(code, output)
                if output != wanted or result.get("status") != "ok":
                    faults.append(f"{code[:80]!r} printed {output!r}, not {wanted!r}: {str(result)[:300]}")
            shed += len(waiting)
            if before // SAMPLED != done // SAMPLED or not before:
                memory.append((done, memory_mb(node)))
                print(f"{interpreter:8} {done}: {memory[-1][1]:.0f} MB, {len(faults)} faults", flush=True)
        took = time.monotonic() - started
        memory.append((done, memory_mb(node)))
        lost = node.events("executor_lost") + node.events("engine_failed")
    for fault in faults[:10]:
        print("FAULT", fault)
    print(
        f"{interpreter:8} {done} executions, {done // 8} of them canaries, in {took:.0f} s: {len(faults)} faults, {len(lost)} lost, {shed} shed and repeated"
    )
    print(f"{interpreter:8} memory in MB: " + ", ".join(f"{at}: {size:.0f}" for at, size in memory))
    if plot is not None:
        plot.write_text("".join(f"{at}\t{size:.1f}\n" for at, size in memory), "ascii")
    return len(faults) + len(lost)


def main(arguments: list[str]) -> int:
    """Soak on each interpreter; 1 when anything was lost or leaked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", default="pypy,cpython")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--minutes", type=float, default=600.0, help="no longer than this for each interpreter")
    parser.add_argument("--plot", type=Path, default=None, help="a file for executions and memory, tab-separated")
    options = parser.parse_args(arguments)
    return (
        1 if sum(soak(name, options.count, options.minutes, options.plot) for name in options.engine.split(",")) else 0
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
