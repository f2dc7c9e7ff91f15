--TEST--
Subclasses may override message, code and __toString
--FILE--
<?php
class A extends Exception {
    protected $message = 'default message';
    protected $code = 42;
    function __toString(): string { return "A<{$this->message}>"; }
}
try { throw new A; } catch (A $a) { echo $a->getMessage(), $a->getCode(), $a, "\n"; }
class B extends Exception { function __construct() {} } $b = new B;
var_dump($b->getMessage(), $b->getLine(), $b->getPrevious()); try { throw $b; } catch (B $x) {
    var_dump($x === $b, $x->getLine());
}
try { new Exception([]); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
$e = new ErrorException('ee', 1, E_WARNING, 'file.php', 99);
echo $e->getSeverity(), $e->getFile(), $e->getLine(), "\n"; throw new A('last');
--EXPECTF--
default message42A<default message>
string(0) ""
int(8)
NULL
bool(true)
int(8)
Exception::__construct(): Argument #1 ($message) must be of type string, array given
2file.php99

Fatal error: Uncaught A<last>
  thrown in %s05_constructor_and_overrides.php on line 14
