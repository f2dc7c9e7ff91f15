--TEST--
date_sunset(): deprecated
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(@date_sunset(1711846800, 1, 52.5, 13.4, 90.83, 2), @date_sunset(1711846800, 2, 52.5, 13.4, 90.83) > 17);
--EXPECT--
string(5) "19:40"
bool(true)
