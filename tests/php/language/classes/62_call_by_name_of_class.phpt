--TEST--
A static callable does not mean __call()
--FILE--
<?php
class F{ function t1(){ $m=['F','bar']; return $m(); } function t2(){ $m='F::bar'; return $m(); } function t3(){ return F::bar(); } function t4(){ return call_user_func('F::bar'); } function t5(){ return self::bar(); } function t6(){ return [F::class,'bar'](); } function __call($n,$a){return "call $n";} } foreach(range(1,6) as $i) try{ echo (new F)->{"t$i"}(),"\n"; }catch(Error $e){echo $e->getMessage(),"\n";}
--EXPECT--
Non-static method F::bar() cannot be called statically
Non-static method F::bar() cannot be called statically
call bar
call bar
call bar
Non-static method F::bar() cannot be called statically
