--TEST--
json_decode(): values, flags and errors
--FILE--
<?php
var_dump(json_decode('{"a":{"b":[1,2.0,"x",true,null]},"5":1,"":2}'));
var_dump(json_decode('{"a":{"b":[]},"5":1,"a":2}', true));
var_dump(json_decode('12345678901234567890'), json_decode('12345678901234567890', false, 512, JSON_BIGINT_AS_STRING), json_decode('-0'), json_decode('1e2'));
var_dump(json_decode('"\u00e9\ud83d\ude00\n\/"'));
foreach (['', '[1', '[1}', '{"a":1,}', "\"\x01\"", '"\ud800"', "\"\xff\"", '[[1]]', '01', 'nul', "[1]\0", '{"\u0000a":1}'] as $json) {
    var_dump(json_decode($json, false, 2));
    echo json_last_error(), ' ', json_last_error_msg(), "\n";
}
var_dump(json_decode("\"a\xffb\"", false, 512, JSON_INVALID_UTF8_SUBSTITUTE), json_decode("\"a\xffb\"", false, 512, JSON_INVALID_UTF8_IGNORE));
try {
    json_decode('{', false, 512, JSON_THROW_ON_ERROR);
} catch (JsonException $e) {
    echo $e->getMessage(), ' ', $e->getCode(), "\n";
}
try {
    json_decode('[]', true, 0);
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
--EXPECTF--
object(stdClass)#%d (3) {
  ["a"]=>
  object(stdClass)#%d (1) {
    ["b"]=>
    array(5) {
      [0]=>
      int(1)
      [1]=>
      float(2)
      [2]=>
      string(1) "x"
      [3]=>
      bool(true)
      [4]=>
      NULL
    }
  }
  ["5"]=>
  int(1)
  [""]=>
  int(2)
}
array(2) {
  ["a"]=>
  int(2)
  [5]=>
  int(1)
}
float(1.2345678901234567E+19)
string(20) "12345678901234567890"
int(0)
float(100)
string(8) "é😀
/"
NULL
4 Syntax error
NULL
4 Syntax error
NULL
2 State mismatch (invalid or malformed JSON)
NULL
4 Syntax error
NULL
3 Control character error, possibly incorrectly encoded
NULL
10 Single unpaired UTF-16 surrogate in unicode escape
NULL
5 Malformed UTF-8 characters, possibly incorrectly encoded
NULL
1 Maximum stack depth exceeded
NULL
4 Syntax error
NULL
4 Syntax error
NULL
3 Control character error, possibly incorrectly encoded
NULL
9 The decoded property name is invalid
string(5) "a�b"
string(2) "ab"
Syntax error 4
json_decode(): Argument #3 ($depth) must be greater than 0
