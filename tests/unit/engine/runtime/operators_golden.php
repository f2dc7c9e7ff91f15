<?php
// Prints operators_golden.json: what PHP makes of every operator over every pair of interesting values.
// Run by `php operators_golden.php > operators_golden.json`; test_operators.py reads the result.

$values = [
    null, false, true,
    0, 1, -1, -7, 64, PHP_INT_MAX, PHP_INT_MIN, 9007199254740993,
    0.0, -0.0, 0.5, 1.0, -1.5, 1e25, 9.2233720368547758e18, INF, -INF, NAN,
    "", "0", "1", "1 ", "1.5", "1e3", ".5", "abc", "5 apples",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "1e1000", "\xff\x00",
    [], [1], [1, 2], ["a" => 1], [1 => 2, 0 => 1], [[]],
];
$strings = [
    "-1", "1000", " 1", "ABC", "5.", "5.e3", ".", ".e3", "1e", "1e+", "-", "+5", "-.5e-3x", "0x1A", "0b11", "1_000", "  \n12abc", "12 \t", "12 x",
    "00012", "-0", "-0.0", "1e5 ", "9223372036854775808abc", "-9223372036854775809", "00000000000000000000000000001",
    "123456789012345678901.5", "1e-400", "INF", "NAN", "true", "a", "z", "Z", "9", "Az", "Zz", "zZ9", "Zz9", "a9", "A-9", "z ", "é",
    "-5", "5-", "1.5.5", "\0", "1\0", "\v1\f", "a\xffz",
];
$diagnostics = [];
set_error_handler(function (int $level, string $message) use (&$diagnostics): bool {
    $diagnostics[] = [2 => "W", 8 => "N", 8192 => "D"][$level] . $message;
    return true;
});

function show(mixed $value): string
{
    return match (true) {
        $value === null => "n",
        is_bool($value) => $value ? "t" : "f",
        is_int($value) => "i$value",
        is_float($value) => "d" . var_export($value, true),
        is_string($value) => "s$value",
        is_array($value) => "a[" . implode(",", array_map(
            fn($key, $item) => show($key) . "=>" . show($item), array_keys($value), $value)) . "]",
    };
}

$table = [];
function outcome(callable $operation): int
{
    global $diagnostics, $table;
    $diagnostics = [];
    try {
        $result = show($operation());
    } catch (Throwable $thrown) {
        $result = "!" . get_class($thrown) . ": " . $thrown->getMessage();
    }
    $text = mb_convert_encoding(implode("|", [...$diagnostics, $result]), "UTF-8", "ISO-8859-1");
    return $table[$text] ??= count($table);
}

$binary = [
    "+" => fn($a, $b) => $a + $b,
    "-" => fn($a, $b) => $a - $b,
    "*" => fn($a, $b) => $a * $b,
    "/" => fn($a, $b) => $a / $b,
    "%" => fn($a, $b) => $a % $b,
    "**" => fn($a, $b) => $a ** $b,
    "&" => fn($a, $b) => $a & $b,
    "|" => fn($a, $b) => $a | $b,
    "^" => fn($a, $b) => $a ^ $b,
    "<<" => fn($a, $b) => $a << $b,
    ">>" => fn($a, $b) => $a >> $b,
    "compare" => fn($a, $b) => [$a <=> $b, $a == $b, $a === $b, $a < $b, $a <= $b, $a > $b, $a >= $b],
];
$unary = [
    "-" => fn($a) => -$a,
    "+" => fn($a) => +$a,
    "~" => fn($a) => ~$a,
    "++" => function ($a) { $a++; return $a; },
    "--" => function ($a) { $a--; return $a; },
    "int" => fn($a) => (int) $a,
    "float" => fn($a) => (float) $a,
    "string" => fn($a) => (string) $a,
    "bool" => fn($a) => (bool) $a,
    "array" => fn($a) => (array) $a,
    "key" => fn($a) => [$a => true],
    "concat" => fn($a) => "<" . $a . 1.0,
    "isset" => fn($a) => isset([1, 2][$a]),
    "gettype" => fn($a) => gettype($a),
    "debug" => fn($a) => get_debug_type($a),
    "is_numeric" => fn($a) => is_numeric($a),
];

function encode(mixed $value): mixed
{
    if (is_float($value)) {
        return ["float" => var_export($value, true)];
    }
    if (is_array($value)) {
        return ["array" => array_map(null, array_keys($value), array_map(encode(...), array_values($value)))];
    }
    return is_string($value) ? mb_convert_encoding($value, "UTF-8", "ISO-8859-1") : $value;
}

$golden = ["values" => array_map(encode(...), $values), "strings" => array_map(encode(...), $strings)];
foreach ($binary as $sign => $operation) {
    foreach ($values as $a) {
        foreach ($values as $b) {
            $golden["binary"][$sign][] = outcome(fn() => $operation($a, $b));
        }
    }
}
foreach ($unary as $sign => $operation) {
    foreach ([...$values, ...$strings] as $a) {
        $golden["unary"][$sign][] = outcome(fn() => $operation($a));
    }
}
$golden["outcomes"] = array_map(strval(...), array_keys($table));
echo json_encode($golden, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), "\n";
