"""Scripts to measure with, and exactly what each prints: an answer that differs by a byte fails the whole benchmark."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

CacheMode = Literal["default", "bypass"]

_VARIABLES = """<?php
$name = 'World'; $greeting = 'Hello'; $n = 3; $m = $n * 2;
echo "$greeting, $name! $n $m";
"""
_LOGIC = """<?php
function fibonacci(int $n): int { return $n < 2 ? $n : fibonacci($n - 1) + fibonacci($n - 2); }
$words = explode(' ', 'the quick brown fox jumps over the lazy dog');
usort($words, fn($a, $b) => strlen($a) <=> strlen($b) ?: strcmp($a, $b));
$counts = [];
foreach ($words as $word) { foreach (str_split($word) as $letter) { $counts[$letter] = ($counts[$letter] ?? 0) + 1; } }
arsort($counts);
echo fibonacci(12), ' ', implode(',', $words), ' ', array_key_first($counts), ' ', md5(json_encode($words));
"""
_LOGIC_OUTPUT = "144 dog,fox,the,the,lazy,over,brown,jumps,quick o 1ae8e0c3ddfa11ea8be9965130329840"
_ECHO = "<?php echo 'Hello, World!';"
_COLD = "<?php function f%d($x) { return $x + %d; } echo f%d(0);"
_LOOP = "<?php $s = 0; for ($i = 0; $i < 100000; $i++) { $s += $i % 7; } echo $s;"


@dataclass(frozen=True, slots=True)
class Workload:
    """One script, and how it is asked for."""

    name: str
    about: str
    code: str
    output: str
    cache: CacheMode = "bypass"

    def body(self, number: int) -> bytes:
        """The request's body. A `cold` script differs each time, so that nobody has compiled it before."""
        code = self.code.replace("%d", str(number)) if self.name == "cold" else self.code
        return json.dumps({"code": code, "cache": self.cache}).encode()

    def expected(self, number: int) -> str:
        """What it prints."""
        return self.output.replace("%d", str(number)) if self.name == "cold" else self.output


WORKLOADS = {
    workload.name: workload
    for workload in (
        Workload("echo", "the smallest script, run each time", _ECHO, "Hello, World!"),
        Workload("cached", "the smallest script, from the response cache", _ECHO, "Hello, World!", "default"),
        Workload("variables", "variables and interpolation", _VARIABLES, "Hello, World! 3 6"),
        Workload("logic", "recursion, sorting, arrays, hashes", _LOGIC, _LOGIC_OUTPUT),
        Workload("loop", "a hundred thousand turns", _LOOP, "299995"),
        Workload("cold", "a script that was never seen before", _COLD, "%d"),
    )
}  # fmt: skip
