--TEST--
Transitions end with what 32 bits can count, unless an end is given
--FILE--
<?php
$zone = new DateTimeZone('Europe/Paris');
foreach ([[0], [2000000000], [2145916800, 2345916800], [5, 4]] as $arguments) {
    $found = $zone->getTransitions(...$arguments);
    echo count($found), ' ', $found[0]['time'], ' ', end($found)['time'], ' ', end($found)['abbr'], "\n";
}
?>
--EXPECT--
125 1970-01-01T00:00:00+00:00 2037-10-25T01:00:00+00:00 CET
10 2033-05-18T03:33:20+00:00 2037-10-25T01:00:00+00:00 CET
14 2038-01-01T00:00:00+00:00 2044-03-27T01:00:00+00:00 CEST
1 1970-01-01T00:00:05+00:00 1970-01-01T00:00:05+00:00 CET
