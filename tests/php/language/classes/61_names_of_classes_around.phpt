--TEST--
self::class and its like where there is no class
--FILE--
<?php
try{ echo self::class; }catch(Error $e){echo $e->getMessage(),"\n";} try{ echo static::class; }catch(Error $e){echo $e->getMessage(),"\n";} try{ echo parent::class; }catch(Error $e){echo $e->getMessage(),"\n";} try{ (fn()=>self::class)(); }catch(Error $e){echo $e->getMessage(),"\n";} try{ (fn()=>static::class)(); }catch(Error $e){echo $e->getMessage(),"\n";} class P{} class A extends P{ function f(){ return fn()=>[self::class,parent::class,static::class]; } function g(){ eval('const FOO=self::class; var_dump(FOO, parent::class);'); } } class B extends A{} print_r((new B)->f()()); (new B)->g(); try{ echo Closure::bind(fn()=>parent::class,null,'P')(); }catch(Error $e){echo $e->getMessage(),"\n";} const BAR=self::class;
--EXPECTF--
Cannot use "self" in the global scope
Cannot use "static" in the global scope
Cannot use "parent" in the global scope
Cannot use "self" in the global scope
Cannot use "static" in the global scope
Array
(
    [0] => A
    [1] => P
    [2] => B
)
string(1) "A"
string(1) "P"
Cannot use "parent" when current class scope has no parent

Fatal error: Uncaught Error: Cannot use "self" when no class scope is active in %s61_names_of_classes_around.php:2
Stack trace:
#0 {main}
  thrown in %s61_names_of_classes_around.php on line 2
