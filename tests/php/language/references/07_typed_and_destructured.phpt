--TEST--
Returned references of a declared type, references in destructuring of calls
--FILE--
<?php
function &foo(array &$in): array { return $in; } $a = [1]; $b = &foo($a); $b[] = 2; echo count($a); function &bar(array $in): array { return null; } try { bar([]); } catch (TypeError $e) { echo $e->getMessage(), "\n"; } function &baz(&$x): int { return $x; } $s = "123"; $r = &baz($s); var_dump($s, $r); $r = 5; var_dump($s);
function f(&$a) { $a = 'changed'; } $y = 'orig'; f($x =& $y); echo $x, $y; function r() { return [1, 2]; } [&$p] = r(); echo $p; function &rr() { static $arr = [5, 6]; return $arr; } [&$q] = rr(); $q = 9; echo rr()[0];
--EXPECTF--
2bar(): Return value must be of type array, null returned
int(123)
int(123)
int(5)
changedchanged
Notice: Attempting to set reference to non referenceable value in %s07_typed_and_destructured.php on line 3
19
