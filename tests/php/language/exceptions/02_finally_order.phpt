--TEST--
finally runs on every way out
--FILE--
<?php
function a() {
    foreach ([1, 2] as $i) { try { echo "try$i "; continue; } finally { echo "fin$i "; } } return 'end';
}
echo a(), "\n";
function b() {
    try { try { return print('x') . 'ret'; } finally { echo ' inner '; } } finally { echo 'outer '; }
}
echo b(), "\n"; function d() { try { throw new Exception('lost'); } finally { return 'return wins'; } }
echo d(), "\n";
function e() {
    try { return 'first'; } finally {
        try { throw new Exception('in finally'); } catch (Exception $e) { echo $e->getMessage(), ' '; }
    }
}
echo e(), "\n"; function f() { $x = 'a'; try { return $x . ($x = 'b'); } finally { $x = 'c'; echo $x; } }
echo f(), "\n"; function &g() { static $v = 1; try { return $v; } finally { $v++; } } $r = &g(); echo $r, "\n";
function h() {
    try { throw new Exception('one'); } catch (Exception $e) {
        try { throw new Exception('two', 0, $e); } finally { echo 'cleanup '; }
    }
}
try { h(); } catch (Exception $e) { echo $e->getMessage(), $e->getPrevious()->getMessage(), "\n"; }
--EXPECT--
try1 fin1 try2 fin2 end
xret inner outer 1
return wins
in finally first
cbb
2
cleanup twoone
