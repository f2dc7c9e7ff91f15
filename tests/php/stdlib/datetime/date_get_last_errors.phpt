--TEST--
date_get_last_errors(): of the last text read
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
date_create('2024-02-30'); print_r(date_get_last_errors()); date_create('asdf'); print_r(date_get_last_errors()); date_create('2024-01-01'); var_dump(date_get_last_errors());
--EXPECT--
Array
(
    [warning_count] => 1
    [warnings] => Array
        (
            [11] => The parsed date was invalid
        )

    [error_count] => 0
    [errors] => Array
        (
        )

)
Array
(
    [warning_count] => 0
    [warnings] => Array
        (
        )

    [error_count] => 1
    [errors] => Array
        (
            [0] => The timezone could not be found in the database
        )

)
bool(false)
