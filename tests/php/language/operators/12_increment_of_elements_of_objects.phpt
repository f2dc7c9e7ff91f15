--TEST--
$object[k]++ steps what offsetGet() gives: a reference, or in vain a copy
--FILE--
<?php
class A implements ArrayAccess { private $d=['n'=>1,'a'=>[1]];
 function offsetExists($o): bool { echo "exists\n"; return isset($this->d[$o]); }
 function offsetGet($o): mixed { echo "get $o\n"; return $this->d[$o]; }
 function offsetSet($o,$v): void { echo "set $o\n"; $this->d[$o]=$v; }
 function offsetUnset($o): void { echo "unset\n"; }
}
class R extends A { private $e=['n'=>1]; function &offsetGet($o): mixed { echo "rget $o\n"; return $this->e[$o]; } }
$a=new A; 
var_dump($a['n']++); var_dump(++$a['n']); $a['n'] += 5; var_dump($a['n']--); $a['a'][0]++; $a['a'][0]+=2; $a['n'] ??= 4; $a['a'][]=5;
unset($a['a'][0]);
$r=&$a['n']; $r=9; var_dump($a['n']);
foreach ([1] as $a['n']) {} 
$b=new R; var_dump($b["n"]++, $b["n"]); ++$b["n"]; var_dump($b["n"]);
try { $s="abc"; $s[0]++; } catch (Error $e) { echo $e->getMessage(),"\n"; }
$k = new stdClass; $list = new SplDoublyLinkedList; $list[] = 1; $list[0]++; var_dump($list[0]);
--EXPECTF--
get n

Notice: Indirect modification of overloaded element of A has no effect in %s12_increment_of_elements_of_objects.php on line 10
int(1)
get n

Notice: Indirect modification of overloaded element of A has no effect in %s12_increment_of_elements_of_objects.php on line 10
int(2)
get n
set n
get n

Notice: Indirect modification of overloaded element of A has no effect in %s12_increment_of_elements_of_objects.php on line 10
int(6)
get a

Notice: Indirect modification of overloaded element of A has no effect in %s12_increment_of_elements_of_objects.php on line 10
get a

Notice: Indirect modification of overloaded element of A has no effect in %s12_increment_of_elements_of_objects.php on line 10
exists
get n
get a

Notice: Indirect modification of overloaded element of A has no effect in %s12_increment_of_elements_of_objects.php on line 10
get a

Notice: Indirect modification of overloaded element of A has no effect in %s12_increment_of_elements_of_objects.php on line 11
get n

Notice: Indirect modification of overloaded element of A has no effect in %s12_increment_of_elements_of_objects.php on line 12
get n
int(6)
set n
rget n
rget n
int(1)
int(2)
rget n
rget n
int(3)
Cannot increment/decrement string offsets

Notice: Indirect modification of overloaded element of SplDoublyLinkedList has no effect in %s12_increment_of_elements_of_objects.php on line 16
int(1)
