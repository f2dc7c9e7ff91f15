--TEST--
$this op= x is computed, and changes nothing
--FILE--
<?php
class A {
    function __toString() { return 'A'; }
    function tell() { $x = $this .= 'b'; var_dump($x, get_class($this)); $this .= 'c'; echo $this .= 'd', "\n"; }
    function add() { $this += 1; }
}
(new A)->tell();
try { (new A)->add(); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { $this .= 1; } catch (Error $e) { echo $e->getMessage(), "\n"; }
function f() { $this **= 2; }
try { f(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
string(2) "Ab"
string(1) "A"
Ad
Unsupported operand types: A + int
Using $this when not in object context
Using $this when not in object context
