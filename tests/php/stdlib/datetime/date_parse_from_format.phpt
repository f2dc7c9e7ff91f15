--TEST--
date_parse_from_format(): what a text says by a format
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
print_r(date_parse_from_format('j.n.Y H:iP', '6.1.2009 13:00+01:00')); print_r(date_parse_from_format('Y-m-d', '2024-13-45 x')); print_r(date_parse_from_format('!d/m/y|', '1/2/3'));
--EXPECT--
Array
(
    [year] => 2009
    [month] => 1
    [day] => 6
    [hour] => 13
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
    [zone_type] => 1
    [zone] => 3600
    [is_dst] => 
)
Array
(
    [year] => 2024
    [month] => 13
    [day] => 45
    [hour] => 
    [minute] => 
    [second] => 
    [fraction] => 
    [warning_count] => 1
    [warnings] => Array
        (
            [10] => The parsed date was invalid
        )

    [error_count] => 1
    [errors] => Array
        (
            [10] => Trailing data
        )

    [is_localtime] => 
)
Array
(
    [year] => 2003
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

    [is_localtime] => 
)
