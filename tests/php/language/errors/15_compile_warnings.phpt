--TEST--
What is warned of when a script is compiled
--FILE--
<?php
class Magic { private function __get($n) {} protected function __invoke() {} private static function __callStatic($a, $b) {} private function __clone() {} final private function f() {} }
function f(integer $a, ?boolean $b = null, double|int $c = 1): resource {} class X { public boolean $p; }
--EXPECTF--
Warning: The magic method Magic::__get() must have public visibility in %s15_compile_warnings.php on line 2

Warning: The magic method Magic::__invoke() must have public visibility in %s15_compile_warnings.php on line 2

Warning: The magic method Magic::__callStatic() must have public visibility in %s15_compile_warnings.php on line 2

Warning: Private methods cannot be final as they are never overridden by other classes in %s15_compile_warnings.php on line 2

Warning: "resource" is not a supported builtin type and will be interpreted as a class name. Write "\resource" to suppress this warning in %s15_compile_warnings.php on line 3

Warning: "integer" will be interpreted as a class name. Did you mean "int"? Write "\integer" to suppress this warning in %s15_compile_warnings.php on line 3

Warning: "boolean" will be interpreted as a class name. Did you mean "bool"? Write "\boolean" to suppress this warning in %s15_compile_warnings.php on line 3

Warning: "double" will be interpreted as a class name. Did you mean "float"? Write "\double" to suppress this warning in %s15_compile_warnings.php on line 3

Warning: "boolean" will be interpreted as a class name. Did you mean "bool"? Write "\boolean" to suppress this warning in %s15_compile_warnings.php on line 3
