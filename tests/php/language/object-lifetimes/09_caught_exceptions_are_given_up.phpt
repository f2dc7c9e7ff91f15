--TEST--
An exception that its variable gave up is gone
--FILE--
<?php
function f(){ try{throw new Error("1");}catch(Error $e){} try{throw new Error("2");}catch(Error $e){} var_dump(new stdClass); try{strlen([]);}catch(Error $e){} try{strlen([]);}catch(Error $e){} var_dump(new stdClass); $s="a"; try{unset($s['a']['b']);}catch(Error $e){} $i=5; try{unset($i['a']['b']);}catch(Error $e){}  var_dump(new stdClass);  } f();
--EXPECT--
object(stdClass)#1 (0) {
}
object(stdClass)#1 (0) {
}
object(stdClass)#1 (0) {
}
