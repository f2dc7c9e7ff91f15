--TEST--
SplObjectStorage
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$s = new SplObjectStorage; $a = new stdClass; $b = new stdClass; $s[$a] = 'A'; $s->attach($b); var_dump(count($s), $s[$a], isset($s[$b]), $s->contains($b)); foreach ($s as $i => $o) { var_dump($i, $o === $a, $s->getInfo()); $s->setInfo("info $i"); } var_dump($s[$b]); $t = new SplObjectStorage; $t->attach($a); $t->addAll($s); var_dump($t->count()); $s->removeAll($t); var_dump($s->count()); attempt(fn() => $s[$a]); $t->detach($a); var_dump(count($t)); attempt(fn() => $t[1] = 1); $t->rewind(); var_dump($t->valid(), $t->key()); echo serialize($t), "\n"; var_dump(count(unserialize(serialize($t))));
--EXPECT--
int(2)
string(1) "A"
bool(true)
bool(true)
int(0)
bool(true)
string(1) "A"
int(1)
bool(false)
NULL
string(6) "info 1"
int(2)
int(0)
UnexpectedValueException: Object not found
int(1)
TypeError: SplObjectStorage::offsetSet(): Argument #1 ($object) must be of type object, int given
bool(true)
int(0)
O:16:"SplObjectStorage":2:{i:0;a:2:{i:0;O:8:"stdClass":0:{}i:1;s:6:"info 1";}i:1;a:0:{}}
int(1)
