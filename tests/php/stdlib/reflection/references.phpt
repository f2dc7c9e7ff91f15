--TEST--
Reflection: references
--FILE--
<?php
$value = 1;
$array = [0, &$value, 'k' => &$value];
$first = ReflectionReference::fromArrayElement($array, 1);
$second = ReflectionReference::fromArrayElement($array, 'k');
var_dump(ReflectionReference::fromArrayElement($array, 0), $first->getId() === $second->getId(), strlen($first->getId()));
try { ReflectionReference::fromArrayElement($array, 'none'); } catch (ReflectionException $e) { echo $e->getMessage(), "\n"; }
const ANSWER = 42;
$constant = new ReflectionConstant('ANSWER');
var_dump($constant->getValue(), $constant->getShortName(), (string) $constant);
try { new ReflectionConstant('NOPE'); } catch (ReflectionException $e) { echo $e->getMessage(), "\n"; }
function counter() { yield 1; yield from inner(); }
function inner() { yield 2; }
$generator = counter();
$reflection = new ReflectionGenerator($generator);
var_dump($reflection->getExecutingLine(), $reflection->getFunction()->name);
$generator->next();
$generator->current();
var_dump($reflection->getExecutingGenerator() === $generator, count($reflection->getTrace()), $reflection->getTrace()[0]['function']);
$generator->next();
var_dump($generator->valid(), $reflection->isClosed());
try { $reflection->getExecutingLine(); } catch (ReflectionException $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
NULL
bool(true)
int(20)
Array key not found
int(42)
string(6) "ANSWER"
string(31) "Constant [ int ANSWER ] { 42 }
"
Constant "NOPE" does not exist
int(12)
string(7) "counter"
bool(false)
int(2)
string(5) "inner"
bool(false)
bool(true)
Cannot fetch information from a closed Generator
