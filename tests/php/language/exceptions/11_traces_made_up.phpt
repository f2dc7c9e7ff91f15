--TEST--
Exceptions that were serialized, changed by reflection, or call functions with named arguments
--FILE--
<?php
function named($a, ...$rest) { echo (new Exception)->getTraceAsString(), "\n"; }
named(1, 2, b: 3, c: [4]);
$e = unserialize(serialize(new LogicException('outer', 5, new Exception('inner'))));
echo get_class($e->getPrevious()), ' ', $e->getPrevious()->getMessage(), ' ', $e->getCode(), "\n";
var_dump($e->getTrace(), $e->getTraceAsString());
$trace = new ReflectionProperty('Exception', 'trace');
foreach ([[null], [[]], [['file' => 1, 'line' => 2, 'class' => null, 'function' => 'f', 'args' => null]],
          [['file' => 'x.php', 'line' => 'a', 'class' => 'C', 'type' => '->', 'function' => 'm', 'args' => [1, 'n' => 'two']]]] as $rows) {
    $e = new Exception;
    $trace->setValue($e, $rows);
    echo $e->getTraceAsString(), "\n";
}
class D { function __destruct() { echo (new Exception)->getTraceAsString(), "\n"; } }
function leaves() { $d = new D; throw new Exception('left'); }
try {
    leaves();
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
class E extends Exception { function __construct() { $this->file = ''; } }
throw new E;
--EXPECTF--
#0 %s11_traces_made_up.php(3): named(1, 2, b: 3, c: Array)
#1 {main}
Exception inner 5
array(0) {
}
string(9) "#0 {main}"

Warning: Expected array for frame 0 in %s11_traces_made_up.php on line 12
#0 {main}
#0 [internal function]: ()
#1 {main}

Warning: File name is not a string in %s11_traces_made_up.php on line 12

Warning: Value for class is not a string in %s11_traces_made_up.php on line 12

Warning: args element is not an array in %s11_traces_made_up.php on line 12
#0 [unknown file]: [unknown]f()
#1 {main}

Warning: Line is not an int in %s11_traces_made_up.php on line 12
#0 x.php(0): C->m(1, n: 'two')
#1 {main}
#0 %s11_traces_made_up.php(17): D->__destruct()
#1 {main}
left

Fatal error: Uncaught E in :22
Stack trace:
#0 {main}
  thrown in Unknown on line 22
