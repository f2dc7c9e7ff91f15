--TEST--
preg_match(): groups, names, flags, offsets and errors
--FILE--
<?php
var_dump(preg_match('/(\d+)-(?<name>\w+)(x)?/', 'id 42-foo', $m), $m);
preg_match('/(a)(b)?(c)?/', 'a', $m, PREG_UNMATCHED_AS_NULL);
var_dump($m);
preg_match('/b(é)/u', 'abé', $m, PREG_OFFSET_CAPTURE);
var_dump($m);
var_dump(preg_match('/^b/', 'ab', $m, 0, 1), preg_match('/\Gb/', 'ab', $m, 0, 1), preg_match('/b/', 'ab', $m, 0, -1));
var_dump(preg_match('/./u', "\xff"), preg_last_error_msg());
var_dump(preg_match('/(?:\D+|<\d+>)*[!?]/', 'foobar foobar foobar'), preg_last_error_msg());
var_dump(@preg_match('abc', 'x'), @preg_match('/(/', 'x'), @preg_match('', ''));
preg_match('/a/k', 'a');
preg_match('/a(*MARK:here)b/', 'ab', $m);
var_dump($m);
try {
    preg_match('/a/', 'a', $m, 3);
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
--EXPECTF--
int(1)
array(4) {
  [0]=>
  string(6) "42-foo"
  [1]=>
  string(2) "42"
  ["name"]=>
  string(3) "foo"
  [2]=>
  string(3) "foo"
}
array(4) {
  [0]=>
  string(1) "a"
  [1]=>
  string(1) "a"
  [2]=>
  NULL
  [3]=>
  NULL
}
array(2) {
  [0]=>
  array(2) {
    [0]=>
    string(3) "bé"
    [1]=>
    int(1)
  }
  [1]=>
  array(2) {
    [0]=>
    string(2) "é"
    [1]=>
    int(2)
  }
}
int(0)
int(1)
int(1)
bool(false)
string(56) "Malformed UTF-8 characters, possibly incorrectly encoded"
bool(false)
string(25) "Backtrack limit exhausted"
bool(false)
bool(false)
bool(false)

Warning: preg_match(): Unknown modifier 'k' in %s on line 11
array(2) {
  [0]=>
  string(2) "ab"
  ["MARK"]=>
  string(4) "here"
}
preg_match(): Argument #4 ($flags) must be a PREG_* constant
