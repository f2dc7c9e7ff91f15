--TEST--
extract() counts and coerces its arguments
--FILE--
<?php
function f() { foreach ([[[1,'a'=>2,'b'=>3], 0],[['a'=>1], "2", "p"],[['a'=>1], 3],[['a'=>1], 3, "x"],[['a'=>1],"abc"],[['a'=>1],[]],[['a'=>1],0,[]]] as $args) { try { var_dump(match(count($args)) { 2 => extract($args[0], $args[1]), 3 => extract($args[0], $args[1], $args[2]) }); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } } 
try { extract([], 1, "a", 3); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; }
try { extract(); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } 
var_dump($a, $x_a ?? null, $p_a ?? null); }
f();
?>
--EXPECT--
int(2)
int(1)
ValueError: extract(): Argument #3 ($prefix) is required when using this extract type
int(1)
TypeError: extract(): Argument #2 ($flags) must be of type int, string given
TypeError: extract(): Argument #2 ($flags) must be of type int, array given
TypeError: extract(): Argument #3 ($prefix) must be of type string, array given
ArgumentCountError: extract() expects at most 3 arguments, 4 given
ArgumentCountError: extract() expects at least 1 argument, 0 given
int(2)
int(1)
int(1)
