--TEST--
Variables inside strings: simple and braced
--FILE--
<?php
$name = 'World'; $a = [3, 'k' => 'v', 'deep' => ['x' => 'y'], -2 => 'neg'];
$o = new stdClass; $o->p = 'prop'; $o->q = new stdClass; $o->q->r = 'nested'; $o->list = [7, 8];
$fn = fn($x) => $x * 2; $key = 'k'; $var = 'name';
echo "Hello $name!\n", "Hello {$name}s ${name}s\n";
echo "$a[0] $a[k] $a[-2] $a[$key]\n";
echo "$o->p {$o->q->r} {$o->list[1]} {$o->{'p'}} {$a['deep']['x']} {$fn(4)} ${$var}\n";
echo "$o->list[0] $a[0][1] $ a{$key}b $1 {not} \\$name\n";
echo "nested {$a["k"]} {$a['deep']["x"]}\n";
--EXPECTF--
Deprecated: Using ${var} in strings is deprecated, use {$var} instead in %s07_interpolation.php on line 5

Deprecated: Using ${expr} (variable variables) in strings is deprecated, use {${expr}} instead in %s07_interpolation.php on line 7
Hello World!
Hello Worlds Worlds
3 v neg v
prop nested 8 prop y 8 World

Warning: Array to string conversion in %s07_interpolation.php on line 8
Array[0] 3[1] $ akb $1 {not} \World
nested v y
