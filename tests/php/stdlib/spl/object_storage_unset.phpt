--TEST--
unset() of an element of an SplObjectStorage leaves its position alone, detach() and offsetUnset() rewind
--FILE--
<?php
foreach (['unset', 'detach', 'offsetUnset'] as $how) {
    $s = new SplObjectStorage; $o = [];
    for ($i = 0; $i < 4; $i++) { $o[$i] = new stdClass; $s[$o[$i]] = $i; }
    $s->rewind(); $s->next(); $s->next();
    if ($how === 'unset') unset($s[$o[0]]); else $s->$how($o[0]);
    var_dump($s->key(), $s->valid(), $s->valid() ? $s->getInfo() : null);
    $s->next();
    var_dump($s->key(), $s->valid(), $s->valid() ? $s->getInfo() : null);
    $s->rewind(); $s->next();
    if ($how === 'unset') unset($s[$o[2]]); else $s->$how($o[2]);
    var_dump($s->key(), $s->valid() ? $s->getInfo() : null);
    $s->rewind(); 
    if ($how === 'unset') unset($s[$o[1]]); else $s->$how($o[1]);
    var_dump($s->key(), $s->valid() ? $s->getInfo() : null);
    if ($how === 'unset') unset($s[new stdClass]); else $s->$how(new stdClass);
    var_dump($s->key(), $s->valid() ? $s->getInfo() : null);
}
class S extends SplObjectStorage { function offsetUnset($o): void { echo "mine\n"; parent::offsetUnset($o); } }
$s = new S; $a = new stdClass; $s[$a]=1; unset($s[$a]); echo count($s), "\n";
$s = new SplObjectStorage; $a = new stdClass; $b = new stdClass; $s[$a] = 1; $s[$b] = 2;
foreach ($s as $i => $o) { echo $i, ' '; unset($s[$o]); } echo count($s), "\n";
try { unset($s['x']); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
class H extends SplObjectStorage { function getHash($o): string { return get_class($o); } }
$s = new H; $s[$a] = 1; $s[new ArrayObject] = 2; $s->rewind(); $s->next(); unset($s[$b]); var_dump($s->key(), $s->getInfo(), count($s));
--EXPECT--
int(2)
bool(true)
int(2)
int(3)
bool(true)
int(3)
int(1)
int(3)
int(0)
int(3)
int(0)
int(3)
int(0)
bool(true)
int(1)
int(1)
bool(true)
int(2)
int(0)
int(1)
int(0)
int(3)
int(0)
int(3)
int(0)
bool(true)
int(1)
int(1)
bool(true)
int(2)
int(0)
int(1)
int(0)
int(3)
int(0)
int(3)
mine
0
0 1
SplObjectStorage::offsetUnset(): Argument #1 ($object) must be of type object, string given
int(0)
int(2)
int(1)
