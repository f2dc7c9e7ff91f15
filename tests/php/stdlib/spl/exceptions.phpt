--TEST--
exceptions
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
foreach (['LogicException', 'BadFunctionCallException', 'BadMethodCallException', 'DomainException', 'InvalidArgumentException', 'LengthException', 'OutOfRangeException', 'RuntimeException', 'OutOfBoundsException', 'OverflowException', 'RangeException', 'UnderflowException', 'UnexpectedValueException'] as $c) { $e = new $c('m', 3, new Exception('p')); echo $c, ' < ', get_parent_class($e), ' ', $e->getMessage(), $e->getCode(), $e->getPrevious()->getMessage(), "\n"; }
--EXPECT--
LogicException < Exception m3p
BadFunctionCallException < LogicException m3p
BadMethodCallException < BadFunctionCallException m3p
DomainException < LogicException m3p
InvalidArgumentException < LogicException m3p
LengthException < LogicException m3p
OutOfRangeException < LogicException m3p
RuntimeException < Exception m3p
OutOfBoundsException < RuntimeException m3p
OverflowException < RuntimeException m3p
RangeException < RuntimeException m3p
UnderflowException < RuntimeException m3p
UnexpectedValueException < RuntimeException m3p
