--TEST--
Too few, too many, and func_get_args
--FILE--
<?php
function two($a, $b) { return func_get_args(); }
echo json_encode(two(1, 2, 3, 4)), "\n";
try { two(1); } catch (ArgumentCountError $e) { echo $e->getMessage(), "\n"; }
try { strlen(); } catch (ArgumentCountError $e) { echo $e->getMessage(), "\n"; }
try { strlen('a', 'b'); } catch (ArgumentCountError $e) { echo $e->getMessage(), "\n"; }
try { str_replace('a'); } catch (ArgumentCountError $e) { echo $e->getMessage(), "\n"; }
function changed($a) { $a = 'new'; return func_get_arg(0); } echo changed('old'), "\n";
try { (function() { return func_get_arg(2); })(1); } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECTF--
[1,2,3,4]
Too few arguments to function two(), 1 passed in %s02_arguments.php on line 4 and exactly 2 expected
strlen() expects exactly 1 argument, 0 given
strlen() expects exactly 1 argument, 2 given
str_replace() expects at least 3 arguments, 1 given
new
func_get_arg(): Argument #1 ($position) must be less than the number of the arguments passed to the currently executed function
