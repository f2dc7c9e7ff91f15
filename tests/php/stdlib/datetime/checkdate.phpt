--TEST--
checkdate(): days of the calendar
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(checkdate(2, 29, 2024), checkdate(2, 29, 1900), checkdate(12, 31, 32767), checkdate(1, 1, 32768), checkdate(0, 1, 2024), checkdate(4, 31, 2024));
--EXPECT--
bool(true)
bool(false)
bool(true)
bool(false)
bool(false)
bool(false)
