--TEST--
date_parse(): what a text says
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
print_r(date_parse('2006-12-12 10:00:00.5 +1 week +1 hour')); print_r(date_parse('last monday of feb 2024 CEST')); print_r(date_parse('2024-02-30 25:00 foo bar 1:2:3')); print_r(date_parse(''));
--EXPECT--
Array
(
    [year] => 2006
    [month] => 12
    [day] => 12
    [hour] => 10
    [minute] => 0
    [second] => 0
    [fraction] => 0.5
    [warning_count] => 0
    [warnings] => Array
        (
        )

    [error_count] => 0
    [errors] => Array
        (
        )

    [is_localtime] => 
    [relative] => Array
        (
            [year] => 0
            [month] => 0
            [day] => 7
            [hour] => 1
            [minute] => 0
            [second] => 0
        )

)
Array
(
    [year] => 2024
    [month] => 2
    [day] => 1
    [hour] => 0
    [minute] => 0
    [second] => 0
    [fraction] => 0
    [warning_count] => 0
    [warnings] => Array
        (
        )

    [error_count] => 0
    [errors] => Array
        (
        )

    [is_localtime] => 1
    [zone_type] => 2
    [zone] => 3600
    [is_dst] => 1
    [tz_abbr] => CEST
    [relative] => Array
        (
            [year] => 0
            [month] => 0
            [day] => -7
            [hour] => 0
            [minute] => 0
            [second] => 0
            [weekday] => 1
        )

)
Array
(
    [year] => 2024
    [month] => 2
    [day] => 30
    [hour] => 5
    [minute] => 0
    [second] => 0
    [fraction] => 0
    [warning_count] => 2
    [warnings] => Array
        (
            [21] => Double timezone specification
            [31] => The parsed date was invalid
        )

    [error_count] => 3
    [errors] => Array
        (
            [11] => Unexpected character
            [17] => The timezone could not be found in the database
            [25] => Double time specification
        )

    [is_localtime] => 1
    [zone_type] => 0
)
Array
(
    [year] => 
    [month] => 
    [day] => 
    [hour] => 
    [minute] => 
    [second] => 
    [fraction] => 
    [warning_count] => 0
    [warnings] => Array
        (
        )

    [error_count] => 1
    [errors] => Array
        (
            [0] => Empty string
        )

    [is_localtime] => 
)
