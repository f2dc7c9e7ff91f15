--TEST--
SplTempFileObject
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$f = new SplTempFileObject; $f->fwrite("one\ntwo\n\nthree"); foreach ($f as $n => $line) { echo $n, json_encode($line), "\n"; } $f->setFlags(SplFileObject::DROP_NEW_LINE | SplFileObject::SKIP_EMPTY | SplFileObject::READ_AHEAD); foreach ($f as $n => $line) { echo $n, $line, "\n"; } $f->setFlags(0); $f->seek(1); var_dump($f->current(), $f->key(), $f->eof(), $f->getPathname()); $c = new SplTempFileObject; $c->fputcsv(['a', 'b c', 'd"e'], ',', '"', ''); $c->rewind(); var_dump($c->fgetcsv(',', '"', ''));
--EXPECT--
0"one\n"
1"two\n"
2"\n"
3"three"
0one
1two
2three
string(4) "two
"
int(1)
bool(false)
string(10) "php://temp"
array(3) {
  [0]=>
  string(1) "a"
  [1]=>
  string(3) "b c"
  [2]=>
  string(3) "d"e"
}
