--TEST--
A class cannot implement Traversable by itself
--FILE--
<?php
echo "compiled\n";
if (true) {
    class NoImpl implements Traversable {}
}
--EXPECT--
compiled

Fatal error: Class NoImpl must implement interface Traversable as part of either Iterator or IteratorAggregate in Unknown on line 0
