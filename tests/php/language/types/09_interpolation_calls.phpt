--TEST--
Calls, statics and null-safe access inside strings
--FILE--
<?php
class C {
    const K = 'const';
    public static $s = ['st' => 'static'];
    public $p = 'prop';
    function m($x) { return [$x, $x . $x]; }
}
$c = new C; $n = null; $f = 'strtoupper'; $g = fn($x) => "<$x>"; $name = 'p';
echo "{$c->m('a')[1]} {$f('up')} {$g("in {$c->p}")} {$c->$name}\n";
echo "[{$n?->p}] [$n?->p] $c?->p\n";
echo "\{$c->p} {$c::$s['st']} $ {$c->p}$ {not} \${c}\n";
--EXPECT--
aa UP <in prop> prop
[] [] prop
\{prop} static $ prop$ {not} ${c}
