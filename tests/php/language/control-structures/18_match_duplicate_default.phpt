--TEST--
match takes one default
--FILE--
<?php
echo match (1) {
    default => 'a',
    default => 'b',
};
--EXPECTF--
Fatal error: Match expressions may only contain one default arm in %s18_match_duplicate_default.php on line 4
