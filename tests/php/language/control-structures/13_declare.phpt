--TEST--
declare with ticks, encoding-free blocks and strict types in one file only
--FILE--
<?php
declare(ticks=2);
declare(ticks=1) { echo "block\n"; }
declare(ticks=1): echo "alternative\n"; enddeclare;
--EXPECT--
block
alternative
