--TEST--
return from functions, from the script and through finally
--FILE--
<?php
function a() { return; } var_dump(a());
function b() { foreach ([1, 2, 3] as $x) { if ($x == 2) return $x; } } echo b(), "\n";
function c() { try { return 'try'; } finally { return 'finally'; } } echo c(), "\n";
function d() { $x = 1; try { return $x; } finally { $x = 2; } } echo d(), "\n";
function &e(array &$a) { return $a[0]; } $arr = [1]; $ref = &e($arr); $ref = 5; echo $arr[0], "\n";
echo "last\n"; return 3;
echo 'never';
--EXPECT--
NULL
2
finally
1
5
last
