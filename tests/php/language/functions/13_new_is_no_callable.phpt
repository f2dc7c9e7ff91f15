--TEST--
new cannot be made a first-class callable
--FILE--
<?php
class A {}
echo "never";
$f = new A(...);
--EXPECTF--
Fatal error: Cannot create Closure for new expression in %s13_new_is_no_callable.php on line 4
