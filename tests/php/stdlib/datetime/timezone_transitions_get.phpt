--TEST--
timezone_transitions_get(): within a range
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
print_r(timezone_transitions_get(new DateTimeZone('Europe/Berlin'), 1704067200, 1735689600)); var_dump(timezone_transitions_get(new DateTimeZone('+1')));
--EXPECT--
Array
(
    [0] => Array
        (
            [ts] => 1704067200
            [time] => 2024-01-01T00:00:00+00:00
            [offset] => 3600
            [isdst] => 
            [abbr] => CET
        )

    [1] => Array
        (
            [ts] => 1711846800
            [time] => 2024-03-31T01:00:00+00:00
            [offset] => 7200
            [isdst] => 1
            [abbr] => CEST
        )

    [2] => Array
        (
            [ts] => 1729990800
            [time] => 2024-10-27T01:00:00+00:00
            [offset] => 3600
            [isdst] => 
            [abbr] => CET
        )

)
bool(false)
