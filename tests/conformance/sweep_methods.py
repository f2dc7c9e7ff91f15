"""`make sweep-methods`: as `make sweep`, with constructors and methods of PHP's classes; the object is compared too.

Name classes to sweep only these.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from typing import Any

from engine.executor import launch
from tests.conformance.sweep import Function, calls_of, outputs, own, real
from tests.php.interpreters import EngineProcess
from tests.php.oracle import split_command

# How a good object of a class is made.
GOOD = {
    "ArrayObject": "new ArrayObject(['a' => 1, 3 => 'x', 'b' => [1, 2]])",
    "ArrayIterator": "new ArrayIterator([3, 1, 'k' => 2])",
    "RecursiveArrayIterator": "new RecursiveArrayIterator([1, [2, 3], 'k' => ['x']])",
    "AppendIterator": "appended()",
    "CachingIterator": "begun(new CachingIterator(new ArrayIterator(['a' => 'x', 'y', 'z']), 256))",
    "RecursiveCachingIterator": "begun(new RecursiveCachingIterator(new RecursiveArrayIterator(['a', ['b']]), 256))",
    "CallbackFilterIterator": "begun(new CallbackFilterIterator(new ArrayIterator([1, 2, 3]), fn($x) => $x % 2 == 0))",
    "EmptyIterator": "new EmptyIterator",
    "InfiniteIterator": "begun(new InfiniteIterator(new ArrayIterator([1, 2])))",
    "IteratorIterator": "begun(new IteratorIterator(new ArrayIterator(['a' => 1, 2])))",
    "LimitIterator": "begun(new LimitIterator(new ArrayIterator([1, 2, 3, 4]), 1, 2))",
    "MultipleIterator": "multiple()",
    "NoRewindIterator": "new NoRewindIterator(new ArrayIterator([1, 2]))",
    "ParentIterator": "begun(new ParentIterator(new RecursiveArrayIterator([1, [2, [3]]])))",
    "RecursiveCallbackFilterIterator":
        "begun(new RecursiveCallbackFilterIterator(new RecursiveArrayIterator([1, [2]]), fn() => true))",
    "RecursiveIteratorIterator": "begun(new RecursiveIteratorIterator(new RecursiveArrayIterator([1, [2, [3]], 4])))",
    "RecursiveRegexIterator": "begun(new RecursiveRegexIterator(new RecursiveArrayIterator(['ab', ['b']]), '/b/'))",
    "RecursiveTreeIterator": "begun(new RecursiveTreeIterator(new RecursiveArrayIterator(['a', ['b', 'c']])))",
    "RegexIterator": "begun(new RegexIterator(new ArrayIterator(['apple', 'bob', 'abc']), '/^a/'))",
    "SplDoublyLinkedList": "filled(new SplDoublyLinkedList)",
    "SplQueue": "filled(new SplQueue)",
    "SplStack": "filled(new SplStack)",
    "SplFixedArray": "SplFixedArray::fromArray([1, 'b', null])",
    "SplMinHeap": "inserted(new SplMinHeap)",
    "SplMaxHeap": "inserted(new SplMaxHeap)",
    "SplPriorityQueue": "queued()",
    "SplObjectStorage": "stored()",
    "SplTempFileObject": "lines()",
    "SplFileInfo": "new SplFileInfo('/no/such/file.tar.gz')",
    "WeakMap": "new WeakMap",
    "DateTime": "new DateTime('2024-02-29 13:14:15.5 UTC')",
    "DateTimeImmutable": "new DateTimeImmutable('2024-02-29 13:14:15.5 Europe/Berlin')",
    "DateTimeZone": "new DateTimeZone('Europe/Berlin')",
    "DateInterval": "new DateInterval('P1Y2M3DT4H5M6S')",
    "DatePeriod": "new DatePeriod(new DateTime('2024-01-01 UTC'), new DateInterval('P1D'), 3)",
    "Exception": "new Exception('m', 3)",
    "ErrorException": "new ErrorException('m', 3, E_WARNING, 'f.php', 7)",
    "Error": "new Error('m', 3)",
    "Closure": "(fn($a = 1, ...$b) => [$a, $b])",
    "Generator": "(function () { try { $x = yield 'k' => 1; yield $x; return 3; } finally { echo 'end'; } })()",
    "Fiber": "new Fiber(function ($a = 0) { $b = Fiber::suspend($a); return $b; })",
    "HashContext": "hash_init('md5')",
    "Random\\Engine\\Mt19937": "new Random\\Engine\\Mt19937(1)",
    "Random\\Engine\\PcgOneseq128XslRr64": "new Random\\Engine\\PcgOneseq128XslRr64(1)",
    "Random\\Engine\\Xoshiro256StarStar": "new Random\\Engine\\Xoshiro256StarStar(1)",
    "Random\\Randomizer": "new Random\\Randomizer(new Random\\Engine\\Mt19937(1))",
    "PhpToken": "new PhpToken(T_STRING, 'abc', 1, 0)",
    "SensitiveParameterValue": "new SensitiveParameterValue('x')",
    "php_user_filter": "new php_user_filter",
}  # fmt: skip
# What they print depends on the time, on chance, on the machine or on how objects are numbered; or they never end.
SKIPPED = frozenset(
    """
    SplFileInfo::getOwner SplFileInfo::getGroup SplTempFileObject::fstat SplTempFileObject::__construct
    DateTimeZone::listAbbreviations DateTimeZone::listIdentifiers DateTimeZone::getTransitions
    Exception::getTraceAsString Error::getTraceAsString ErrorException::getTraceAsString Exception::__toString
    Error::__toString ErrorException::__toString Exception::getTrace Error::getTrace ErrorException::getTrace
    InfiniteIterator::next DateTime::__construct DateTimeImmutable::__construct SplFileInfo::openFile
    SplObjectStorage::getHash Random\\Engine\\Mt19937::__construct
    Random\\Engine\\PcgOneseq128XslRr64::__construct Random\\Engine\\Xoshiro256StarStar::__construct
    """.split()
)
HELPERS = """\
function begun($iterator) { $iterator->rewind(); return $iterator; }
function filled($list) { foreach ([3, 'b', 1.5] as $value) $list[] = $value; $list->rewind(); return $list; }
function inserted($heap) { foreach ([3, 1, 2] as $value) $heap->insert($value); return $heap; }
function queued() {
    $q = new SplPriorityQueue;
    foreach (['a' => 1, 'b' => 3, 'c' => 2] as $v => $p) $q->insert($v, $p);
    return $q;
}
function stored() {
    $s = new SplObjectStorage;
    $s[new Text('a')] = 1;
    $s[new Text('b')] = 'x';
    return begun($s);
}
function appended() {
    $a = new AppendIterator;
    $a->append(new ArrayIterator([1, 2]));
    $a->append(new ArrayIterator(['k' => 3]));
    return begun($a);
}
function multiple() {
    $m = new MultipleIterator;
    $m->attachIterator(new ArrayIterator([1, 2]), 'a');
    $m->attachIterator(new ArrayIterator([3, 4]), 'b');
    return begun($m);
}
function lines() {
    $f = new SplTempFileObject;
    $f->fwrite("one,two\\n'3',\\"4\\"\\n\\nlast");
    $f->rewind();
    return $f;
}
function shown($object) { ob_start(); var_dump($object); return md5(preg_replace('/#\\d+/', '#', ob_get_clean())); }
"""
ASK = """\
$found = [];
foreach (%s as $name) {
    foreach ((new ReflectionClass($name))->getMethods() as $method) {
        if (!$method->isPublic()) continue;
        $parameters = [];
        foreach ($method->getParameters() as $p) {
            $parameters[] = ['name' => $p->getName(), 'type' => (string) $p->getType(), 'optional' => $p->isOptional(),
                'variadic' => $p->isVariadic(), 'ref' => $p->isPassedByReference()];
        }
        $found[] = ['class' => $name, 'method' => $method->getName(), 'static' => $method->isStatic(),
            'extension' => $method->getDeclaringClass()->getExtensionName(), 'parameters' => $parameters];
    }
}
echo json_encode($found);
"""


def main() -> int:
    """Sweep; 1 where something differs."""
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("classes", nargs="*", help="these alone")
    command.add_argument("--php", required=True, help="the real PHP's command line")
    command.add_argument("--show", type=int, default=3, help="how many differences of a method to print")
    options = command.parse_args()
    php = split_command(options.php)
    names = [name for name in GOOD if name in options.classes or not options.classes]
    listed = ", ".join("'" + name + "'" for name in names)
    answer = subprocess.run([*php, "-n", "-r", ASK % f"[{listed}]"], capture_output=True, check=True)
    engine = EngineProcess(launch.find_interpreter(launch.CPYTHON))
    differing: Counter[str] = Counter()
    tried = 0
    for method in json.loads(answer.stdout):
        name = f"{method['class']}::{method['method']}"
        if name in SKIPPED:
            continue
        calls = list(dict.fromkeys(calls_of_method(method)))
        tried += len(calls)
        theirs, ours = (outputs(run, calls, strict=False) for run in (helped(real(php)), helped(own(engine))))
        found = [n for n in range(len(calls)) if theirs[n] != ours[n]]
        differing[name] += len(found)
        for number in found[: options.show]:
            print(f"=== {calls[number]}\n--- PHP\n{theirs[number]}--- here\n{ours[number]}", flush=True)
    engine.close()
    print(*(f"{name} {count}" for name, count in differing.most_common() if count), sep="\n")
    print(
        f"{tried} calls of {len(differing)} methods: {differing.total()} of {sum(map(bool, differing.values()))} differ"
    )
    return 1 if differing.total() else 0


def calls_of_method(method: Function) -> list[str]:
    """The calls of a method, each on a new object that is shown afterwards."""
    owner, name = method["class"], method["method"]
    if name == "__construct":
        return [f"$o = null; {call} " for call in calls_of({**method, "name": f"new {owner}"})]
    spelled = f"{owner}::{name}" if method["static"] else f"$o->{name}"
    calls = calls_of({**method, "name": spelled})
    return [f"$o = {GOOD[owner]}; {call} var_dump(shown($o));" for call in calls]


# Any: a function of a script's text to its output.
def helped(run: Any) -> Any:
    """`run` for scripts that have the helpers."""

    def with_helpers(script: str) -> str:
        return str(run(script.replace("function closed()", HELPERS + "function closed()", 1)))

    return with_helpers


if __name__ == "__main__":
    sys.exit(main())
