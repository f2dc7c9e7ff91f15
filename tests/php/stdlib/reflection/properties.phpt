--TEST--
Reflection: properties
--FILE--
<?php
class P {
    public int $typed;
    private $secret = 's';
    protected static $shared = 1;
    public string $hooked { get => strtoupper($this->hooked); set(string|int $v) => "<$v>"; }
    public int $virtual { get => 42; }
    public readonly int $once;
}
$p = new P;
$secret = new ReflectionProperty('P', 'secret');
var_dump($secret->getValue($p));
$secret->setValue($p, 't');
var_dump($secret->getValue($p), $secret->hasDefaultValue(), $secret->getDefaultValue());
$typed = new ReflectionProperty($p, 'typed');
var_dump($typed->isInitialized($p), $typed->hasDefaultValue());
try { $typed->getValue($p); } catch (Error $e) { echo $e->getMessage(), "\n"; }
$shared = new ReflectionProperty('P', 'shared');
$shared->setValue(null, 9);
var_dump($shared->getValue(), $shared->isStatic());
$hooked = new ReflectionProperty('P', 'hooked');
$hooked->setValue($p, 'abc');
var_dump($hooked->getValue($p), $hooked->getRawValue($p), (string) $hooked->getSettableType(), array_keys($hooked->getHooks()));
$hooked->setRawValue($p, 'raw');
var_dump($p->hooked, $hooked->getHook(PropertyHookType::Set)->getName());
$virtual = new ReflectionProperty('P', 'virtual');
var_dump($virtual->isVirtual(), $virtual->hasHook(PropertyHookType::Set), (string) $virtual->getSettableType());
$once = new ReflectionProperty('P', 'once');
var_dump($once->isReadOnly(), $once->isProtectedSet(), Reflection::getModifierNames($once->getModifiers()));
try { new ReflectionProperty('P', 'none'); } catch (ReflectionException $e) { echo $e->getMessage(), "\n"; }
try { $secret->getValue(new stdClass); } catch (ReflectionException $e) { echo $e->getMessage(), "\n"; }
$dynamic = new stdClass;
$dynamic->x = 1;
$property = (new ReflectionObject($dynamic))->getProperty('x');
var_dump($property->isDynamic(), $property->isDefault());
--EXPECT--
string(1) "s"
string(1) "t"
bool(true)
string(1) "s"
bool(false)
bool(false)
Typed property P::$typed must not be accessed before initialization
int(9)
bool(true)
string(5) "<ABC>"
string(5) "<abc>"
string(10) "string|int"
array(2) {
  [0]=>
  string(3) "get"
  [1]=>
  string(3) "set"
}
string(3) "RAW"
string(12) "$hooked::set"
bool(true)
bool(false)
string(5) "never"
bool(true)
bool(true)
array(2) {
  [0]=>
  string(6) "public"
  [1]=>
  string(8) "readonly"
}
Property P::$none does not exist
Given object is not an instance of the class this property was declared in
bool(true)
bool(false)
