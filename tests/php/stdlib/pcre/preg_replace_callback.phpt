--TEST--
preg_replace_callback(): callbacks get the groups
--FILE--
<?php
var_dump(preg_replace_callback('/(?<d>\d)(x)?/', fn($m) => json_encode($m), 'a1 b2x'));
var_dump(preg_replace_callback('/\d/', fn($m) => $m[0] * 2, ['1', 'k' => '2 3'], 1, $count), $count);
var_dump(preg_replace_callback('/(a)(b)?/', fn($m) => json_encode($m), 'a', -1, $n, PREG_UNMATCHED_AS_NULL | PREG_OFFSET_CAPTURE));
var_dump(preg_replace_callback(['/a/', '/b/'], 'strtoupper_first', 'ab'));
function strtoupper_first(array $m) { return preg_replace_callback('/./', fn($n) => strtoupper($n[0]), $m[0]); }
try {
    preg_replace_callback('/a/', fn() => throw new Exception('stop'), 'a');
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
string(62) "a{"0":"1","d":"1","1":"1"} b{"0":"2x","d":"2","1":"2","2":"x"}"
array(2) {
  [0]=>
  string(1) "2"
  ["k"]=>
  string(3) "4 3"
}
int(2)
string(27) "[["a",0],["a",0],[null,-1]]"
string(2) "AB"
stop
