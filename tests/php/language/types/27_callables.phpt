--TEST--
Everything that is callable
--FILE--
<?php
class C {
    static function st($x) { return "static $x"; }
    function m($x) { return "method $x"; }
    function __invoke($x) { return "invoke $x"; }
}
function plain($x) { return "plain $x"; }
$c = new C;
foreach (['plain', 'PLAIN', 'C::st', ['C', 'st'], [$c, 'm'], $c, fn($x) => "arrow $x", 'strtoupper', $c->m(...), C::st(...)] as $f) {
    echo $f('a'), ' ', call_user_func($f, 'b'), "\n";
}
var_dump(is_callable('nope'), is_callable([$c, 'nope']), is_callable('C::m'), is_callable('x', true), is_callable([$c, 'm'], false, $name), $name);
foreach (['nope', 'C::nope', [1, 2], ['C']] as $f) {
    try { $f('x'); } catch (Error $e) { echo $e->getMessage(), "\n"; }
}
try { [new C, 'st'](); } catch (ArgumentCountError $e) {
    echo preg_replace('/ in \S+ on line/', ' on line', $e->getMessage()), "\n";
}
--EXPECT--
plain a plain b
plain a plain b
static a static b
static a static b
method a method b
invoke a invoke b
arrow a arrow b
A B
method a method b
static a static b
bool(false)
bool(false)
bool(false)
bool(true)
bool(true)
string(4) "C::m"
Call to undefined function nope()
Call to undefined method C::nope()
First array member is not a valid class name or object
Array callback must have exactly two elements
Too few arguments to function C::st(), 0 passed on line 16 and exactly 1 expected
