--TEST--
Offsets of strings and scalars in every kind of write, and what compound assignment reads on its way
--FILE--
<?php
function t($f) { try { $f(); echo "ok\n"; } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
function by(&$x) {}
foreach (['abc', 5, true, 1.5, null, false, ''] as $v) {
echo json_encode($v), "\n";
foreach ([0, 'k', '1', '1x', null, true, []] as $k) {
echo ' ', json_encode($k), "\n";
t(function () use ($v, $k) { $v[$k]['m'] = 1; }); t(function () use ($v, $k) { $v[$k][] = 1; });
t(function () use ($v, $k) { $r = &$v[$k]; }); t(function () use ($v, $k) { $r = &$v[$k]['m']; });
t(function () use ($v, $k) { $v[$k] = &$z; }); t(function () use ($v, $k) { $v[$k]['m'] = &$z; });
t(function () use ($v, $k) { by($v[$k]); }); t(function () use ($v, $k) { $v[$k]->x = 1; });
t(function () use ($v, $k) { unset($v[$k]); }); t(function () use ($v, $k) { unset($v[$k]['m']); }); t(function () use ($v, $k) { unset($v[$k]['m']['n']); });
t(function () use ($v, $k) { $v[$k] .= 'x'; }); t(function () use ($v, $k) { $v[$k]++; }); t(function () use ($v, $k) { $v[$k]['m'] += 1; });
t(function () use ($v, $k) { $v[$k] ??= 1; }); t(function () use ($v, $k) { foreach ($v[$k] as &$q) {} });
t(function () use ($v, $k) { [$v[$k]] = [1]; var_dump($v); }); t(function () use ($v, $k) { var_dump($v[$k] ?? 'd', isset($v[$k]['m']), empty($v[$k])); });
} }
function a() { $a[$b] += 1; var_dump($a); }
function b() { $a[0]['x'] .= 'q'; var_dump($a); $a[0]['y']++; $a['n']['m']['o']--; var_dump($a); }
function c() { $r = &$a; $a[0][1] += 5; var_dump($a); static $s; $s['k']['l']++; var_dump($s); }
function d() { $n = 'a'; $$n[0]++; $a['p'] ??= 3; $a['q']['r'] ??= 4; var_dump($a); }
function e() { $a = [[1, 2], 'x' => ['y' => 1]]; $a[0][1] += 3; $a['x']['y']++; $b = $a; $b[0][0] .= 'z'; $b[1.7][true] = 1; @$b[5][6]++; var_dump($a, $b); }
function f() { global $g; $g['a']['b'] += 2; $GLOBALS['h']['i'] .= 'j'; var_dump($g, $GLOBALS['h']); $o = new stdClass; $o->p['q'] = 1; $o->p['q'] += 2; $o->p['z'] += 2; var_dump($o->p); }
a(); b(); c(); d(); e(); f();
$top[1][2]++; var_dump($top);
?>
--EXPECTF--
"abc"
 0
Error: Cannot use string offset as an array
Error: Cannot use string offset as an array
Error: Cannot create references to/from string offsets
Error: Cannot use string offset as an array
Error: Cannot create references to/from string offsets
Error: Cannot use string offset as an array
Error: Cannot create references to/from string offsets
Error: Cannot use string offset as an object
Error: Cannot unset string offsets
Error: Cannot use string offset as an array
Error: Cannot use string offset as an array
Error: Cannot use assign-op operators with string offsets
Error: Cannot increment/decrement string offsets
Error: Cannot use string offset as an array
ok
Error: Cannot create references to/from string offsets
string(3) "1bc"
ok
string(1) "a"
bool(false)
bool(false)
ok
 "k"
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
Error: Cannot unset string offsets
Error: Cannot unset string offsets
Error: Cannot unset string offsets
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
string(1) "d"
bool(false)
bool(true)
ok
 "1"
Error: Cannot use string offset as an array
Error: Cannot use string offset as an array
Error: Cannot create references to/from string offsets
Error: Cannot use string offset as an array
Error: Cannot create references to/from string offsets
Error: Cannot use string offset as an array
Error: Cannot create references to/from string offsets
Error: Cannot use string offset as an object
Error: Cannot unset string offsets
Error: Cannot use string offset as an array
Error: Cannot use string offset as an array
Error: Cannot use assign-op operators with string offsets
Error: Cannot increment/decrement string offsets
Error: Cannot use string offset as an array
ok
Error: Cannot create references to/from string offsets
string(3) "a1c"
ok
string(1) "b"
bool(false)
bool(false)
ok
 "1x"

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 8
Error: Cannot use string offset as an array

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 8
Error: Cannot use string offset as an array

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 9
Error: Cannot create references to/from string offsets

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 9
Error: Cannot use string offset as an array

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 10
Error: Cannot create references to/from string offsets

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 10
Error: Cannot use string offset as an array

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 11
Error: Cannot create references to/from string offsets

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 11
Error: Cannot use string offset as an object
Error: Cannot unset string offsets
Error: Cannot use string offset as an array
Error: Cannot use string offset as an array

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 13
Error: Cannot use assign-op operators with string offsets

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 13
Error: Cannot increment/decrement string offsets

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 13
Error: Cannot use string offset as an array

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 14
ok

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 14
Error: Cannot create references to/from string offsets

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 15
string(3) "a1c"
ok

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 15

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 15
string(1) "b"
bool(false)
bool(true)
ok
 null

Warning: String offset cast occurred in %soffsets_in_writes.php on line 8
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 8
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 9
Error: Cannot create references to/from string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 9
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 10
Error: Cannot create references to/from string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 10
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 11
Error: Cannot create references to/from string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 11
Error: Cannot use string offset as an object
Error: Cannot unset string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 12
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 12
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 13
Error: Cannot use assign-op operators with string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 13
Error: Cannot increment/decrement string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 13
Error: Cannot use string offset as an array
ok

Warning: String offset cast occurred in %soffsets_in_writes.php on line 14
Error: Cannot create references to/from string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 15
string(3) "1bc"
ok
string(1) "a"
bool(false)
bool(false)
ok
 true

Warning: String offset cast occurred in %soffsets_in_writes.php on line 8
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 8
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 9
Error: Cannot create references to/from string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 9
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 10
Error: Cannot create references to/from string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 10
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 11
Error: Cannot create references to/from string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 11
Error: Cannot use string offset as an object
Error: Cannot unset string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 12
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 12
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 13
Error: Cannot use assign-op operators with string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 13
Error: Cannot increment/decrement string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 13
Error: Cannot use string offset as an array
ok

Warning: String offset cast occurred in %soffsets_in_writes.php on line 14
Error: Cannot create references to/from string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 15
string(3) "a1c"
ok
string(1) "b"
bool(false)
bool(false)
ok
 []
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
Error: Cannot unset string offsets
Error: Cannot unset string offsets
Error: Cannot unset string offsets
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
5
 0
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
string(1) "d"
bool(false)
bool(true)
ok
 "k"
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
string(1) "d"
bool(false)
bool(true)
ok
 "1"
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
string(1) "d"
bool(false)
bool(true)
ok
 "1x"
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
string(1) "d"
bool(false)
bool(true)
ok
 null
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
string(1) "d"
bool(false)
bool(true)
ok
 true
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
string(1) "d"
bool(false)
bool(true)
ok
 []
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
string(1) "d"
bool(false)
bool(true)
ok
true
 0
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
string(1) "d"
bool(false)
bool(true)
ok
 "k"
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
string(1) "d"
bool(false)
bool(true)
ok
 "1"
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
string(1) "d"
bool(false)
bool(true)
ok
 "1x"
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
string(1) "d"
bool(false)
bool(true)
ok
 null
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
string(1) "d"
bool(false)
bool(true)
ok
 true
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
string(1) "d"
bool(false)
bool(true)
ok
 []
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
string(1) "d"
bool(false)
bool(true)
ok
1.5
 0
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
string(1) "d"
bool(false)
bool(true)
ok
 "k"
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
string(1) "d"
bool(false)
bool(true)
ok
 "1"
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
string(1) "d"
bool(false)
bool(true)
ok
 "1x"
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
string(1) "d"
bool(false)
bool(true)
ok
 null
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
string(1) "d"
bool(false)
bool(true)
ok
 true
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
string(1) "d"
bool(false)
bool(true)
ok
 []
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot unset offset in a non-array variable
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
Error: Cannot use a scalar value as an array
string(1) "d"
bool(false)
bool(true)
ok
null
 0
ok
ok
ok
ok
ok
ok
ok
Error: Attempt to assign property "x" on null
ok
ok
ok

Warning: Undefined array key 0 in %soffsets_in_writes.php on line 13
ok

Warning: Undefined array key 0 in %soffsets_in_writes.php on line 13
ok

Warning: Undefined array key 0 in %soffsets_in_writes.php on line 13

Warning: Undefined array key "m" in %soffsets_in_writes.php on line 13
ok
ok

Warning: foreach() argument must be of type array|object, null given in %soffsets_in_writes.php on line 14
ok
array(1) {
  [0]=>
  int(1)
}
ok
string(1) "d"
bool(false)
bool(true)
ok
 "k"
ok
ok
ok
ok
ok
ok
ok
Error: Attempt to assign property "x" on null
ok
ok
ok

Warning: Undefined array key "k" in %soffsets_in_writes.php on line 13
ok

Warning: Undefined array key "k" in %soffsets_in_writes.php on line 13
ok

Warning: Undefined array key "k" in %soffsets_in_writes.php on line 13

Warning: Undefined array key "m" in %soffsets_in_writes.php on line 13
ok
ok

Warning: foreach() argument must be of type array|object, null given in %soffsets_in_writes.php on line 14
ok
array(1) {
  ["k"]=>
  int(1)
}
ok
string(1) "d"
bool(false)
bool(true)
ok
 "1"
ok
ok
ok
ok
ok
ok
ok
Error: Attempt to assign property "x" on null
ok
ok
ok

Warning: Undefined array key 1 in %soffsets_in_writes.php on line 13
ok

Warning: Undefined array key 1 in %soffsets_in_writes.php on line 13
ok

Warning: Undefined array key 1 in %soffsets_in_writes.php on line 13

Warning: Undefined array key "m" in %soffsets_in_writes.php on line 13
ok
ok

Warning: foreach() argument must be of type array|object, null given in %soffsets_in_writes.php on line 14
ok
array(1) {
  [1]=>
  int(1)
}
ok
string(1) "d"
bool(false)
bool(true)
ok
 "1x"
ok
ok
ok
ok
ok
ok
ok
Error: Attempt to assign property "x" on null
ok
ok
ok

Warning: Undefined array key "1x" in %soffsets_in_writes.php on line 13
ok

Warning: Undefined array key "1x" in %soffsets_in_writes.php on line 13
ok

Warning: Undefined array key "1x" in %soffsets_in_writes.php on line 13

Warning: Undefined array key "m" in %soffsets_in_writes.php on line 13
ok
ok

Warning: foreach() argument must be of type array|object, null given in %soffsets_in_writes.php on line 14
ok
array(1) {
  ["1x"]=>
  int(1)
}
ok
string(1) "d"
bool(false)
bool(true)
ok
 null
ok
ok
ok
ok
ok
ok
ok
Error: Attempt to assign property "x" on null
ok
ok
ok

Warning: Undefined array key "" in %soffsets_in_writes.php on line 13
ok

Warning: Undefined array key "" in %soffsets_in_writes.php on line 13
ok

Warning: Undefined array key "" in %soffsets_in_writes.php on line 13

Warning: Undefined array key "m" in %soffsets_in_writes.php on line 13
ok
ok

Warning: foreach() argument must be of type array|object, null given in %soffsets_in_writes.php on line 14
ok
array(1) {
  [""]=>
  int(1)
}
ok
string(1) "d"
bool(false)
bool(true)
ok
 true
ok
ok
ok
ok
ok
ok
ok
Error: Attempt to assign property "x" on null
ok
ok
ok

Warning: Undefined array key 1 in %soffsets_in_writes.php on line 13
ok

Warning: Undefined array key 1 in %soffsets_in_writes.php on line 13
ok

Warning: Undefined array key 1 in %soffsets_in_writes.php on line 13

Warning: Undefined array key "m" in %soffsets_in_writes.php on line 13
ok
ok

Warning: foreach() argument must be of type array|object, null given in %soffsets_in_writes.php on line 14
ok
array(1) {
  [1]=>
  int(1)
}
ok
string(1) "d"
bool(false)
bool(true)
ok
 []
TypeError: Cannot access offset of type array on array
TypeError: Cannot access offset of type array on array
TypeError: Cannot access offset of type array on array
TypeError: Cannot access offset of type array on array
TypeError: Cannot access offset of type array on array
TypeError: Cannot access offset of type array on array
TypeError: Cannot access offset of type array on array
TypeError: Cannot access offset of type array on array
ok
ok
ok
TypeError: Cannot access offset of type array on array
TypeError: Cannot access offset of type array on array
TypeError: Cannot access offset of type array on array
TypeError: Cannot access offset of type array on array
TypeError: Cannot access offset of type array on array
TypeError: Cannot access offset of type array on array
string(1) "d"
bool(false)
bool(true)
ok
false
 0

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 8
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 8
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 9
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 9
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 10
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 10
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 11
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 11
Error: Attempt to assign property "x" on null

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 12
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 12
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 12
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 13

Warning: Undefined array key 0 in %soffsets_in_writes.php on line 13
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 13

Warning: Undefined array key 0 in %soffsets_in_writes.php on line 13
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 13

Warning: Undefined array key 0 in %soffsets_in_writes.php on line 13

Warning: Undefined array key "m" in %soffsets_in_writes.php on line 13
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 14
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 14

Warning: foreach() argument must be of type array|object, null given in %soffsets_in_writes.php on line 14
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 15
array(1) {
  [0]=>
  int(1)
}
ok
string(1) "d"
bool(false)
bool(true)
ok
 "k"

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 8
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 8
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 9
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 9
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 10
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 10
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 11
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 11
Error: Attempt to assign property "x" on null

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 12
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 12
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 12
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 13

Warning: Undefined array key "k" in %soffsets_in_writes.php on line 13
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 13

Warning: Undefined array key "k" in %soffsets_in_writes.php on line 13
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 13

Warning: Undefined array key "k" in %soffsets_in_writes.php on line 13

Warning: Undefined array key "m" in %soffsets_in_writes.php on line 13
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 14
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 14

Warning: foreach() argument must be of type array|object, null given in %soffsets_in_writes.php on line 14
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 15
array(1) {
  ["k"]=>
  int(1)
}
ok
string(1) "d"
bool(false)
bool(true)
ok
 "1"

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 8
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 8
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 9
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 9
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 10
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 10
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 11
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 11
Error: Attempt to assign property "x" on null

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 12
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 12
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 12
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 13

Warning: Undefined array key 1 in %soffsets_in_writes.php on line 13
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 13

Warning: Undefined array key 1 in %soffsets_in_writes.php on line 13
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 13

Warning: Undefined array key 1 in %soffsets_in_writes.php on line 13

Warning: Undefined array key "m" in %soffsets_in_writes.php on line 13
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 14
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 14

Warning: foreach() argument must be of type array|object, null given in %soffsets_in_writes.php on line 14
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 15
array(1) {
  [1]=>
  int(1)
}
ok
string(1) "d"
bool(false)
bool(true)
ok
 "1x"

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 8
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 8
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 9
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 9
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 10
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 10
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 11
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 11
Error: Attempt to assign property "x" on null

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 12
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 12
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 12
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 13

Warning: Undefined array key "1x" in %soffsets_in_writes.php on line 13
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 13

Warning: Undefined array key "1x" in %soffsets_in_writes.php on line 13
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 13

Warning: Undefined array key "1x" in %soffsets_in_writes.php on line 13

Warning: Undefined array key "m" in %soffsets_in_writes.php on line 13
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 14
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 14

Warning: foreach() argument must be of type array|object, null given in %soffsets_in_writes.php on line 14
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 15
array(1) {
  ["1x"]=>
  int(1)
}
ok
string(1) "d"
bool(false)
bool(true)
ok
 null

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 8
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 8
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 9
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 9
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 10
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 10
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 11
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 11
Error: Attempt to assign property "x" on null

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 12
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 12
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 12
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 13

Warning: Undefined array key "" in %soffsets_in_writes.php on line 13
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 13

Warning: Undefined array key "" in %soffsets_in_writes.php on line 13
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 13

Warning: Undefined array key "" in %soffsets_in_writes.php on line 13

Warning: Undefined array key "m" in %soffsets_in_writes.php on line 13
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 14
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 14

Warning: foreach() argument must be of type array|object, null given in %soffsets_in_writes.php on line 14
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 15
array(1) {
  [""]=>
  int(1)
}
ok
string(1) "d"
bool(false)
bool(true)
ok
 true

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 8
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 8
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 9
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 9
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 10
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 10
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 11
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 11
Error: Attempt to assign property "x" on null

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 12
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 12
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 12
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 13

Warning: Undefined array key 1 in %soffsets_in_writes.php on line 13
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 13

Warning: Undefined array key 1 in %soffsets_in_writes.php on line 13
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 13

Warning: Undefined array key 1 in %soffsets_in_writes.php on line 13

Warning: Undefined array key "m" in %soffsets_in_writes.php on line 13
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 14
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 14

Warning: foreach() argument must be of type array|object, null given in %soffsets_in_writes.php on line 14
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 15
array(1) {
  [1]=>
  int(1)
}
ok
string(1) "d"
bool(false)
bool(true)
ok
 []

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 8
TypeError: Cannot access offset of type array on array

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 8
TypeError: Cannot access offset of type array on array

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 9
TypeError: Cannot access offset of type array on array

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 9
TypeError: Cannot access offset of type array on array

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 10
TypeError: Cannot access offset of type array on array

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 10
TypeError: Cannot access offset of type array on array

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 11
TypeError: Cannot access offset of type array on array

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 11
TypeError: Cannot access offset of type array on array

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 12
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 12
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 12
ok

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 13
TypeError: Cannot access offset of type array on array

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 13
TypeError: Cannot access offset of type array on array

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 13
TypeError: Cannot access offset of type array on array

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 14
TypeError: Cannot access offset of type array on array

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 14
TypeError: Cannot access offset of type array on array

Deprecated: Automatic conversion of false to array is deprecated in %soffsets_in_writes.php on line 15
TypeError: Cannot access offset of type array on array
string(1) "d"
bool(false)
bool(true)
ok
""
 0
Error: Cannot use string offset as an array
Error: Cannot use string offset as an array
Error: Cannot create references to/from string offsets
Error: Cannot use string offset as an array
Error: Cannot create references to/from string offsets
Error: Cannot use string offset as an array
Error: Cannot create references to/from string offsets
Error: Cannot use string offset as an object
Error: Cannot unset string offsets
Error: Cannot use string offset as an array
Error: Cannot use string offset as an array
Error: Cannot use assign-op operators with string offsets
Error: Cannot increment/decrement string offsets
Error: Cannot use string offset as an array
ok
Error: Cannot create references to/from string offsets
string(1) "1"
ok
string(1) "d"
bool(false)
bool(true)
ok
 "k"
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
Error: Cannot unset string offsets
Error: Cannot unset string offsets
Error: Cannot unset string offsets
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
TypeError: Cannot access offset of type string on string
string(1) "d"
bool(false)
bool(true)
ok
 "1"
Error: Cannot use string offset as an array
Error: Cannot use string offset as an array
Error: Cannot create references to/from string offsets
Error: Cannot use string offset as an array
Error: Cannot create references to/from string offsets
Error: Cannot use string offset as an array
Error: Cannot create references to/from string offsets
Error: Cannot use string offset as an object
Error: Cannot unset string offsets
Error: Cannot use string offset as an array
Error: Cannot use string offset as an array
Error: Cannot use assign-op operators with string offsets
Error: Cannot increment/decrement string offsets
Error: Cannot use string offset as an array
ok
Error: Cannot create references to/from string offsets
string(2) " 1"
ok
string(1) "d"
bool(false)
bool(true)
ok
 "1x"

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 8
Error: Cannot use string offset as an array

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 8
Error: Cannot use string offset as an array

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 9
Error: Cannot create references to/from string offsets

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 9
Error: Cannot use string offset as an array

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 10
Error: Cannot create references to/from string offsets

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 10
Error: Cannot use string offset as an array

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 11
Error: Cannot create references to/from string offsets

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 11
Error: Cannot use string offset as an object
Error: Cannot unset string offsets
Error: Cannot use string offset as an array
Error: Cannot use string offset as an array

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 13
Error: Cannot use assign-op operators with string offsets

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 13
Error: Cannot increment/decrement string offsets

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 13
Error: Cannot use string offset as an array

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 14

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 14
ok

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 14
Error: Cannot create references to/from string offsets

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 15
string(2) " 1"
ok

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 15

Warning: Illegal string offset "1x" in %soffsets_in_writes.php on line 15
string(1) "d"
bool(false)
bool(true)
ok
 null

Warning: String offset cast occurred in %soffsets_in_writes.php on line 8
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 8
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 9
Error: Cannot create references to/from string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 9
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 10
Error: Cannot create references to/from string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 10
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 11
Error: Cannot create references to/from string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 11
Error: Cannot use string offset as an object
Error: Cannot unset string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 12
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 12
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 13
Error: Cannot use assign-op operators with string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 13
Error: Cannot increment/decrement string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 13
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 14
ok

Warning: String offset cast occurred in %soffsets_in_writes.php on line 14
Error: Cannot create references to/from string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 15
string(1) "1"
ok
string(1) "d"
bool(false)
bool(true)
ok
 true

Warning: String offset cast occurred in %soffsets_in_writes.php on line 8
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 8
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 9
Error: Cannot create references to/from string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 9
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 10
Error: Cannot create references to/from string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 10
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 11
Error: Cannot create references to/from string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 11
Error: Cannot use string offset as an object
Error: Cannot unset string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 12
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 12
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 13
Error: Cannot use assign-op operators with string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 13
Error: Cannot increment/decrement string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 13
Error: Cannot use string offset as an array

Warning: String offset cast occurred in %soffsets_in_writes.php on line 14
ok

Warning: String offset cast occurred in %soffsets_in_writes.php on line 14
Error: Cannot create references to/from string offsets

Warning: String offset cast occurred in %soffsets_in_writes.php on line 15
string(2) " 1"
ok
string(1) "d"
bool(false)
bool(true)
ok
 []
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
Error: Cannot unset string offsets
Error: Cannot unset string offsets
Error: Cannot unset string offsets
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string
TypeError: Cannot access offset of type array on string

Warning: Undefined variable $a in %soffsets_in_writes.php on line 17

Warning: Undefined variable $b in %soffsets_in_writes.php on line 17

Warning: Undefined array key "" in %soffsets_in_writes.php on line 17
array(1) {
  [""]=>
  int(1)
}

Warning: Undefined variable $a in %soffsets_in_writes.php on line 18

Warning: Undefined array key 0 in %soffsets_in_writes.php on line 18

Warning: Undefined array key "x" in %soffsets_in_writes.php on line 18
array(1) {
  [0]=>
  array(1) {
    ["x"]=>
    string(1) "q"
  }
}

Warning: Undefined array key "y" in %soffsets_in_writes.php on line 18

Warning: Undefined array key "n" in %soffsets_in_writes.php on line 18

Warning: Undefined array key "m" in %soffsets_in_writes.php on line 18

Warning: Undefined array key "o" in %soffsets_in_writes.php on line 18

Warning: Decrement on type null has no effect, this will change in the next major version of PHP in %soffsets_in_writes.php on line 18
array(2) {
  [0]=>
  array(2) {
    ["x"]=>
    string(1) "q"
    ["y"]=>
    int(1)
  }
  ["n"]=>
  array(1) {
    ["m"]=>
    array(1) {
      ["o"]=>
      NULL
    }
  }
}

Warning: Undefined array key 0 in %soffsets_in_writes.php on line 19

Warning: Undefined array key 1 in %soffsets_in_writes.php on line 19
array(1) {
  [0]=>
  array(1) {
    [1]=>
    int(5)
  }
}

Warning: Undefined array key "k" in %soffsets_in_writes.php on line 19

Warning: Undefined array key "l" in %soffsets_in_writes.php on line 19
array(1) {
  ["k"]=>
  array(1) {
    ["l"]=>
    int(1)
  }
}

Warning: Undefined variable $a in %soffsets_in_writes.php on line 20

Warning: Undefined array key 0 in %soffsets_in_writes.php on line 20
array(3) {
  [0]=>
  int(1)
  ["p"]=>
  int(3)
  ["q"]=>
  array(1) {
    ["r"]=>
    int(4)
  }
}

Deprecated: Implicit conversion from float 1.7 to int loses precision in %soffsets_in_writes.php on line 21
array(2) {
  [0]=>
  array(2) {
    [0]=>
    int(1)
    [1]=>
    int(5)
  }
  ["x"]=>
  array(1) {
    ["y"]=>
    int(2)
  }
}
array(4) {
  [0]=>
  array(2) {
    [0]=>
    string(2) "1z"
    [1]=>
    int(5)
  }
  ["x"]=>
  array(1) {
    ["y"]=>
    int(2)
  }
  [1]=>
  array(1) {
    [1]=>
    int(1)
  }
  [5]=>
  array(1) {
    [6]=>
    int(1)
  }
}

Warning: Undefined array key "a" in %soffsets_in_writes.php on line 22

Warning: Undefined array key "b" in %soffsets_in_writes.php on line 22

Warning: Undefined global variable $h in %soffsets_in_writes.php on line 22

Warning: Undefined array key "i" in %soffsets_in_writes.php on line 22
array(1) {
  ["a"]=>
  array(1) {
    ["b"]=>
    int(2)
  }
}
array(1) {
  ["i"]=>
  string(1) "j"
}

Warning: Undefined array key "z" in %soffsets_in_writes.php on line 22
array(2) {
  ["q"]=>
  int(3)
  ["z"]=>
  int(2)
}

Warning: Undefined variable $top in %soffsets_in_writes.php on line 24

Warning: Undefined array key 1 in %soffsets_in_writes.php on line 24

Warning: Undefined array key 2 in %soffsets_in_writes.php on line 24
array(1) {
  [1]=>
  array(1) {
    [2]=>
    int(1)
  }
}
