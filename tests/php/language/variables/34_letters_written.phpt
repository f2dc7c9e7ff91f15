--TEST--
Letters of strings in static properties, globals and variables, and what writing one gives
--FILE--
<?php
class A{ static $s="hello"; static $arr=["abc"]; public $p="xyz"; } $s="hello"; var_dump($s[0]="jj"); var_dump(A::$s[0]="j", A::$s, A::$s[10]='!', A::$s); A::$arr[0][1]='Q'; var_dump(A::$arr); $o=new A; var_dump($o->p[1]="WW",$o->p); $a=['x'=>'abc']; var_dump($a['x'][0]='Z',$a); function f(){ $l="abc"; var_dump($l[1]='5', $l); $r=&$l; var_dump($r[2]='7',$l); static $st="stat"; var_dump($st[0]='S',$st); global $s; var_dump($s[4]='O',$s); $GLOBALS['s'][1]='E'; var_dump($s); $n='l'; ${$n}[0]='D'; var_dump($l); } f(); $x=$y=$s[0]=$o->p[0]="multi"; var_dump($x,$y); A::$s[]='x';
--EXPECTF--
Warning: Only the first byte will be assigned to the string offset in %s34_letters_written.php on line 2
string(1) "j"
string(1) "j"
string(5) "jello"
string(1) "!"
string(11) "jello     !"
array(1) {
  [0]=>
  string(3) "aQc"
}

Warning: Only the first byte will be assigned to the string offset in %s34_letters_written.php on line 2
string(1) "W"
string(3) "xWz"
string(1) "Z"
array(1) {
  ["x"]=>
  string(3) "Zbc"
}
string(1) "5"
string(3) "a5c"
string(1) "7"
string(3) "a57"
string(1) "S"
string(4) "Stat"
string(1) "O"
string(5) "jellO"
string(5) "jEllO"
string(3) "D57"

Warning: Only the first byte will be assigned to the string offset in %s34_letters_written.php on line 2
string(1) "m"
string(1) "m"

Fatal error: Uncaught Error: [] operator not supported for strings in %s34_letters_written.php:2
Stack trace:
#0 {main}
  thrown in %s34_letters_written.php on line 2
