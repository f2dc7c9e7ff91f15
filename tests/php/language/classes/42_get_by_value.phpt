--TEST--
__get in every kind of write
--FILE--
<?php
class A { private $d = []; function __get($n) { echo "get $n\n"; return $this->d[$n] ?? null; } function __set($n, $v) { echo "set $n\n"; $this->d[$n] = $v; } function __isset($n) { echo "isset $n\n"; return isset($this->d[$n]); } function __unset($n) { echo "unset $n\n"; unset($this->d[$n]); } }
$a = new A; $a->x = 1; $a->y[] = 5; $a->x++; $a->x .= 'q'; $a->z ??= 4; var_dump(isset($a->q), empty($a->x), isset($a->x->y), $a->x ?? 5); unset($a->x); $r = &$a->r; $r = 1; foreach ($a->l ?? [] as $i); $a->arr['b']['c'] = 1; unset($a->arr['b']);
--EXPECTF--
set x
get y

Notice: Indirect modification of overloaded property A::$y has no effect in %s42_get_by_value.php on line 3
get x
set x
get x
set x
isset z
set z
isset q
isset x
get x
isset x
get x
isset x
get x
bool(false)
bool(false)
bool(false)
string(2) "2q"
unset x
get r

Notice: Indirect modification of overloaded property A::$r has no effect in %s42_get_by_value.php on line 3
isset l
get arr

Notice: Indirect modification of overloaded property A::$arr has no effect in %s42_get_by_value.php on line 3
get arr

Notice: Indirect modification of overloaded property A::$arr has no effect in %s42_get_by_value.php on line 3
