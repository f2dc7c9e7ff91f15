--TEST--
WeakMap by reference
--FILE--
<?php
$m=new WeakMap; $k1=new stdClass; $m[$k1]=1; foreach($m as $kk=>&$vv){ $vv='by ref'; } var_dump($m); unset($vv); $z=1; $m[$k1]=&$z; $z++; var_dump($m[$k1]); $q=&$m[$k1]; $q=7; var_dump($z,$m[$k1]);
try{ clone new Exception; }catch(Error $e){echo $e->getMessage();} try{ clone new TypeError; }catch(Error $e){echo $e->getMessage();} class E3 extends Exception{} try{ clone new E3; }catch(Error $e){echo $e->getMessage();} echo implode(',',array_map(fn($m)=>$m->name,(new ReflectionClass('Exception'))->getMethods()));
--EXPECT--
object(WeakMap)#1 (1) {
  [0]=>
  array(2) {
    ["key"]=>
    object(stdClass)#2 (0) {
    }
    ["value"]=>
    &string(6) "by ref"
  }
}
int(2)
int(7)
int(7)
Trying to clone an uncloneable object of class ExceptionTrying to clone an uncloneable object of class TypeErrorTrying to clone an uncloneable object of class E3__clone,__construct,__wakeup,getMessage,getCode,getFile,getLine,getTrace,getPrevious,getTraceAsString,__toString
