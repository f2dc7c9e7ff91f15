--TEST--
__halt_compiler ends the script where it stands
--FILE--
<?php
echo "before\n";
if (true) { echo "inside\n"; }
echo __COMPILER_HALT_OFFSET__ > 0 ? "offset known\n" : '';
__halt_compiler(); echo 'never';
<?php syntax ( error here is data
--EXPECT--
before
inside
offset known
