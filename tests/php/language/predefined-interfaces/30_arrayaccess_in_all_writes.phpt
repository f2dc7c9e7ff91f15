--TEST--
ArrayAccess in every kind of write, with and without &offsetGet
--FILE--
<?php
class AA implements ArrayAccess { public $d = []; function offsetGet($o): mixed { echo "get "; var_dump($o); return $this->d[$o] ?? null; } function offsetSet($o, $v): void { echo "set "; var_dump($o); if ($o === null) $this->d[] = $v; else $this->d[$o] = $v; } function offsetExists($o): bool { echo "exists "; var_dump($o); return isset($this->d[$o]); } function offsetUnset($o): void { echo "unset "; var_dump($o); unset($this->d[$o]); } }
$a = new AA; $a[] = 1; $a['x'] = 2; $a['y']['z'] = 3; $a[1.5] = 4; $a[true] = 5; $a[null] = 6; $a['x']++; $a['x'] .= 's'; $a['n'] ??= 9; var_dump(isset($a['x']), isset($a['q']['r']), empty($a['x']), $a['none'] ?? 'def'); unset($a['x']); unset($a['y']['z']); [$p, 'x' => $q] = [1, 'x' => 2]; [0 => $p, 'k' => $q] = $a; foreach (['a' => 1] as $a['it'] => $a['v']); $ref = &$a['ref']; $ref = 5; $a[$a] = 1;
class AR implements ArrayAccess { public $d = []; function &offsetGet($o): mixed { echo "get "; var_dump($o); if (!isset($this->d[$o])) $this->d[$o] = null; return $this->d[$o]; } function offsetSet($o, $v): void { echo "set "; var_dump($o); $this->d[$o] = $v; } function offsetExists($o): bool { return isset($this->d[$o]); } function offsetUnset($o): void { unset($this->d[$o]); } }
$a = new AR; $a['x']['y'] = 1; $a['l'][] = 2; $r = &$a['r']; $r = 3; $a['c']++; foreach ($a['l'] as &$v) $v++; unset($v); print_r($a->d);
--EXPECTF--
Fatal error: Cannot mix keyed and unkeyed array entries in assignments in %s30_arrayaccess_in_all_writes.php on line 3
