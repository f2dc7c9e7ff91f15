--TEST--
Writes through calls, null and undefined variables
--FILE--
<?php
function arr() { return null; } try { arr()->x = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; } try { arr()->x->y = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; } try { arr()->x[] = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; } try { arr()->x++; } catch (Error $e) { echo $e->getMessage(), "\n"; } try { $a = &arr()->x; } catch (Error $e) { echo $e->getMessage(), "\n"; } arr()[1][] = 5; unset(arr()->x); try { $n->a->b = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; } try { $n->a['b'] = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; } try { $n->a->b++; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { $n['a']->b = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECTF--
Attempt to assign property "x" on null
Attempt to modify property "x" on null
Attempt to modify property "x" on null
Attempt to increment/decrement property "x" on null
Attempt to modify property "x" on null
Attempt to modify property "a" on null
Attempt to modify property "a" on null

Warning: Undefined variable $n in %s06_writes_through_nothing.php on line 2
Attempt to modify property "a" on null
Attempt to assign property "b" on null
