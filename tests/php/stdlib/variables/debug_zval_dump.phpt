--TEST--
debug_zval_dump(): scalars need no counts
--FILE--
<?php
debug_zval_dump(1, 1.5, null, true);
debug_zval_dump('abc');
--EXPECT--
int(1)
float(1.5)
NULL
bool(true)
string(3) "abc" interned
