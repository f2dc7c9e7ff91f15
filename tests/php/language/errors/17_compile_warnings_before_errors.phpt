--TEST--
What is warned of at compile time comes before what ends it
--FILE--
<?php
declare(foo=1);
declare(ticks=1, bar=2) { echo "run\n"; }
eval('use A; echo 1, "\n";');
eval('use Some; use Other as Some;');
--EXPECTF--
Warning: Unsupported declare 'foo' in %s17_compile_warnings_before_errors.php on line 2

Warning: Unsupported declare 'bar' in %s17_compile_warnings_before_errors.php on line 3
run

Warning: The use statement with non-compound name 'A' has no effect in %s17_compile_warnings_before_errors.php(4) : eval()'d code on line 1
1

Warning: The use statement with non-compound name 'Some' has no effect in %s17_compile_warnings_before_errors.php(5) : eval()'d code on line 1

Fatal error: Cannot use Other as Some because the name is already in use in %s17_compile_warnings_before_errors.php(5) : eval()'d code on line 1
