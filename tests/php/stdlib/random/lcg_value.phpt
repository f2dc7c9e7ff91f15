--TEST--
lcg_value()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$x = lcg_value(); show($x > 0 && $x < 1);
--EXPECT--
[Function lcg_value() is deprecated since 8.4, use \Random\Randomizer::getFloat() instead]
true
