--TEST--
Reflection: invocation
--FILE--
<?php
class Caller {
    private $n = 2;
    private function times($by, &$out = null) { $out = $by; return $this->n * $by; }
    static function name(string $first, string $last = 'Doe') { return static::class . " $first $last"; }
    private function __construct($n = 2) { $this->n = $n; }
    static function open() { return new self(5); }
}
$caller = Caller::open();
$times = new ReflectionMethod('Caller', 'times');
var_dump($times->invoke($caller, 3), $times->invokeArgs($caller, ['by' => 4]));
var_dump($times->getClosure($caller)(10));
var_dump((new ReflectionMethod('Caller', 'name'))->invoke(null, last: 'L', first: 'F'));
var_dump(ReflectionMethod::createFromMethodName('Caller::name')->name);
$class = new ReflectionClass('Caller');
try { $class->newInstance(); } catch (ReflectionException $e) { echo $e->getMessage(), "\n"; }
var_dump($times->invoke($class->newInstanceWithoutConstructor(), 7));
try { $times->invoke(null, 1); } catch (ReflectionException $e) { echo $e->getMessage(), "\n"; }
try { $times->invoke(new stdClass, 1); } catch (ReflectionException $e) { echo $e->getMessage(), "\n"; }
var_dump((new ReflectionClass('ArrayObject'))->newInstanceArgs([[1, 2, 3]])->count());
try { (new ReflectionClass('stdClass'))->newInstance(1); } catch (ReflectionException $e) { echo $e->getMessage(), "\n"; }
$function = new ReflectionFunction(fn (int ...$all) => array_sum($all));
var_dump($function->invokeArgs([1, 2, 3]), $function->isVariadic(), $function->isAnonymous());
var_dump((new ReflectionFunction('str_repeat'))->invoke('ab', 2));
--EXPECT--
int(15)
int(20)
int(50)
string(10) "Caller F L"
string(4) "name"
Access to non-public constructor of class Caller
int(14)
Trying to invoke non static method Caller::times() without an object
Given object is not an instance of the class this method was declared in
int(3)
Class stdClass does not have a constructor, so you cannot pass any constructor arguments
int(6)
bool(true)
bool(true)
string(4) "abab"
