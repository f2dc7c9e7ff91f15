--TEST--
The line of a call that is written over several
--FILE--
<?php
class A { function b(...$x) { return $this; } function c() { throw new Exception; } static function s() { throw new Exception; }
    function __construct($x = 0) { if ($x) throw new Exception; } }
function thrower() { throw new Exception; }
$tries = [
    function () {
        (new A())
            ->
            b
            ()->b()
            ->b(
                1
            )
            ->c
            ();
    },
    function () {
        'thrower'
            ();
    },
    function () {
        new
            A
            (
                1
            );
    },
    function () {
        A
            ::
            s
            ();
    },
    function () {
        $f = thrower(...);
        $f
        (
        );
    },
];
foreach ($tries as $try) {
    try { $try(); } catch (Exception $e) { foreach ($e->getTrace() as $row) { echo $row['line'] ?? '-', ' ', $row['function'], '; '; } echo "\n"; }
}
--EXPECTF--
14 c; 42 {closure:%s10_calls_over_lines.php:6}; 
19 thrower; 42 {closure:%s10_calls_over_lines.php:17}; 
23 __construct; 42 {closure:%s10_calls_over_lines.php:21}; 
31 s; 42 {closure:%s10_calls_over_lines.php:28}; 
37 thrower; 42 {closure:%s10_calls_over_lines.php:34};
