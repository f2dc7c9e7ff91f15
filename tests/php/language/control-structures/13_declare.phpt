--TEST--
declare with ticks, encoding-free blocks and strict types in one file only
--FILE--
<?php
declare(ticks=2);
function tick() { echo '.'; } register_tick_function('tick');
$a = 1; $b = 2; $c = 3; unregister_tick_function('tick'); echo "\n";
declare(ticks=1) { echo "block\n"; }
declare(ticks=1): echo "alternative\n"; enddeclare;
--EXPECT--
....
block
alternative
