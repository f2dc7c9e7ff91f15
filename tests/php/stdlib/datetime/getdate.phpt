--TEST--
getdate(): parts by name
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
print_r(getdate(1711846800)); print_r(getdate(-1));
--EXPECT--
Array
(
    [seconds] => 0
    [minutes] => 0
    [hours] => 3
    [mday] => 31
    [wday] => 0
    [mon] => 3
    [year] => 2024
    [yday] => 90
    [weekday] => Sunday
    [month] => March
    [0] => 1711846800
)
Array
(
    [seconds] => 59
    [minutes] => 59
    [hours] => 0
    [mday] => 1
    [wday] => 4
    [mon] => 1
    [year] => 1970
    [yday] => 0
    [weekday] => Thursday
    [month] => January
    [0] => -1
)
