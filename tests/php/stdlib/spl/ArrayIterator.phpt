--TEST--
ArrayIterator
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$i = new ArrayIterator(['a' => 1, 'b' => 2, 'c' => 3]); foreach ($i as $k => $v) { echo "$k=>$v\n"; if ($k === 'a') { $i['d'] = 4; } if ($k === 'b') { unset($i['b']); } } $i->seek(1); var_dump($i->current(), $i->key(), count($i)); attempt(fn() => $i->seek(10)); $i->rewind(); var_dump($i->valid(), $i->current()); $i->next(); $i->next(); $i->next(); var_dump($i->valid(), $i->current(), $i->key());
--EXPECT--
a=>1
b=>2
d=>4
int(3)
string(1) "c"
int(3)
OutOfBoundsException: Seek position 10 is out of range
bool(true)
int(1)
bool(false)
NULL
NULL
