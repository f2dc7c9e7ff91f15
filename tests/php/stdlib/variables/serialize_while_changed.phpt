--TEST--
serialize() writes the elements there were when it began
--FILE--
<?php
class X { public function __serialize(): array { global $a; if (count($a) < 300) $a[] = new X; return ['n' => 1]; } }
$a = [1, new X, 'b']; echo serialize($a), "\n", count($a), "\n";
--EXPECT--
a:3:{i:0;i:1;i:1;O:1:"X":1:{s:1:"n";i:1;}i:2;s:1:"b";}
4
