--TEST--
Anonymous classes
--FILE--
<?php
interface Logger { function log($m); }
$o = new class(10) implements Logger {
    public function __construct(private int $n) {}
    function log($m) { return "$m$this->n"; }
}; echo $o->log('m'), "\n";
var_dump($o instanceof Logger, str_contains(get_class($o), 'Logger@anonymous'), strstr(get_class($o), "\0", true));
class Outer {
    private $p = 'outer';
    function make() { return new class($this->p) extends Outer { function __construct(public $got) {} }; }
}
$x = (new Outer)->make(); echo $x->got, ' ', $x instanceof Outer ? 'extends' : '', "\n";
function f() { return new class { static $n = 0; }; } $a = f(); $b = f();
var_dump(get_class($a) === get_class($b)); $a::$n++; echo $b::$n, "\n";
$r = new readonly class(1) { function __construct(public int $v) {} }; echo $r->v, "\n";
--EXPECT--
m10
bool(true)
bool(true)
string(16) "Logger@anonymous"
outer extends
bool(true)
1
1
