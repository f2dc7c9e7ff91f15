--TEST--
WeakMap and SplFixedArray: [] is refused in every form, through references too
--FILE--
<?php
$map = new WeakMap;
try { isset($map[1]); } catch (Error $e) { echo 'A ', $e->getMessage(), "\n"; }
try { unset($map[1]); } catch (Error $e) { echo 'B ', $e->getMessage(), "\n"; }
try { $map[] = 1; } catch (Error $e) { echo 'C ', $e->getMessage(), "\n"; }
try { $map[][1] = 1; } catch (Error $e) { echo 'D ', $e->getMessage(), "\n"; }
try { var_dump($map[new stdClass]); } catch (Error $e) { echo 'E ', $e->getMessage(), "\n"; }
$fixed = new SplFixedArray(3);
foreach ([
    function () use ($fixed) { $fixed[] = 1; },
    function () use ($fixed) { $fixed[][0] = 1; },
    function () use ($fixed) { $r = &$fixed[]; },
    function () use ($map) { $r = &$map[]; },
    function () use (&$fixed) { $fixed[] = 1; },
    function () use (&$map) { $map[] = 1; },
] as $try) {
    try { $try(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
}
--EXPECT--
A WeakMap key must be an object
B WeakMap key must be an object
C Cannot append to WeakMap
D Cannot append to WeakMap
E Object stdClass#2 not contained in WeakMap
[] operator not supported for SplFixedArray
[] operator not supported for SplFixedArray
[] operator not supported for SplFixedArray
Cannot append to WeakMap
[] operator not supported for SplFixedArray
Cannot append to WeakMap
