--TEST--
localtime(): list or names
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
print_r(localtime(1711846800)); print_r(localtime(1711846800, true));
--EXPECT--
Array
(
    [0] => 0
    [1] => 0
    [2] => 3
    [3] => 31
    [4] => 2
    [5] => 124
    [6] => 0
    [7] => 90
    [8] => 1
)
Array
(
    [tm_sec] => 0
    [tm_min] => 0
    [tm_hour] => 3
    [tm_mday] => 31
    [tm_mon] => 2
    [tm_year] => 124
    [tm_wday] => 0
    [tm_yday] => 90
    [tm_isdst] => 1
)
