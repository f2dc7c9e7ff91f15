--TEST--
jddayofweek()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(jddayofweek(2440588), jddayofweek(2440588, CAL_DOW_LONG), jddayofweek(2440588, CAL_DOW_SHORT), jddayofweek(-5));
--EXPECT--
4
"Thursday"
"Thu"
3
