--TEST--
unset() of elements and properties of anything
--FILE--
<?php
$x = null; unset($x['a']); unset($x['a']['b']); $s = "abc"; try { unset($s[0][1]); } catch (Error $e) { echo $e->getMessage(), "\n"; } $i = 5; try { unset($i[0]); } catch (Error $e) { echo $e->getMessage(), "\n"; } try { unset($i[0][1]); } catch (Error $e) { echo $e->getMessage(), "\n"; } $o = new stdClass; try { unset($o['x']['y']); } catch (Error $e) { echo $e->getMessage(), "\n"; } $t = true; try { unset($t[0]['x']); } catch (Error $e) { echo $e->getMessage(), "\n"; } unset($undef['x'], $undef2['x']['y'], $undef3->x, $undef4->x->y);
--EXPECTF--
Cannot use string offset as an array
Cannot unset offset in a non-array variable
Cannot unset offset in a non-array variable
Cannot use object of type stdClass as array
Cannot unset offset in a non-array variable

Warning: Undefined variable $undef in %s30_unset_of_anything.php on line 2

Warning: Undefined variable $undef2 in %s30_unset_of_anything.php on line 2

Warning: Undefined variable $undef4 in %s30_unset_of_anything.php on line 2
