--TEST--
Constant expressions that fail, and where traces say they were evaluated
--FILE--
<?php
class A { const B = self::NOPE; const C = UNDEF; const D = X::Y; const E = self::F; const F = self::E; const G = Nope::class; }
foreach (['B','C','D','E'] as $n) { try { echo constant("A::$n"); } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n", $e->getTraceAsString(), "\n"; } } echo A::G; echo A::B;
--EXPECTF--
Error: Undefined constant self::NOPE
#0 %s04_expressions_that_fail.php(3): [constant expression]()
#1 %s04_expressions_that_fail.php(3): constant('A::B')
#2 {main}
Error: Undefined constant "UNDEF"
#0 %s04_expressions_that_fail.php(3): constant('A::C')
#1 {main}
Error: Class "X" not found
#0 %s04_expressions_that_fail.php(3): [constant expression]()
#1 %s04_expressions_that_fail.php(3): constant('A::D')
#2 {main}
Error: Cannot declare self-referencing constant self::E
#0 %s04_expressions_that_fail.php(3): [constant expression]()
#1 %s04_expressions_that_fail.php(3): constant('A::E')
#2 {main}
Nope
Fatal error: Uncaught Error: Undefined constant self::NOPE in %s04_expressions_that_fail.php:2
Stack trace:
#0 %s04_expressions_that_fail.php(3): [constant expression]()
#1 {main}
  thrown in %s04_expressions_that_fail.php on line 2
