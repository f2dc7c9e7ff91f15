--TEST--
mt_srand()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
mt_srand(1); $a = mt_rand(); mt_srand(1); show($a === mt_rand()); mt_srand(-1); show(mt_rand()); mt_srand(0); show(mt_rand()); mt_srand(2 ** 33 + 7); $x = mt_rand(); mt_srand(7); show($x === mt_rand()); mt_srand(3, 1); show(mt_rand(), mt_rand(1, 100)); mt_srand(3, MT_RAND_MT19937); show(mt_rand(1, 100));
--EXPECT--
true
209663185
1178568022
true
[The MT_RAND_PHP variant of Mt19937 is deprecated]
969637571
93
87
