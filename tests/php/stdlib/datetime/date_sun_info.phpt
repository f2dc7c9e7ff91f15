--TEST--
date_sun_info(): the day and twilights
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
print_r(date_sun_info(1711846800, 52.5, 13.4)); var_dump(date_sun_info(1718841600, 80, 0)['sunset']);
--EXPECT--
Array
(
    [sunrise] => 1711860091
    [sunset] => 1711906758
    [transit] => 1711883425
    [civil_twilight_begin] => 1711858015
    [civil_twilight_end] => 1711908834
    [nautical_twilight_begin] => 1711855501
    [nautical_twilight_end] => 1711911349
    [astronomical_twilight_begin] => 1711852796
    [astronomical_twilight_end] => 1711914054
)
bool(true)
