--TEST--
A class whose parent is being loaded is not there, and not loaded once more
--FILE--
<?php
spl_autoload_register(function($c){ echo "[$c]"; if($c=='P'){ var_dump(class_exists('C'), class_exists('C',false)); eval('class P{}'); } }); class C extends P {} var_dump(new C);

spl_autoload_register(function($c){ echo "[second $c]"; new ReflectionClass('A'); }); class A implements I {}
--EXPECTF--
[P]bool(false)
bool(false)
object(C)#2 (0) {
}
[I][second I]
Fatal error: Uncaught ReflectionException: Class "A" does not exist in %s63_class_being_linked.php:4
Stack trace:
#0 %s63_class_being_linked.php(4): ReflectionClass->__construct('A')
#1 %s63_class_being_linked.php(4): {closure:%s63_class_being_linked.php:4}('I')
#2 {main}
  thrown in %s63_class_being_linked.php on line 4
