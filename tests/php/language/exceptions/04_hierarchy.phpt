--TEST--
Built-in throwables and what catches them
--FILE--
<?php
foreach (['Exception', 'ErrorException', 'Error', 'TypeError', 'ArgumentCountError', 'ArithmeticError', 'DivisionByZeroError', 'ValueError', 'UnhandledMatchError', 'LogicException', 'BadMethodCallException', 'OutOfRangeException', 'RuntimeException', 'UnexpectedValueException', 'JsonException'] as $c) echo $c, ' < ', implode(' < ', class_parents($c)), "\n";
try { json_decode('{', flags: JSON_THROW_ON_ERROR); } catch (JsonException $e) {
    echo $e->getMessage(), $e->getCode(), "\n";
}
try { new DateTime('garbage in'); } catch (Exception $e) { echo get_class($e), "\n"; }
interface Marker extends Throwable {} class E1 extends Exception implements Marker {} try { throw new E1; } catch (Marker $m) {
    var_dump($m->getMessage(), $m->getCode());
}
try { throw new Exception(code: 3); } catch (NotLoadedClass | Throwable $t) { echo $t->getCode(), "\n"; }
--EXPECT--
Exception < 
ErrorException < Exception
Error < 
TypeError < Error
ArgumentCountError < TypeError < Error
ArithmeticError < Error
DivisionByZeroError < ArithmeticError < Error
ValueError < Error
UnhandledMatchError < Error
LogicException < Exception
BadMethodCallException < BadFunctionCallException < LogicException < Exception
OutOfRangeException < LogicException < Exception
RuntimeException < Exception
UnexpectedValueException < RuntimeException < Exception
JsonException < Exception
Syntax error4
DateMalformedStringException
string(0) ""
int(0)
3
