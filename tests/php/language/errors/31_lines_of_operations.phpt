--TEST--
An operation over several lines stands on the line of its last operand
--FILE--
<?php
set_error_handler(function($n, $m, $f, $l) { echo "$m @ $l\n"; return true; });
$x = "a" .
  $u1 .
  $u2
  . "b";
$y = $u3
  ? 1
  : $u4;
$z = [
  'a' => $u5,
  $u6
     => $u7,
];
strlen(
  $u8 .
  "x",
);
$o = new ArrayObject(
   [$u9]);
echo $u10
  + $u11
  * $u12, "\n";
$f = fn() =>
   $u13;
$f();
if ($u14
   && $u15
   || $u16) {}
throw new Exception(
   "x" .
   $u17
);
--EXPECTF--
Undefined variable $u1 @ 4
Undefined variable $u2 @ 5
Undefined variable $u3 @ 7
Undefined variable $u4 @ 9
Undefined variable $u5 @ 11
Undefined variable $u7 @ 13
Undefined variable $u6 @ 13
Undefined variable $u8 @ 17
Undefined variable $u9 @ 20
Undefined variable $u11 @ 23
Undefined variable $u12 @ 23
Undefined variable $u10 @ 23
0
Undefined variable $u13 @ 25
Undefined variable $u14 @ 27
Undefined variable $u16 @ 29
Undefined variable $u17 @ 32

Fatal error: Uncaught Exception: x in %s31_lines_of_operations.php:30
Stack trace:
#0 {main}
  thrown in %s31_lines_of_operations.php on line 30
