--TEST--
The constructor of an attribute is called where the attribute stands
--FILE--
<?php
#[Attribute] class MyA { function __construct($x=null){ debug_print_backtrace(); if($x) throw new Exception("E"); } } 
#[MyA]
class T1{}
#[MyA(1)]
function ff(){}
(new ReflectionClass('T1'))->getAttributes()[0]->newInstance(); try{ (new ReflectionFunction('ff'))->getAttributes()[0]->newInstance(); }catch(Exception $e){ echo $e->getTraceAsString(); } #[Attribute] class P1{ private function __construct(){} } #[P1] class T2{} try{ (new ReflectionClass('T2'))->getAttributes()[0]->newInstance(); }catch(Error $e){echo $e->getMessage();} #[Attribute] class P2{ function __construct(int $x){} } #[P2("a")] class T3{} try{ (new ReflectionClass('T3'))->getAttributes()[0]->newInstance(); }catch(Error $e){echo $e->getMessage(),$e->getTraceAsString();} #[P2(NOPE)] class T4{} try{ (new ReflectionClass('T4'))->getAttributes()[0]->newInstance(); }catch(Error $e){echo $e->getMessage(),$e->getTraceAsString();} #[P2] class T5{} try{ (new ReflectionClass('T5'))->getAttributes()[0]->newInstance(); }catch(Error $e){echo $e->getMessage(),$e->getTraceAsString();} #[P2(y:1)] class T6{} try{ (new ReflectionClass('T6'))->getAttributes()[0]->newInstance(); }catch(Error $e){echo $e->getMessage(),$e->getTraceAsString();}
--EXPECTF--
#0 %s20_constructor_in_traces.php(3): MyA->__construct()
#1 %s20_constructor_in_traces.php(7): ReflectionAttribute->newInstance()
#0 %s20_constructor_in_traces.php(5): MyA->__construct(1)
#1 %s20_constructor_in_traces.php(7): ReflectionAttribute->newInstance()
#0 %s20_constructor_in_traces.php(5): MyA->__construct(1)
#1 %s20_constructor_in_traces.php(7): ReflectionAttribute->newInstance()
#2 {main}Call to private P1::__construct() from global scopeP2::__construct(): Argument #1 ($x) must be of type int, string given, called in %s20_constructor_in_traces.php on line 7#0 %s20_constructor_in_traces.php(7): P2->__construct('a')
#1 %s20_constructor_in_traces.php(7): ReflectionAttribute->newInstance()
#2 {main}Undefined constant "NOPE"#0 %s20_constructor_in_traces.php(7): ReflectionAttribute->newInstance()
#1 {main}Too few arguments to function P2::__construct(), 0 passed in %s20_constructor_in_traces.php on line 7 and exactly 1 expected#0 %s20_constructor_in_traces.php(7): P2->__construct()
#1 %s20_constructor_in_traces.php(7): ReflectionAttribute->newInstance()
#2 {main}Unknown named parameter $y#0 %s20_constructor_in_traces.php(7): ReflectionAttribute->newInstance()
#1 {main}
