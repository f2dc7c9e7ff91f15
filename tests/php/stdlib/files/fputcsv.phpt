--TEST--
fputcsv()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$f = fopen('php://memory', 'w+'); var_dump(fputcsv($f, ['a', 'b c', 'd"e', "x\ny", '', null, 1.5, true, 'p;q'], ',', '"', ''), fputcsv($f, ['a', "it's"], ';', "'", '', "\r\n")); rewind($f); echo stream_get_contents($f); rewind($f); var_dump(fgetcsv($f, null, ',', '"', ''), fgetcsv($f, 0, ';', "'", ''), fgetcsv($f, 0, ',', '"', '')); attempt(fn() => fputcsv($f, [], 'ab')); attempt(fn() => fgetcsv($f, 0, ',', 'xx'));
--EXPECT--
int(33)
int(11)
a,"b c","d""e","x
y",,,1.5,1,p;q
a;'it''s'
array(9) {
  [0]=>
  string(1) "a"
  [1]=>
  string(3) "b c"
  [2]=>
  string(3) "d"e"
  [3]=>
  string(3) "x
y"
  [4]=>
  string(0) ""
  [5]=>
  string(0) ""
  [6]=>
  string(3) "1.5"
  [7]=>
  string(1) "1"
  [8]=>
  string(3) "p;q"
}
array(2) {
  [0]=>
  string(1) "a"
  [1]=>
  string(4) "it's"
}
bool(false)
ValueError: fputcsv(): Argument #3 ($separator) must be a single character
ValueError: fgetcsv(): Argument #4 ($enclosure) must be a single character
