--TEST--
preg_match_all(): orders, empty matches and names
--FILE--
<?php
var_dump(preg_match_all('/(?<k>\w)=(\d)?/', 'a=1 b= c=3', $m), $m);
preg_match_all('/(\w)=(\d)?/', 'a=1 b=', $m, PREG_SET_ORDER | PREG_OFFSET_CAPTURE | PREG_UNMATCHED_AS_NULL);
echo json_encode($m), "\n";
var_dump(preg_match_all('/x*/', 'axb', $m));
echo json_encode($m), "\n";
preg_match_all('/|é/u', 'aéb', $m);
echo json_encode($m, JSON_UNESCAPED_UNICODE), "\n";
var_dump(preg_match_all('/a/', 'aaa'), preg_match_all('/a/', 'bab', $m, PREG_SET_ORDER, 2));
var_dump(preg_match_all('/./u', "a\xffb", $m), preg_last_error());
--EXPECT--
int(3)
array(4) {
  [0]=>
  array(3) {
    [0]=>
    string(3) "a=1"
    [1]=>
    string(2) "b="
    [2]=>
    string(3) "c=3"
  }
  ["k"]=>
  array(3) {
    [0]=>
    string(1) "a"
    [1]=>
    string(1) "b"
    [2]=>
    string(1) "c"
  }
  [1]=>
  array(3) {
    [0]=>
    string(1) "a"
    [1]=>
    string(1) "b"
    [2]=>
    string(1) "c"
  }
  [2]=>
  array(3) {
    [0]=>
    string(1) "1"
    [1]=>
    string(0) ""
    [2]=>
    string(1) "3"
  }
}
[[["a=1",0],["a",0],["1",2]],[["b=",4],["b",4],[null,-1]]]
int(4)
[["","x","",""]]
[["","","é","",""]]
int(3)
int(0)
bool(false)
int(4)
