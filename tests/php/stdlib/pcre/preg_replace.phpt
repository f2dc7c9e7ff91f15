--TEST--
preg_replace(): references, limits, arrays and the count
--FILE--
<?php
var_dump(preg_replace('/(\w+) (\w+)/', '$2 ${1}x \0 \\\\1 \$1 $9', 'hello world'));
var_dump(preg_replace('/o/', '0', 'foo boo', 3, $count), $count);
var_dump(preg_replace(['/a/', '/b/'], ['b', 'c'], ['k' => 'ab', 'x']));
var_dump(preg_replace(['/a/', '/b/'], 'z', 'abc'), preg_replace(['/a/', '/b/'], ['z'], 'abc'));
var_dump(preg_replace('/x*/', '-', 'axb'), preg_replace('/x*/u', '-', 'aéb'));
var_dump(preg_replace('/a/u', 'b', "a\xff"), preg_last_error_msg());
try {
    preg_replace('/a/', ['b'], 'a');
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
string(31) "world hellox hello world \1 $1 "
string(7) "f00 b0o"
int(3)
array(2) {
  ["k"]=>
  string(2) "cc"
  [0]=>
  string(1) "x"
}
string(3) "zzc"
string(2) "zc"
string(6) "-a--b-"
string(8) "-a-é-b-"
NULL
string(56) "Malformed UTF-8 characters, possibly incorrectly encoded"
preg_replace(): Argument #1 ($pattern) must be of type array when argument #2 ($replacement) is an array, string given
