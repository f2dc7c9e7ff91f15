--TEST--
get_debug_type(): the new names
--FILE--
<?php
namespace N;
class C {}
foreach ([null, true, 1, 1.5, 's', [], new \stdClass, new C, fn() => 1, new class {}, new class extends C {}] as $value) echo \get_debug_type($value), "\n";
--EXPECT--
null
bool
int
float
string
array
stdClass
N\C
Closure
class@anonymous
N\C@anonymous
