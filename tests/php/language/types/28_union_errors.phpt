--TEST--
Types that are redundant do not compile
--FILE--
<?php
function ok(int|null $x) {}
function bad(int|INT $x) {}
--EXPECTF--
Fatal error: Duplicate type int is redundant in %s28_union_errors.php on line 3
