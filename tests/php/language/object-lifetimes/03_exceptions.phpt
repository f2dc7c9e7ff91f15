--TEST--
Exceptions and destructors: what unwinding destroys, and what destructors throw
--FILE--
<?php
class A
{
    function __construct(public $name) {}
    function __destruct() { echo "~$this->name\n"; }
}
class Throwing
{
    function __construct(public $name) {}
    function __destruct() { throw new Exception("thrown by $this->name"); }
}
function fails() { $a = new A('local'); throw new Exception('failed'); }
try {
    fails();
} catch (Exception $e) {
    echo 'caught: ', $e->getMessage(), "\n";
}
function passes($argument) { $inner = new A('inner'); fails(); }
try {
    passes(new A('argument'));
} catch (Exception) {
    echo "caught, the argument is in the trace\n";
}
unset($e);

try {
    new Throwing('a statement');
    echo "not reached\n";
} catch (Exception $e) {
    echo $e->getMessage(), ', line ', $e->getLine(), "\n";
}
try {
    $t = new Throwing('assignment');
    $t = null;
    echo "not reached\n";
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
try {
    $t = new Throwing('unset');
    unset($t);
    echo "not reached\n";
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
function leaves() { $t = new Throwing('the end of a function'); echo "leaving\n"; }
try {
    leaves();
    echo "not reached\n";
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
function both() { $t = new Throwing('unwinding'); throw new Exception('first'); }
try {
    both();
} catch (Exception $e) {
    echo $e->getMessage(), ', before it ', $e->getPrevious()->getMessage(), "\n";
}
try {
    $list = [new Throwing('one'), new Throwing('two')];
    $list = null;
} catch (Exception $e) {
    echo $e->getMessage(), ', before it ', $e->getPrevious()->getMessage(), "\n";
}
class Careful
{
    function __destruct() {
        try {
            throw new Exception('within');
        } catch (Exception $e) {
            echo $e->getMessage(), "\n";
        }
    }
}
function careful() { $c = new Careful; throw new Exception('around'); }
try {
    careful();
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
function finally_() {
    try {
        $a = new A('in finally');
        return 'returned';
    } finally {
        $a = null;
        echo "finally\n";
    }
}
echo finally_(), "\n";
try {
    foreach ([1] as $_) {
        $a = new A('loop');
        throw new Exception('from a loop');
    }
} catch (Exception $e) {
    $a = null;
    $e = null;
    echo "both gone\n";
}
class Holding extends Exception
{
    public $held;
    function __destruct() { echo "exception gone\n"; }
}
try {
    throw new Holding;
} catch (Holding) {
    echo "an exception nobody names\n";
}
try {
    throw new Holding;
} catch (Holding $h) {
    $h = null;
    echo "an exception given up\n";
}
echo "done\n";
function uncaught() { $a = new A('left by an exception'); throw new Exception('uncaught'); }
$global = new A('global');
uncaught();
--EXPECTF--
~local
caught: failed
~local
~inner
~argument
caught, the argument is in the trace
thrown by a statement, line 10
thrown by assignment
thrown by unset
leaving
thrown by the end of a function
thrown by unwinding, before it first
thrown by two, before it thrown by one
within
around
~in finally
finally
returned
~loop
both gone
exception gone
an exception nobody names
exception gone
an exception given up
done
~left by an exception

Fatal error: Uncaught Exception: uncaught in %s03_exceptions.php:118
Stack trace:
#0 %s03_exceptions.php(120): uncaught()
#1 {main}
  thrown in %s03_exceptions.php on line 118
~global
