--TEST--
++ and -- on every type
--FILE--
<?php
foreach ([5, 5.5, null, 'a', 'Az', 'zZ9', '5', '5.5', '1e2', '', 'z', true, PHP_INT_MAX] as $v) {
    $u = $d = $v;
    $r = @$u++; $s = @$d--;
    var_dump($u, $d);
}
$x = 'abc-z'; $x++; var_dump($x); $x = null; $x--; var_dump($x);
foreach ([[], new stdClass] as $v) {
    try { $v++; } catch (TypeError $e) { echo $e->getMessage(), "\n"; } try { $v--; } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
}
$b = false; $b++;
--EXPECTF--
int(6)
int(4)
float(6.5)
float(4.5)
int(1)
NULL
string(1) "b"
string(1) "a"
string(2) "Ba"
string(2) "Az"
string(4) "aaA0"
string(3) "zZ9"
int(6)
int(4)
float(6.5)
float(4.5)
float(101)
float(99)
string(1) "1"
int(-1)
string(2) "aa"
string(1) "z"
bool(true)
bool(true)
float(9.223372036854776E+18)
int(9223372036854775806)

Deprecated: Increment on non-alphanumeric string is deprecated in %s03_incdec.php on line 7
string(5) "abc-a"

Warning: Decrement on type null has no effect, this will change in the next major version of PHP in %s03_incdec.php on line 7
NULL
Cannot increment array
Cannot decrement array
Cannot increment stdClass
Cannot decrement stdClass

Warning: Increment on type bool has no effect, this will change in the next major version of PHP in %s03_incdec.php on line 13
