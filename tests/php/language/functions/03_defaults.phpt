--TEST--
Default values: constants, expressions, new, nullable by default
--FILE--
<?php
const TEN = 10; class K { const C = 'class'; function __construct(public $v = 'made') {} }
function d($a = 1, $b = TEN * 2, $c = [1, 'k' => K::C], $d = null, $e = PHP_INT_SIZE . 'x', K $o = new K('default')) {
    return json_encode(func_get_args()) . json_encode([$a, $b, $c, $d, $e, $o]);
}
echo d(), "\n", d(5, d: 'named'), "\n";
function nullable(?int $x = null, ?string $s = 'str') { return json_encode([$x, $s]); }
echo nullable(), nullable(null, null), "\n";
function implicit(int $x = null) { return json_encode($x); } echo implicit(), "\n";
function fresh($o = new stdClass) { $o->n = ($o->n ?? 0) + 1; return $o->n; } echo fresh(), fresh(), "\n";
function required_after($a = 1, $b) { return $a . $b; } try { required_after(); } catch (Error $e) {
    echo preg_replace('/ in \S+ on/', ' on', $e->getMessage()), "\n";
}
--EXPECTF--
Deprecated: implicit(): Implicitly marking parameter $x as nullable is deprecated, the explicit nullable type must be used instead in %s03_defaults.php on line 9

Deprecated: required_after(): Optional parameter $a declared before required parameter $b is implicitly treated as a required parameter in %s03_defaults.php on line 11
[][1,20,{"0":1,"k":"class"},null,"8x",{"v":"default"}]
[5,20,{"0":1,"k":"class"},"named"][5,20,{"0":1,"k":"class"},"named","8x",{"v":"default"}]
[null,"str"][null,null]
null
11
Too few arguments to function required_after(), 0 passed on line 11 and exactly 2 expected
