--TEST--
Messages of errors that the engine throws
--FILE--
<?php
try { (function(int $x) {})("a"); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { strlen(); } catch (ArgumentCountError $e) { echo $e->getMessage(), "\n"; }
try { (function($a, $b) {})(1); } catch (ArgumentCountError $e) { echo $e->getMessage(), "\n"; }
try { strlen([]); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { null->foo(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
$x = null; try { $x->foo(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { $x::foo(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { new $x; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { $x(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { [1,2](); } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { "nope"(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { "A::nope"(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { echo $x::CONST; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { echo $x::$p; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { $y = 5; $y->a = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { $y[] = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { $z = "str"; $z[] = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { $z["a"] = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { $z[0][1] = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { $z->a->b = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { clone $z; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { new DateTimeX; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { [] > 1; [] + 1; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { 1 % 0; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { 1 << -1; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { intdiv(PHP_INT_MIN, -1); } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECTF--
{closure:%s14_error_messages.php:2}(): Argument #1 ($x) must be of type int, string given, called in %s14_error_messages.php on line 2
strlen() expects exactly 1 argument, 0 given
Too few arguments to function {closure:%s14_error_messages.php:4}(), 1 passed in %s14_error_messages.php on line 4 and exactly 2 expected
strlen(): Argument #1 ($string) must be of type string, array given
Call to a member function foo() on null
Call to a member function foo() on null
Class name must be a valid object or a string
Class name must be a valid object or a string
Value of type null is not callable
First array member is not a valid class name or object
Call to undefined function nope()
Class "A" not found
Class name must be a valid object or a string
Class name must be a valid object or a string
Attempt to assign property "a" on int
Cannot use a scalar value as an array
[] operator not supported for strings
Cannot access offset of type string on string
Cannot use string offset as an array
Attempt to modify property "a" on string
__clone method called on non-object
Class "DateTimeX" not found
Unsupported operand types: array + int
Modulo by zero
Bit shift by negative number
Division of PHP_INT_MIN by -1 is not an integer
