--TEST--
[] with compound assignment, ++ and ??=
--FILE--
<?php
$a = ['a' => 1]; var_dump($a[] += 5, $a[]++, ++$a[], $a[] ??= 7, $a[] .= 'x'); print_r($a); $s = "x"; try { $s[] .= 1; } catch (Error $e) { echo $e->getMessage(); } try { $s[] += 1; } catch (Error $e) { echo $e->getMessage(); }
--EXPECTF--
Fatal error: Cannot use [] for reading in %s32_append_and_step.php on line 2
