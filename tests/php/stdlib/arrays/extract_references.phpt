--TEST--
extract() into references, in every mode; the empty name
--FILE--
<?php
function a($flags, $prefix = null) { $x = 1; $_x='q'; $arr = ['x'=>2,'y'=>3,'1'=>5,'_ab c'=>6, 'bb_1'=>7, '' => 8, '4z'=>9]; 
 try { var_dump($prefix === null ? extract($arr, $flags) : extract($arr, $flags, $prefix)); } catch (Error $e) { echo $e->getMessage(), "\n"; } unset($arr); $v=get_defined_vars(); ksort($v); unset($v['v']); echo json_encode($v),"\n"; }
a(EXTR_OVERWRITE); a(EXTR_SKIP); a(EXTR_PREFIX_SAME, 'p'); a(EXTR_PREFIX_ALL,'bb'); a(EXTR_PREFIX_ALL,''); a(EXTR_PREFIX_INVALID,'i'); a(EXTR_IF_EXISTS); a(EXTR_PREFIX_IF_EXISTS,''); a(EXTR_PREFIX_IF_EXISTS,'bb');
function r($flags, $prefix = 'p') { $a = ['foo'=>1, 'x' => 2]; $x = 0; $p_x = 5; $b = $a; extract($a, $flags | EXTR_REFS, $prefix); var_dump($a, $b); if (isset($foo)) {$foo = 'n';} $x = 'm'; $p_x='o'; var_dump($a, $b); unset($foo, $x, $p_x); var_dump($a); }
foreach ([0,1,2,3,4,6] as $f) { echo "-- $f\n"; r($f); }
function inc() { $foo = 'aaa'; $arr = ['foo' => &$foo]; extract($arr, EXTR_REFS); $foo = 'bbb'; var_dump($arr); }
inc();
function tr() { $arr = ['foo' => 1]; extract($arr, EXTR_REFS); $x = $arr; $foo = 3; var_dump($x); unset($foo); var_dump($arr); }
tr();
?>
--EXPECT--
int(3)
{"_x":"q","bb_1":7,"flags":0,"prefix":null,"x":2,"y":3}
int(2)
{"_x":"q","bb_1":7,"flags":1,"prefix":null,"x":1,"y":3}
int(3)
{"_x":"q","bb_1":7,"flags":2,"p_x":2,"prefix":"p","x":1,"y":3}
int(5)
{"_x":"q","bb_1":5,"bb_4z":9,"bb_bb_1":7,"bb_x":2,"bb_y":3,"flags":3,"prefix":"bb","x":1}
int(5)
{"_1":5,"_4z":9,"_bb_1":7,"_x":2,"_y":3,"flags":3,"prefix":"","x":1}
int(6)
{"_x":"q","bb_1":7,"flags":4,"i_":8,"i_1":5,"i_4z":9,"prefix":"i","x":2,"y":3}
int(1)
{"_x":"q","flags":6,"prefix":null,"x":2}
int(1)
{"_x":2,"flags":5,"prefix":"","x":1}
int(1)
{"_x":"q","bb_x":2,"flags":5,"prefix":"bb","x":1}
-- 0
array(2) {
  ["foo"]=>
  &int(1)
  ["x"]=>
  &int(2)
}
array(2) {
  ["foo"]=>
  int(1)
  ["x"]=>
  int(2)
}
array(2) {
  ["foo"]=>
  &string(1) "n"
  ["x"]=>
  &string(1) "m"
}
array(2) {
  ["foo"]=>
  int(1)
  ["x"]=>
  int(2)
}
array(2) {
  ["foo"]=>
  string(1) "n"
  ["x"]=>
  string(1) "m"
}
-- 1
array(2) {
  ["foo"]=>
  &int(1)
  ["x"]=>
  int(2)
}
array(2) {
  ["foo"]=>
  int(1)
  ["x"]=>
  int(2)
}
array(2) {
  ["foo"]=>
  &string(1) "n"
  ["x"]=>
  int(2)
}
array(2) {
  ["foo"]=>
  int(1)
  ["x"]=>
  int(2)
}
array(2) {
  ["foo"]=>
  string(1) "n"
  ["x"]=>
  int(2)
}
-- 2
array(2) {
  ["foo"]=>
  &int(1)
  ["x"]=>
  &int(2)
}
array(2) {
  ["foo"]=>
  int(1)
  ["x"]=>
  int(2)
}
array(2) {
  ["foo"]=>
  &string(1) "n"
  ["x"]=>
  &string(1) "o"
}
array(2) {
  ["foo"]=>
  int(1)
  ["x"]=>
  int(2)
}
array(2) {
  ["foo"]=>
  string(1) "n"
  ["x"]=>
  string(1) "o"
}
-- 3
array(2) {
  ["foo"]=>
  &int(1)
  ["x"]=>
  &int(2)
}
array(2) {
  ["foo"]=>
  int(1)
  ["x"]=>
  int(2)
}
array(2) {
  ["foo"]=>
  &int(1)
  ["x"]=>
  &string(1) "o"
}
array(2) {
  ["foo"]=>
  int(1)
  ["x"]=>
  int(2)
}
array(2) {
  ["foo"]=>
  &int(1)
  ["x"]=>
  string(1) "o"
}
-- 4
array(2) {
  ["foo"]=>
  &int(1)
  ["x"]=>
  &int(2)
}
array(2) {
  ["foo"]=>
  int(1)
  ["x"]=>
  int(2)
}
array(2) {
  ["foo"]=>
  &string(1) "n"
  ["x"]=>
  &string(1) "m"
}
array(2) {
  ["foo"]=>
  int(1)
  ["x"]=>
  int(2)
}
array(2) {
  ["foo"]=>
  string(1) "n"
  ["x"]=>
  string(1) "m"
}
-- 6
array(2) {
  ["foo"]=>
  int(1)
  ["x"]=>
  &int(2)
}
array(2) {
  ["foo"]=>
  int(1)
  ["x"]=>
  int(2)
}
array(2) {
  ["foo"]=>
  int(1)
  ["x"]=>
  &string(1) "m"
}
array(2) {
  ["foo"]=>
  int(1)
  ["x"]=>
  int(2)
}
array(2) {
  ["foo"]=>
  int(1)
  ["x"]=>
  string(1) "m"
}
array(1) {
  ["foo"]=>
  &string(3) "bbb"
}
array(1) {
  ["foo"]=>
  &int(3)
}
array(1) {
  ["foo"]=>
  int(3)
}
