--TEST--
date_sunrise(): deprecated
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(@date_sunrise(1711846800, 1, 52.5, 13.4, 90.83, 2), @date_sunrise(1711846800, 0, 52.5, 13.4, 90.83));
--EXPECT--
string(5) "06:39"
int(1711859993)
